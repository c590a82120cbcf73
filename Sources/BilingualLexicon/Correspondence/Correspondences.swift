public import BitextModel

/// Which word types of two texts may explain each other, and how well: computed once for a pair of
/// texts, so that comparing two segments needs no dictionary.
public struct Correspondences: Sendable {
  /// That a type of the other text explains one of this text, or a share of it.
  public struct Edge: Sendable, Hashable {
    /// Index of the other text's type.
    public let type: Int
    /// Edges of one group add up: the words of a phrase, each with its share. Groups compete.
    public let group: Int32
    /// 0 the whole word; 1 and up the parts of a compound, which add up, each with its share.
    public let part: Int32
    /// How much of the part it explains, above 0, at most 1.
    public let weight: Float
    public let by: TokenAlignment.Source
  }

  /// One side of the relation: what explains each type of a text.
  public struct Side: Sendable {
    /// For each type its edges, ascending by part, then group.
    public internal(set) var edges: [[Edge]]
    /// For each type the shares of its parts; empty when it has none. They sum up to 1.
    public let shares: [[Float]]
    /// For each type how informative it is, 0 to 1: rare words more than frequent ones.
    public let informativeness: [Float]
    /// For each type whether a resource knows it: the lexicon, or an edge.
    public internal(set) var isKnown: [Bool]
  }

  public let source, target: Side
  /// How much of the words' information lexicons know, 0 to 1, what was learned by its probability: how
  /// far they help with these texts.
  public let lexicalShare: Double

  /// - Parameter lexicons: Consulted together; those that do not know both languages are passed over.
  /// - Complexity: O(types × translations of each).
  public init(source: AnalysedText, target: AnalysedText, lexicons: [Lexicon]) {
    let lexicons = lexicons.filter { $0.joins(source.language, target.language) }
    let names = NameCorrespondences(source: source, target: target, lexicons: lexicons)
    let sourceTerms = TypeTerms(source, lexicons: lexicons)
    let targetTerms = TypeTerms(target, lexicons: lexicons)
    self.source = Self.side(source, sourceTerms, targetTerms, target, names: names.source)
    self.target = Self.side(target, targetTerms, sourceTerms, source, names: names.target)
    lexicalShare =
      (sourceTerms.lexicalShare(of: source, cognates: names.source)
        + targetTerms.lexicalShare(of: target, cognates: names.target)) / 2
  }

  public init(source: AnalysedText, target: AnalysedText, lexicon: Lexicon?) {
    self.init(source: source, target: target, lexicons: lexicon.map { [$0] } ?? [])
  }

  private static func side(
    _ text: AnalysedText, _ mine: TypeTerms, _ theirs: TypeTerms, _ other: AnalysedText,
    names: [[Edge]]
  ) -> Side {
    let lexical = LexiconEdges(from: mine, to: theirs, typeCount: other.types.count)
    var edges = names
    for type in text.types.indices {
      edges[type] += lexical.edges(of: type)
      edges[type].sort { ($0.part, $0.group, $0.type) < ($1.part, $1.group, $1.type) }
    }
    let isKnown = text.types.indices.map { mine.isKnown[$0] || !edges[$0].isEmpty }
    return Side(
      edges: edges, shares: mine.shares, informativeness: mine.informativeness, isKnown: isKnown)
  }
}
