/// What the aligner of claims knows of a pair of segments.
package struct ClaimFeatures: Sendable, Hashable {
  let comparison: Comparison
  /// The mean similarity of the pair's three best rivals on each side: the same source segment with
  /// other targets, the same target with other sources.
  package let sourceRivals, targetRivals: Double

  package var similarity: Double { Double(comparison.similarity) }
  package var rivals: Double { (sourceRivals + targetRivals) / 2 }
  package var row: [Double] {
    [
      similarity, Double(comparison.source.coverage), Double(comparison.target.coverage),
      sourceRivals, targetRivals, Double(comparison.source.total), Double(comparison.target.total),
      Double(comparison.share(\.names)), Double(comparison.share(\.numbers)),
      Double(comparison.source.strayValues), Double(comparison.target.strayValues),
    ]
  }
}

/// The features of every pair of segments of two texts.
package struct ClaimTable: Sendable {
  package let sourceCount, targetCount: Int
  private let comparisons: [Comparison]
  private let sourceRivals, targetRivals: [[Double]]

  /// - Parameters:
  ///   - sources: The segments that may be linked; the others compare as empty.
  /// - Complexity: O(source segments × target segments × their tokens).
  package init(_ comparer: inout SegmentComparer, sources: Set<Int>, targets: Set<Int>) {
    (sourceCount, targetCount) = (comparer.sourceCount, comparer.targetCount)
    var comparisons: [Comparison] = []
    for i in 0..<sourceCount {
      for j in 0..<targetCount {
        comparisons.append(
          sources.contains(i) && targets.contains(j)
            ? comparer.compare(CollectionOfOne(i), CollectionOfOne(j)) : Comparison())
      }
    }
    self.comparisons = comparisons
    let width = targetCount
    sourceRivals = (0..<sourceCount).map { i in
      Self.best((0..<width).map { Double(comparisons[i * width + $0].similarity) })
    }
    targetRivals = (0..<targetCount).map { j in
      Self.best((0..<comparer.sourceCount).map { Double(comparisons[$0 * width + j].similarity) })
    }
  }

  package func features(_ i: Int, _ j: Int) -> ClaimFeatures {
    let comparison = comparisons[i * targetCount + j]
    let own = Double(comparison.similarity)
    return ClaimFeatures(
      comparison: comparison, sourceRivals: Self.mean(sourceRivals[i], without: own),
      targetRivals: Self.mean(targetRivals[j], without: own))
  }

  /// The four highest, descending: three rivals remain when the pair itself is among them.
  private static func best(_ values: [Double]) -> [Double] {
    Array(values.sorted(by: >).prefix(4))
  }

  private static func mean(_ best: [Double], without own: Double) -> Double {
    var rivals = best
    if let index = rivals.firstIndex(of: own) { rivals.remove(at: index) }
    let counted = rivals.prefix(3)
    return counted.isEmpty ? 0 : counted.reduce(0, +) / Double(counted.count)
  }
}
