internal import Foundation

/// Two clauses that tell the same, as far as one can tell.
struct ClauseMatch: Sendable, Hashable {
  let source, target: Clauses.Clause
  /// What they share, 0 to 1; clauses of little weight count less.
  let share: Double
}

/// Which clauses of two segments match.
struct ClauseMatches: Sendable {
  /// The two whose words share most; `nil` when no clauses share a word.
  let best: ClauseMatch?
  /// Those that are each other's best, in the order of the source; empty where both segments are but one
  /// clause.
  let pairs: [ClauseMatch]

  /// What a clause has to hold, as the logarithm of one more than its weight, to count in full.
  private static let fullContent = 1.3
  /// Clauses that share less are not worth pointing at.
  private static let leastShare = 0.15

  /// - Parameter encoded: How alike two clauses are to an encoder, by their places.
  /// - Complexity: O(clauses of one × of the other × tokens).
  init(
    _ a: [Clauses.Clause], _ b: [Clauses.Clause], _ comparer: inout SegmentComparer,
    encoded: ((Int, Int) -> Double)? = nil
  ) {
    var words: ClauseMatch?
    var (ofSource, ofTarget): ([Int: (Int, Double)], [Int: (Int, Double)]) = ([:], [:])
    for (k, x) in a.enumerated() {
      for (l, y) in b.enumerated() {
        let comparison = comparer.compare(types: x.types, y.types)
        // A light clause shares much by chance.
        let content = log(1 + Double(min(comparison.source.total, comparison.target.total)))
        let share = Double(comparison.similarity) * min(1, content / Self.fullContent)
        if share > words?.share ?? 0 { words = ClauseMatch(source: x, target: y, share: share) }
        let sum = min(1, share + (encoded.map { max(0, $0(k, l)) } ?? 0))
        if sum > ofSource[k]?.1 ?? 0 { ofSource[k] = (l, sum) }
        if sum > ofTarget[l]?.1 ?? 0 { ofTarget[l] = (k, sum) }
      }
    }
    best = words
    guard a.count > 1 || b.count > 1 else {
      pairs = []
      return
    }
    pairs = a.indices.compactMap { k in
      guard let (l, share) = ofSource[k], ofTarget[l]?.0 == k, share >= Self.leastShare else {
        return nil
      }
      return ClauseMatch(source: a[k], target: b[l], share: share)
    }
  }
}
