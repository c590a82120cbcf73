/// What two runs of segments share, in the units of the token weights.
package struct Comparison: Sendable, Hashable {
  /// One side's weight, in all and as far as the other side explains it.
  package struct Side: Sendable, Hashable {
    package var total: Float = 0
    var words: Float = 0
    var names: Float = 0
    var numbers: Float = 0
    /// Values that the other side does not have.
    var strayValues = 0

    var covered: Float { words + names + numbers }
    /// The share that the other side explains, 0 to 1; 0 when there is nothing to explain.
    var coverage: Float { total > 0 ? covered / total : 0 }
  }

  package var source = Side()
  package var target = Side()

  /// The mean of both coverages, 0 to 1.
  package var similarity: Float { (source.coverage + target.coverage) / 2 }

  /// The part of the similarity that words, names or numbers make up.
  func share(_ kind: KeyPath<Side, Float>) -> Float {
    let part = { (side: Side) in side.total > 0 ? side[keyPath: kind] / side.total : 0 }
    return (part(source) + part(target)) / 2
  }

  /// Values on each side that the other contradicts: both tell one that the other does not.
  package var contradictions: Int { min(source.strayValues, target.strayValues) }
}
