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
  /// - Complexity: that of the candidates, and O(candidates × tokens × clauses).
  package init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    sources: [Int], targets: [Int]
  ) {
    let weights = (
      source: TypeWeights.local(source, correspondences.source),
      target: TypeWeights.local(target, correspondences.target)
    )
    let pairs = ClaimCandidates(
      source: source, target: target, correspondences: correspondences, weights: weights,
      sources: sources, targets: targets
    ).pairs
    let clauses = (Clauses(source, weights.source), Clauses(target, weights.target))
    var comparer = SegmentComparer(
      source: source, target: target, correspondences: correspondences, weights: weights)
    let comparisons = pairs.map {
      comparer.compare(CollectionOfOne($0.i), CollectionOfOne($0.j))
    }
    let margins = Margins(
      zip(pairs, comparisons).map { ($0.i, $0.j, Double($1.similarity)) },
      sources: sources, targets: targets)
    let closeness = margins.closeness
    var rows: [Row] = []
    for ((i, j), comparison) in zip(pairs, comparisons) {
      let (rivals, leads) = (margins.rivals(i, j), margins.leads(i, j))
      rows.append(
        Row(
          i: i, j: j,
          features: ClaimFeatures(
            comparison: comparison,
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
    _ a: [[Int]], _ b: [[Int]], _ comparer: inout SegmentComparer
  ) -> Double {
    var best = 0.0
    for x in a {
      for y in b {
        let comparison = comparer.compare(types: x, y)
        let content = log(1 + Double(min(comparison.source.total, comparison.target.total)))
        best = max(best, Double(comparison.similarity) * min(1, content / fullContent))
      }
    }
    return best
  }
}
