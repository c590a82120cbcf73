public import BitextModel

/// How far the other document covers one sentence.
public struct SentenceCoverage: Sendable, Hashable {
  public enum Extent: Int, Sendable, Hashable, Comparable, CaseIterable {
    case none, partial, full

    public static func < (a: Extent, b: Extent) -> Bool { a.rawValue < b.rawValue }
  }

  /// The likeliest link that does not count.
  public struct Rival: Sendable, Hashable {
    /// 0 to 1, as the aligner gave it.
    public let confidence: Double
    /// Zero-based segments of the other document.
    public let counterpart: [Int]

    public init(confidence: Double, counterpart: [Int]) {
      (self.confidence, self.counterpart) = (confidence, counterpart)
    }
  }

  /// Zero-based index of the segment.
  public let index: Int
  /// Grapheme clusters without white space: what the sentence weighs.
  public let characters: Int
  /// What the strongest of its links says: whether all of the sentence has a counterpart or part of it.
  public let extent: Extent
  /// Share of the sentence that is covered, 0 to 1, were all its links to say the same thing: the
  /// greatest confidence × strength of a link, strength being 1 or, for a partial link, ½.
  public let lower: Double
  /// The same, were all its links to say different things: their sum, at most 1.
  public let upper: Double
  public let rival: Rival?
  /// Whether a person rejected a link of it.
  public let isRejected: Bool

  public init(
    index: Int, characters: Int, extent: Extent, lower: Double, upper: Double,
    rival: Rival? = nil, isRejected: Bool = false
  ) {
    (self.index, self.characters, self.extent) = (index, characters, extent)
    (self.lower, self.upper) = (lower, upper)
    (self.rival, self.isRejected) = (rival, isRejected)
  }
}

/// A segment that coverage says nothing about.
public struct ExcludedSegment: Sendable, Hashable {
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
