/// By how much pairs of segments stand out from their rivals (Artetxe & Schwenk 2019, there as a ratio of
/// embeddings; here a difference of coverages).
struct Margins: Sendable {
  /// Similarities by pair; a pair that is missing shares nothing.
  private var similarities: [Pair: Double] = [:]
  private var best: (source: [Int: [Double]], target: [Int: [Double]]) = ([:], [:])
  /// The segments that may be linked, in order, and each one's place among them.
  private let sources, targets: [Int]
  private let places: (source: [Int: Int], target: [Int: Int])

  private struct Pair: Hashable {
    let i, j: Int
  }

  /// Three rivals remain when the pair itself is among the best.
  private static let kept = 4

  init(_ pairs: [(i: Int, j: Int, similarity: Double)], sources: [Int], targets: [Int]) {
    (self.sources, self.targets) = (sources, targets)
    places = (
      Dictionary(uniqueKeysWithValues: zip(sources, sources.indices)),
      Dictionary(uniqueKeysWithValues: zip(targets, targets.indices))
    )
    for (i, j, similarity) in pairs where similarity > 0 {
      similarities[Pair(i: i, j: j)] = similarity
      Self.insert(similarity, into: &best.source[i, default: []])
      Self.insert(similarity, into: &best.target[j, default: []])
    }
  }

  /// Keeps the highest, descending.
  private static func insert(_ value: Double, into best: inout [Double]) {
    let place = best.firstIndex { $0 < value } ?? best.endIndex
    best.insert(value, at: place)
    if best.count > kept { best.removeLast() }
  }

  /// The mean similarity of the three best other pairs of each segment.
  func rivals(_ i: Int, _ j: Int) -> (source: Double, target: Double) {
    let own = similarities[Pair(i: i, j: j)] ?? 0
    return (
      Self.mean(best.source[i] ?? [], without: own), Self.mean(best.target[j] ?? [], without: own)
    )
  }

  /// A rival that is not there shares nothing.
  private static func mean(_ best: [Double], without own: Double) -> Double {
    var rivals = best
    if let index = rivals.firstIndex(of: own) { rivals.remove(at: index) }
    return rivals.prefix(kept - 1).reduce(0, +) / Double(kept - 1)
  }

  /// Similarity less the mean of both sides' rivals; 0 off the text.
  private func margin(_ place: (Int, Int)) -> Double {
    guard sources.indices.contains(place.0), targets.indices.contains(place.1) else { return 0 }
    let (i, j) = (sources[place.0], targets[place.1])
    let rivals = rivals(i, j)
    return (similarities[Pair(i: i, j: j)] ?? 0) - (rivals.source + rivals.target) / 2
  }

  private func best(_ i: Int, _ j: Int, of steps: [(Int, Int)]) -> Double {
    guard let i = places.source[i], let j = places.target[j] else { return 0 }
    return steps.reduce(-.infinity) { max($0, margin((i + $1.0, j + $1.1))) }
  }

  /// By how much the better half of the segments is closer to its best partners, on average, than in
  /// reports that merely tell of the same event; 0 of those.
  var closeness: Double {
    let similarities = (Array(best.source.values) + Array(best.target.values)).compactMap(\.first)
    let half = similarities.sorted(by: >).prefix(max(1, similarities.count / 2))
    guard !half.isEmpty else { return 0 }
    return max(0, half.reduce(0, +) / Double(half.count) - Self.closenessOfReports)
  }

  /// What reports of one event reach at most: .40 to .46 on the five development pairs, .51 and more on
  /// texts with translated sentences.
  private static let closenessOfReports = 0.45

  /// The better margin of the pair before and the pair behind.
  func block(_ i: Int, _ j: Int) -> Double { best(i, j, of: [(1, 1), (-1, -1)]) }

  /// The best margin of one of the two with a neighbour of the other.
  func shared(_ i: Int, _ j: Int) -> Double {
    best(i, j, of: [(0, 1), (0, -1), (1, 0), (-1, 0)])
  }
}
