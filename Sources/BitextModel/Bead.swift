/// A minimal pair of corresponding runs of segments (Brown, Lai & Mercer 1991), with what it rests on.
///
/// Either side, not both, may be empty: 1-0 is an omission, 0-1 an addition. A side need not be
/// contiguous: one sentence of a report may carry claims that the other report tells far apart.
public struct Bead: Sendable, Hashable {
  public enum Relation: String, Sendable, Hashable, Codable, CaseIterable {
    /// The sides translate each other.
    case translation
    /// The sides report the same thing; no translation.
    case claim
  }

  public enum Strength: String, Sendable, Hashable, Codable, CaseIterable {
    /// Each side says what the other says.
    case full
    /// Part of what one side says is what the other says, or part of it.
    case partial
  }

  public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    /// The aligner holds it to be right.
    case proposed
    /// A rival below the threshold: it ranks and explains, and enters no memory, table or coverage.
    case candidate
    /// A person said so.
    case accepted
    case rejected
  }

  /// Who decided and when, as far as they said, and how they would have the sides read.
  public struct Decision: Sendable, Hashable, Codable {
    public let by, at: String?
    /// `nil` when the sides read as the documents do.
    public let wording: Wording?

    public init(by: String? = nil, at: String? = nil, wording: Wording? = nil) {
      (self.by, self.at, self.wording) = (by, at, wording)
    }
  }

  /// How a person would have the sides of a link read in a memory. The documents stay as they are.
  public struct Wording: Sendable, Hashable, Codable {
    /// `nil` where a side reads as the document does.
    public let source, target: String?

    public init(source: String? = nil, target: String? = nil) {
      (self.source, self.target) = (source, target)
    }
  }

  /// Zero-based segment indexes, ascending, no two alike.
  public let source, target: [Int]
  public let relation: Relation
  public let strength: Strength
  /// The calibrated probability that the bead is right, 0 to 1.
  public let confidence: Double
  public let evidence: Evidence
  public let status: Status
  /// `nil` when nobody decided, or nobody said who and when.
  public let decision: Decision?

  /// - Precondition: The sides are ascending and not both empty; `confidence` is within 0 and 1.
  public init(
    source: [Int], target: [Int], relation: Relation, strength: Strength = .full,
    confidence: Double, evidence: Evidence = Evidence([]), status: Status = .proposed,
    decision: Decision? = nil
  ) {
    precondition(!(source.isEmpty && target.isEmpty), "a bead cannot be 0-0")
    precondition(
      Self.isAscending(source) && Self.isAscending(target), "a bead's indexes ascend")
    precondition((0...1).contains(confidence), "a confidence lies within 0 and 1")
    (self.source, self.target) = (source, target)
    (self.relation, self.strength) = (relation, strength)
    (self.confidence, self.evidence, self.status) = (confidence, evidence, status)
    self.decision = decision
  }

  /// Whether a person said that it is right or wrong.
  public var isDecided: Bool { status == .accepted || status == .rejected }

  /// Whether one side is empty.
  public var isNull: Bool { source.isEmpty || target.isEmpty }

  /// Whether it counts as a link: both sides are there and nobody thinks it wrong.
  public var isLink: Bool { !isNull && (status == .proposed || status == .accepted) }

  /// The bead with its sides exchanged.
  public var mirrored: Bead {
    Bead(
      source: target, target: source, relation: relation, strength: strength,
      confidence: confidence, evidence: evidence, status: status, decision: decision)
  }

  private static func isAscending(_ indexes: [Int]) -> Bool {
    zip(indexes, indexes.dropFirst()).allSatisfy { $0 < $1 } && (indexes.first ?? 0) >= 0
  }
}
