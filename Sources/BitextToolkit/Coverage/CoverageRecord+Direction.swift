public import BitextMeasures
public import BitextModel

extension CoverageRecord {
  /// How much of one document the other covers.
  public struct Direction: Codable, Sendable, Hashable {
    public let sentences: Sentences
    /// The weighted figures, under the name of their unit; the others are not there.
    public let characters, words, weights: Weight?
    /// Sentences without a link, with the reason.
    public let unmatched: [Unmatched]
    /// Headings, page furniture and blank lines: in no count.
    public let excluded: [Excluded]
    public let paragraphs, sections: [Passage]

    public struct Sentences: Codable, Sendable, Hashable {
      public let covered, full, partial, total: Int
      /// Not covered, but perhaps told: of the rest of `total`. Older reports do not say.
      public let unsure: Int?

      init(_ side: SideCoverage) {
        let share = side.sentenceShare
        (covered, full, partial, total) = (share.covered, side.full, side.partial, share.total)
        unsure = side.count(.unsure)
      }
    }

    /// What sentences weigh together.
    public struct Weight: Codable, Sendable, Hashable {
      /// Of the sentences that a link touches.
      public let covered: Int
      /// Expected weight covered, at least and at most.
      public let lower, upper: Double
      public let total: Int
      /// `lower` and `upper` over `total`; null when there was nothing to cover.
      public let ratio: [Double]?
      /// Standard deviation of `lower`, from the links' confidences.
      public let deviation: Double
      /// Weight covered, were every link right, a partial one counting half.
      public let linked: Double
      /// Weight covered by links that a person accepted.
      public let confirmed: Double

      init(_ side: SideCoverage) {
        let share = side.weightShare
        (covered, total) = (share.covered, share.total)
        (lower, upper) = (side.lower, side.upper)
        ratio = side.ratio.map { [$0.lowerBound, $0.upperBound] }
        (deviation, linked, confirmed) = (side.deviation, side.linked, side.confirmed)
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(covered, forKey: .covered)
        try container.encode(lower, forKey: .lower)
        try container.encode(upper, forKey: .upper)
        try container.encode(total, forKey: .total)
        try container.encode(ratio, forKey: .ratio)
        try container.encode(deviation, forKey: .deviation)
        try container.encode(linked, forKey: .linked)
        try container.encode(confirmed, forKey: .confirmed)
      }
    }

    public struct Unmatched: Codable, Sendable, Hashable {
      public let index: Int
      /// `no-candidate`, `below-threshold` or `rejected`.
      public let reason: String
      /// Whether it is perhaps told, by `best`; without, it is missing. Older reports do not say.
      public let unsure: Bool?
      /// The likeliest link that does not count.
      public let best: Best?
      public let text: String
    }

    public struct Best: Codable, Sendable, Hashable {
      public let confidence: Double
      /// Segments of the other document.
      public let counterpart: [Int]
      /// Of a set, which document that is; not there between two.
      public let document: Int?
      public let text: String
    }

    public struct Excluded: Codable, Sendable, Hashable {
      public let index: Int
      public let kind: Segment.Kind
      public let reason: String?
      public let text: String
    }

    /// A paragraph, or what stands under a heading.
    public struct Passage: Codable, Sendable, Hashable {
      /// Index of the heading above; null before the first.
      public let heading: Int?
      /// Indexes of its first and its last sentence.
      public let first, last: Int
      public let sentences: Sentences
      public let lower, upper: Double
      public let total: Int

      init?(_ passage: PassageCoverage) {
        guard let segments = passage.segments else { return nil }
        let side = passage.side
        (heading, first, last) = (passage.heading, segments.lowerBound, segments.upperBound)
        (lower, upper, total) = (side.lower, side.upper, side.weightShare.total)
        sentences = Sentences(side)
      }
    }

    /// - Parameter others: What the rivals' counterparts are of: one document, or those of a set.
    public init(_ side: SideCoverage, of document: Document, by others: [Document]) {
      sentences = Sentences(side)
      let weight = Weight(side)
      characters = side.unit == .characters ? weight : nil
      words = side.unit == .words ? weight : nil
      weights = side.unit == .sentences ? weight : nil
      unmatched = side.unmatched.map { sentence in
        Unmatched(
          index: sentence.index, reason: sentence.reason.name, unsure: sentence.isUnsure,
          best: sentence.reason.rival.map { rival in
            let other = others[rival.document ?? 0]
            return Best(
              confidence: rival.confidence, counterpart: rival.counterpart,
              document: rival.document,
              text: rival.counterpart.map { other.trimmedText(of: $0) }.joined(separator: " "))
          },
          text: String(document.trimmedText(of: sentence.index)))
      }
      excluded = side.excluded.map {
        Excluded(
          index: $0.index, kind: $0.kind, reason: $0.reason,
          text: String(document.trimmedText(of: $0.index)))
      }
      paragraphs = side.paragraphs(of: document).compactMap(Passage.init)
      sections = side.sections(of: document).compactMap(Passage.init)
    }

    /// The weighted figures, whatever their unit.
    public var weight: Weight? { characters ?? words ?? weights }
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
}
