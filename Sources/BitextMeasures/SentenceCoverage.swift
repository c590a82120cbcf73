public import BitextModel

/// How far the other document covers one sentence.
public struct SentenceCoverage: Sendable, Hashable, Codable {
  public enum Extent: Int, Sendable, Hashable, Comparable, CaseIterable, Codable {
    case none, partial, full

    public static func < (a: Extent, b: Extent) -> Bool { a.rawValue < b.rawValue }

    /// Share of a sentence that it stands for: 1, or, for a part, ½.
    public var share: Double {
      switch self {
      case .none: 0
      case .partial: 0.5
      case .full: 1
      }
    }
  }

  /// The likeliest link that does not count.
  public struct Rival: Sendable, Hashable, Codable {
    /// 0 to 1, as the aligner gave it.
    public let confidence: Double
    /// Zero-based segments of the other document.
    public let counterpart: [Int]
    /// Of several other documents, which; `nil` where there is but one.
    public let document: Int?

    public init(confidence: Double, counterpart: [Int], document: Int? = nil) {
      (self.confidence, self.counterpart, self.document) = (confidence, counterpart, document)
    }
  }

  /// Zero-based index of the segment.
  public let index: Int
  /// What the sentence weighs, in the unit of the coverage.
  public let weight: Int
  /// What the strongest of its links says: whether all of the sentence has a counterpart or part of it.
  public let extent: Extent
  /// Expected share of the sentence that is covered, 0 to 1, were all its links to say the same thing:
  /// the greatest confidence × strength of a link, strength being 1 or, for a partial link, ½.
  public let lower: Double
  /// The same, were all its links to say different things: their sum, at most 1.
  public let upper: Double
  /// Variance of `lower`, were the link that gives it right by its confidence alone: s² p (1 − p).
  public let variance: Double
  /// Share of the sentence that links cover which a person accepted, 0, ½ or 1.
  public let confirmed: Double
  public let rival: Rival?
  /// Whether a person rejected a link of it.
  public let isRejected: Bool

  public init(
    index: Int, weight: Int, extent: Extent, lower: Double, upper: Double, variance: Double = 0,
    confirmed: Double = 0, rival: Rival? = nil, isRejected: Bool = false
  ) {
    (self.index, self.weight, self.extent) = (index, weight, extent)
    (self.lower, self.upper, self.variance) = (lower, upper, variance)
    (self.confirmed, self.rival, self.isRejected) = (confirmed, rival, isRejected)
  }
}

/// A segment that coverage says nothing about.
public struct ExcludedSegment: Sendable, Hashable, Codable {
  public let index: Int
  public let kind: Segment.Kind
  /// The rule that gave it its kind, or `blank`; `nil` when nobody said.
  public let reason: String?

  public init(index: Int, kind: Segment.Kind, reason: String?) {
    (self.index, self.kind, self.reason) = (index, kind, reason)
  }
}

/// A sentence that no link covers, and why.
public struct UnmatchedSentence: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// Nothing in the other document resembles it.
    case noCandidate
    /// Its likeliest link stays below the threshold.
    case belowThreshold(SentenceCoverage.Rival)
    /// A person rejected its only link.
    case rejected
  }

  public let index: Int
  public let reason: Reason
}
