package import BilingualLexicon
internal import BitextModel

/// Compares runs of segments of two texts by what explains what.
///
/// Coverage, not overlap: the weight of the word types of one side that some type of the other explains,
/// over the weight of all; a type counts once however often it stands. Owns scratch space, hence
/// `~Copyable`: one comparer a task.
package struct SegmentComparer: ~Copyable {
  let source, target: SideTable
  private var sourceMarks, targetMarks: Marks

  package init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    weights: (source: TypeWeights, target: TypeWeights)
  ) {
    self.init(
      source: SideTable(source, correspondences.source, weights.source),
      target: SideTable(target, correspondences.target, weights.target))
  }

  init(source: SideTable, target: SideTable) {
    (self.source, self.target) = (source, target)
    sourceMarks = Marks(count: source.typeCount)
    targetMarks = Marks(count: target.typeCount)
  }

  /// - Complexity: O(edges of the types of both runs).
  package mutating func compare(_ a: some Sequence<Int>, _ b: some Sequence<Int>) -> Comparison {
    sourceMarks.clear()
    targetMarks.clear()
    for segment in a { for type in source.types(of: segment) { sourceMarks.insert(Int(type)) } }
    for segment in b { for type in target.types(of: segment) { targetMarks.insert(Int(type)) } }
    return Comparison(
      source: source.coverage(of: sourceMarks, by: targetMarks),
      target: target.coverage(of: targetMarks, by: sourceMarks))
  }

  /// How much of each type of two segments the other explains, 0 to 1, in the order of their types.
  mutating func shares(_ i: Int, _ j: Int) -> (source: [Float], target: [Float]) {
    sourceMarks.clear()
    targetMarks.clear()
    for type in source.types(of: i) { sourceMarks.insert(Int(type)) }
    for type in target.types(of: j) { targetMarks.insert(Int(type)) }
    return (
      source.types(of: i).map { source.explained(Int($0), by: targetMarks).share },
      target.types(of: j).map { target.explained(Int($0), by: sourceMarks).share }
    )
  }

  /// The weight of each type of two segments as far as the other explains it, in the order of their types.
  ///
  /// - Complexity: O(edges of the types of both segments).
  mutating func explainedWeights(_ i: Int, _ j: Int) -> (source: [Float], target: [Float]) {
    let shares = shares(i, j)
    return (
      zip(source.types(of: i), shares.source).map { source.weights[Int($0)] * $1 },
      zip(target.types(of: j), shares.target).map { target.weights[Int($0)] * $1 }
    )
  }

  /// Compares any types, such as those of two clauses.
  mutating func compare(types a: [Int], _ b: [Int]) -> Comparison {
    sourceMarks.clear()
    targetMarks.clear()
    for type in a { sourceMarks.insert(type) }
    for type in b { targetMarks.insert(type) }
    return Comparison(
      source: source.coverage(of: sourceMarks, by: targetMarks),
      target: target.coverage(of: targetMarks, by: sourceMarks))
  }

  package var sourceCount: Int { source.segmentCount }
  package var targetCount: Int { target.segmentCount }
}
