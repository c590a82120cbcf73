public import BitextModel

/// What a person decided about two documents, which an alignment of them keeps.
public struct Decisions: Sendable, Hashable {
  /// Links that are right, status `accepted`. Where the evidence is empty, the aligner says what it
  /// thinks of them.
  public let accepted: [Bead]
  /// Links that are wrong, status `rejected`: exactly these are never proposed. A larger bead around
  /// one, or a smaller one within, may be right.
  public let rejected: [Bead]

  /// Why links are not those of a translation.
  public struct Fault: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
      /// A side has gaps.
      case gap
      /// It crosses another link, or shares a segment with it.
      case conflict(Bead)
    }

    public let bead: Bead
    public let reason: Reason
  }

  /// - Precondition: Every link has two sides and is accepted or rejected.
  public init(_ links: [Bead] = []) {
    precondition(links.allSatisfy { $0.isDecided && !$0.isNull }, "a decision is of a link")
    accepted = links.filter { $0.status == .accepted }.sorted(by: Alignment.isOrdered)
    rejected = links.filter { $0.status == .rejected }.sorted(by: Alignment.isOrdered)
  }

  public var isEmpty: Bool { accepted.isEmpty && rejected.isEmpty }

  /// Whether a translation can have the accepted links: none has gaps, none cross, none overlap.
  ///
  /// - Throws: `Fault` with the first that makes it impossible.
  public func checkOrder() throws(Fault) {
    var last: Bead?
    for bead in accepted {
      guard Self.isRun(bead.source), Self.isRun(bead.target) else {
        throw Fault(bead: bead, reason: .gap)
      }
      if let last, !Self.follows(bead, last) { throw Fault(bead: bead, reason: .conflict(last)) }
      last = bead
    }
  }

  /// Whether all accepted links can be in one translation.
  public var isInOrder: Bool { (try? checkOrder()) != nil }

  /// Whether both sides of a link stand behind those of another.
  static func follows(_ bead: Bead, _ other: Bead) -> Bool {
    zip([bead.source, bead.target], [other.source, other.target]).allSatisfy { later, earlier in
      (later.first ?? 0) > (earlier.last ?? -1)
    }
  }

  static func isRun(_ indexes: [Int]) -> Bool {
    zip(indexes, indexes.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }
}
