/// How alike runs of segments of two texts are to a sentence encoder.
///
/// The vector of a run is the sum of its segments', each as long as its words weigh: a dot product of two runs
/// is a sum over their pairs, so that larger beads cost additions.
struct RunMeanings: Sendable {
  private let source, target: VectorTable
  /// By segment, how much its words weigh.
  private let sourceWeights, targetWeights: [Float]
  /// What part of the likeness of two runs the encoder says, 0 to 1.
  let part: Float
  /// By last segment, the lengths of the runs' vectors.
  private let sourceLengths, targetLengths: [RunTable.ByLength]

  /// - Parameter vectors: Of the segments.
  init(
    _ vectors: (source: VectorTable, target: VectorTable),
    _ weights: (source: [Float], target: [Float])
  ) {
    (source, target) = vectors
    (sourceWeights, targetWeights) = weights
    part = TranslationParameters.meaning * Float(VectorTable.trust(source, target))
    sourceLengths = Self.lengths(source, sourceWeights)
    targetLengths = Self.lengths(target, targetWeights)
  }

  /// The dot product of two segments.
  ///
  /// - Complexity: O(dimension).
  func product(_ i: Int, _ j: Int) -> Float {
    sourceWeights[i] * targetWeights[j] * source.cosine(i, target, j)
  }

  /// The cosines of a run of `count` + 1 source segments with the runs of one to four target segments that end
  /// in the same place, given the sums of their products; 0 to 1.
  func cosines(
    endingAt i: Int, _ count: Int, _ j: Int, products: RunTable.ByLength
  ) -> RunTable.ByLength {
    let lengths = sourceLengths[i][count] * targetLengths[j]
    let cosines = (products / lengths).replacing(with: 0, where: lengths .<= 0)
    return cosines.clamped(lowerBound: .zero, upperBound: .one)
  }

  /// The cosine of two runs, 0 to 1: the plain form.
  func cosine(_ runs: BeadTables.Runs) -> Float {
    var sum: Float = 0
    for i in runs.source { for j in runs.target { sum += product(i, j) } }
    let lengths =
      sourceLengths[runs.source.upperBound - 1][runs.source.count - 1]
      * targetLengths[runs.target.upperBound - 1][runs.target.count - 1]
    return lengths > 0 ? min(1, max(0, sum / lengths)) : 0
  }

  private static func lengths(_ table: VectorTable, _ weights: [Float]) -> [RunTable.ByLength] {
    weights.indices.map { last in
      var (lengths, square) = (RunTable.ByLength.zero, Float(0))
      for count in 0..<RunTable.longest {
        let first = last - count
        if first >= 0 {
          square += weights[first] * weights[first]
          for other in first..<last + 1 where other > first {
            square += 2 * weights[first] * weights[other] * table.cosine(first, table, other)
          }
        }
        lengths[count] = max(0, square).squareRoot()
      }
      return lengths
    }
  }
}
