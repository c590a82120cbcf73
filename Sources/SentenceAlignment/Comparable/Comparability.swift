public import BilingualLexicon
public import BitextModel

/// How much the documents of two languages have to do with one another, judged by their words as a whole:
/// cheap, so that only pairs that are worth it need be aligned.
public struct Comparability: Sendable {
  /// Two documents, by their places in the lists, and what they share: the mean of both sides' weight of
  /// word types that the other explains, 0 to 1. Words that stand in many of the documents weigh little.
  public struct Pair: Sendable, Hashable {
    public let source, target: Int
    public let similarity: Double
  }

  /// The most similar first, equals by source, then target. A pair that is missing is not among the
  /// likeliest two dozen of either of its documents.
  public let pairs: [Pair]

  /// - Throws: `ICUFailure` when ICU is broken.
  /// - Complexity: O(tokens × the other documents' types that explain each × their documents).
  public init(sources: [Document], targets: [Document], lexicons: [Lexicon]) throws {
    guard let first = sources.first, let second = targets.first else {
      pairs = []
      return
    }
    // A document counts as one segment of all.
    let source = try AnalysedText(sources.map(Self.text), language: first.language)
    let target = try AnalysedText(targets.map(Self.text), language: second.language)
    let correspondences = Correspondences(source: source, target: target, lexicons: lexicons)
    let weights = (
      source: TypeWeights.local(source, correspondences.source),
      target: TypeWeights.local(target, correspondences.target)
    )
    var comparer = SegmentComparer(
      source: source, target: target, correspondences: correspondences, weights: weights)
    pairs = ClaimCandidates(
      source: source, target: target, correspondences: correspondences, weights: weights,
      sources: Array(sources.indices), targets: Array(targets.indices)
    ).pairs.map { i, j in
      let comparison = comparer.compare(CollectionOfOne(i), CollectionOfOne(j))
      return Pair(source: i, target: j, similarity: Double(comparison.similarity))
    }.sorted { ($1.similarity, $0.source, $0.target) < ($0.similarity, $1.source, $1.target) }
  }

  /// The text without page furniture.
  private static func text(_ document: Document) -> Substring {
    let segments = document.segments.indices.filter { document.segments[$0].kind != .boilerplate }
    return Substring(segments.map { document.trimmedText(of: $0) }.joined(separator: "\n"))
  }
}
