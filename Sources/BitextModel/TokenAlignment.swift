/// Which tokens of two segments explain each other, by what, and with what weight.
public struct TokenAlignment: Sendable, Hashable {
  /// What ties two tokens.
  public enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    /// An entry of a dictionary or a glossary.
    case lexicon
    /// An entry that was learned from texts.
    case learned
    /// An entry of more than one word, on either side.
    case phrase
    /// An entry of a part of a compound.
    case compound
    /// The same letters, or nearly, in both languages: names and cognates.
    case cognate
    /// The same value, however written.
    case number
  }

  public struct Link: Sendable, Hashable {
    /// UTF-8 ranges in the texts of the two segments.
    public let source, target: Range<Int>
    public let by: Source
    /// How much of the pair's evidence it carries, in the units of the scorer's token weights; above 0.
    public let weight: Double

    public init(source: Range<Int>, target: Range<Int>, by: Source, weight: Double) {
      (self.source, self.target, self.by, self.weight) = (source, target, by, weight)
    }
  }

  /// Ascending by source, then target range.
  public let links: [Link]

  public init(links: [Link]) {
    self.links = links.sorted {
      ($0.source.lowerBound, $0.target.lowerBound) < ($1.source.lowerBound, $1.target.lowerBound)
    }
  }
}

extension TokenAlignment.Source: JSONWritable {}
