/// By how much pairs of segments stand out from their rivals (Artetxe & Schwenk 2019, there as a ratio of
/// embeddings; here a difference of coverages).
struct Margins: Sendable {
  /// By pair; a pair that was not compared stands out by nothing.
  private var margins: [Pair: Double] = [:]
  /// The segments that may be linked, in order, and each one's place among them.
  private let sources, targets: [Int]
  private let places: (source: [Int: Int], target: [Int: Int])

  private struct Pair: Hashable {
    let i, j: Int
  }

  /// - Parameter pairs: Each once, with its similarity and the mean of both sides' rivals.
  init(
    _ pairs: [(i: Int, j: Int, similarity: Double, rivals: Double)], sources: [Int], targets: [Int]
  ) {
    (self.sources, self.targets) = (sources, targets)
    places = (
      Dictionary(uniqueKeysWithValues: zip(sources, sources.indices)),
      Dictionary(uniqueKeysWithValues: zip(targets, targets.indices))
    )
    for pair in pairs { margins[Pair(i: pair.i, j: pair.j)] = pair.similarity - pair.rivals }
  }

  /// 0 off the text.
  private func margin(_ place: (Int, Int)) -> Double {
    guard sources.indices.contains(place.0), targets.indices.contains(place.1) else { return 0 }
    return margins[Pair(i: sources[place.0], j: targets[place.1])] ?? 0
  }

  private func best(_ i: Int, _ j: Int, of steps: [(Int, Int)]) -> Double {
    guard let i = places.source[i], let j = places.target[j] else { return 0 }
    return steps.reduce(-.infinity) { max($0, margin((i + $1.0, j + $1.1))) }
  }

  /// The better margin of the pair before and the pair behind.
  func block(_ i: Int, _ j: Int) -> Double { best(i, j, of: [(1, 1), (-1, -1)]) }

  /// The best margin of one of the two with a neighbour of the other.
  func shared(_ i: Int, _ j: Int) -> Double {
    best(i, j, of: [(0, 1), (0, -1), (1, 0), (-1, 0)])
  }
}
