/// What single segments explain of one another, for the rows of a search that are still in use.
///
/// A run of segments explains of a type what the best of its segments does, so that larger beads are
/// compared without looking at words again.
struct PairCache: ~Copyable {
  /// One source segment with one target segment.
  struct Pair {
    /// For each type of the segment the share that the other explains, 0 to 1.
    let source, target: [Float]
    let comparison: Comparison
    let logOdds: Double
  }

  private let sourceProfiles, targetProfiles: [[(weight: Float, isValue: Bool)]]
  private var rows: [(source: Int, pairs: [Int: Pair])]

  /// Beads take at most four segments of a side, so that four rows are in use.
  private static let rowsKept = 4

  init(_ comparer: borrowing SegmentComparer) {
    var (sources, targets): ([[(weight: Float, isValue: Bool)]], [[(weight: Float, isValue: Bool)]])
    (sources, targets) = ([], [])
    for segment in 0..<comparer.sourceCount { sources.append(comparer.sourceTypes(segment)) }
    for segment in 0..<comparer.targetCount { targets.append(comparer.targetTypes(segment)) }
    (sourceProfiles, targetProfiles) = (sources, targets)
    rows = Array(repeating: (-1, [:]), count: Self.rowsKept)
  }

  subscript(i: Int, j: Int) -> Pair? {
    let row = rows[i % Self.rowsKept]
    return row.source == i ? row.pairs[j] : nil
  }

  /// Keeps a pair; a row of another source segment in its place goes.
  mutating func keep(
    _ i: Int, _ j: Int, _ explained: (source: [Float], target: [Float]),
    _ logOdds: (Comparison) -> Double
  ) -> Pair {
    let comparison = Comparison(
      source: Self.side(sourceProfiles[i], explained.source),
      target: Self.side(targetProfiles[j], explained.target))
    let pair = Pair(
      source: explained.source, target: explained.target, comparison: comparison,
      logOdds: logOdds(comparison))
    let slot = i % Self.rowsKept
    if rows[slot].source != i { rows[slot] = (i, [:]) }
    rows[slot].pairs[j] = pair
    return pair
  }

  /// What two runs share, by what their segments share.
  ///
  /// - Precondition: Every pair of the runs is kept.
  func comparison(_ source: Range<Int>, _ target: Range<Int>) -> Comparison {
    var comparison = Comparison()
    for i in source {
      let shares = target.compactMap { self[i, $0]?.source }
      comparison.source.add(Self.side(sourceProfiles[i], Self.highest(shares)))
    }
    for j in target {
      let shares = source.compactMap { self[$0, j]?.target }
      comparison.target.add(Self.side(targetProfiles[j], Self.highest(shares)))
    }
    return comparison
  }

  private static func highest(_ shares: [[Float]]) -> [Float] {
    guard var highest = shares.first else { return [] }
    for other in shares.dropFirst() {
      for index in highest.indices where other[index] > highest[index] {
        highest[index] = other[index]
      }
    }
    return highest
  }

  private static func side(
    _ profile: [(weight: Float, isValue: Bool)], _ shares: [Float]
  ) -> Comparison.Side {
    var side = Comparison.Side()
    for (type, share) in zip(profile, shares) {
      side.total += type.weight
      side.words += type.weight * share
      if type.isValue, share == 0 { side.strayValues += 1 }
    }
    return side
  }
}

extension Comparison.Side {
  fileprivate mutating func add(_ other: Comparison.Side) {
    total += other.total
    words += other.words
    names += other.names
    numbers += other.numbers
    strayValues += other.strayValues
  }
}
