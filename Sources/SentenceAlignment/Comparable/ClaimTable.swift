package import BilingualLexicon
internal import Foundation

/// The features of the pairs of segments of two texts that are worth comparing.
package struct ClaimTable: Sendable {
  package struct Row: Sendable {
    package let i, j: Int
    package let features: ClaimFeatures
  }

  /// Ascending by source, then target segment.
  package let rows: [Row]

  /// - Parameters:
  ///   - sources: The segments that may be linked, ascending.
  ///   - encoding: Consulted beside the words, if given.
  /// - Throws: What the encoder throws.
  /// - Complexity: that of the candidates, and O(candidates × tokens × clauses).
  package init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    sources: [Int], targets: [Int], encoding: EncodedTexts.Input? = nil
  ) throws {
    let weights = (
      source: TypeWeights.local(source, correspondences.source),
      target: TypeWeights.local(target, correspondences.target)
    )
    let clauses = (Clauses(source, weights.source), Clauses(target, weights.target))
    let encoded = try encoding.map {
      try EncodedTexts($0, clauses: clauses, sources: sources, targets: targets)
    }
    let pairs = ClaimCandidates(
      source: source, target: target, correspondences: correspondences, weights: weights,
      sources: sources, targets: targets, encoded: encoded
    ).pairs
    var comparer = SegmentComparer(
      source: source, target: target, correspondences: correspondences, weights: weights)
    let comparisons = pairs.map {
      comparer.compare(CollectionOfOne($0.i), CollectionOfOne($0.j))
    }
    let likenesses = pairs.map { encoded?.likeness($0.i, $0.j) }
    let words = Margins(
      zip(pairs, comparisons).map { ($0.i, $0.j, Double($1.similarity)) },
      sources: sources, targets: targets)
    let margins =
      encoded == nil
      ? words
      : Margins(
        zip(zip(pairs, comparisons), likenesses).map {
          ($0.0.i, $0.0.j, Double($0.1.similarity) + ($1?.sentences ?? 0))
        }, sources: sources, targets: targets)
    let closeness = words.closeness
    var rows: [Row] = []
    for (((i, j), comparison), likeness) in zip(zip(pairs, comparisons), likenesses) {
      let (rivals, leads) = (margins.rivals(i, j), margins.leads(i, j))
      rows.append(
        Row(
          i: i, j: j,
          features: ClaimFeatures(
            comparison: comparison, encoded: likeness,
            clauses: Self.likeness(clauses.0[i], clauses.1[j], &comparer),
            sourceRivals: rivals.source, targetRivals: rivals.target,
            block: margins.block(i, j), shared: margins.shared(i, j),
            largerLead: max(leads.source, leads.target),
            smallerLead: min(leads.source, leads.target), closeness: closeness)))
    }
    self.rows = rows
  }

  /// What a clause has to hold, as the logarithm of one more than its weight, to count in full.
  private static let fullContent = 1.3

  /// The similarity of the two clauses that share most, less what a light clause shares by chance.
  private static func likeness(
    _ a: [Clauses.Clause], _ b: [Clauses.Clause], _ comparer: inout SegmentComparer
  ) -> Double {
    var best = 0.0
    for x in a {
      for y in b {
        let comparison = comparer.compare(types: x.types, y.types)
        let content = log(1 + Double(min(comparison.source.total, comparison.target.total)))
        best = max(best, Double(comparison.similarity) * min(1, content / fullContent))
      }
    }
    return best
  }
}
