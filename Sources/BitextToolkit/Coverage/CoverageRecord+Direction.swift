public import BitextMeasures
public import BitextModel

extension CoverageRecord {
  /// How much of one document the other covers.
  public struct Direction: Codable, Sendable, Hashable {
    public let sentences: Sentences
    public let characters: Characters
    /// Sentences without a link, with the reason.
    public let unmatched: [Unmatched]
    /// Headings, page furniture and blank lines: in no count.
    public let excluded: [Excluded]

    public struct Sentences: Codable, Sendable, Hashable {
      public let covered, full, partial, total: Int
    }

    public struct Characters: Codable, Sendable, Hashable {
      /// Of the sentences that a link touches.
      public let covered: Int
      /// Expected characters covered, at least and at most.
      public let lower, upper: Double
      public let total: Int
      /// `lower` and `upper` over `total`; null when there was nothing to cover.
      public let ratio: [Double]?
    }

    public struct Unmatched: Codable, Sendable, Hashable {
      public let index: Int
      /// `no-candidate`, `below-threshold` or `rejected`.
      public let reason: String
      /// The likeliest link that does not count.
      public let best: Best?
      public let text: String
    }

    public struct Best: Codable, Sendable, Hashable {
      public let confidence: Double
      /// Segments of the other document.
      public let counterpart: [Int]
    }

    public struct Excluded: Codable, Sendable, Hashable {
      public let index: Int
      public let kind: Segment.Kind
      public let reason: String?
      public let text: String
    }

    public init(_ side: SideCoverage, of document: Document) {
      let (sentences, characters) = (side.sentenceShare, side.characterShare)
      self.sentences = Sentences(
        covered: sentences.covered, full: side.full, partial: side.partial, total: sentences.total)
      self.characters = Characters(
        covered: characters.covered, lower: side.lower, upper: side.upper, total: characters.total,
        ratio: side.ratio.map { [$0.lowerBound, $0.upperBound] })
      unmatched = side.unmatched.map { sentence in
        Unmatched(
          index: sentence.index, reason: sentence.reason.name,
          best: sentence.reason.rival.map {
            Best(confidence: $0.confidence, counterpart: $0.counterpart)
          },
          text: String(document.trimmedText(of: sentence.index)))
      }
      excluded = side.excluded.map {
        Excluded(
          index: $0.index, kind: $0.kind, reason: $0.reason,
          text: String(document.trimmedText(of: $0.index)))
      }
    }
  }
}

extension UnmatchedSentence.Reason {
  /// How the reason is called in records.
  var name: String {
    switch self {
    case .noCandidate: "no-candidate"
    case .belowThreshold: "below-threshold"
    case .rejected: "rejected"
    }
  }

  /// The likeliest link that does not count.
  public var rival: SentenceCoverage.Rival? {
    if case .belowThreshold(let rival) = self { rival } else { nil }
  }
}
