/// What single segments explain of one another, for the rows of a search that are still in use.
///
/// A run of segments explains of a type what the best of its segments does, so that larger beads are
/// compared without looking at words again. All shares lie flat: this is the innermost loop of the search.
struct PairCache: ~Copyable {
  /// One source segment with one target segment.
  struct Pair {
    let comparison: Comparison
    let logOdds: Double
    /// Where the shares of the source segment's types begin in the row, and those of the target's.
    fileprivate let sourceStart, targetStart: Int
  }

  private struct Row {
    var source = -1
    /// The target segment of the first pair.
    var base = 0
    var pairs: [Pair?] = []
    /// For each type the share that the other segment explains, 0 to 1.
    var shares: [Float] = []
  }

  private let sources, targets: Profiles
  private var rows: [Row]

  /// Beads take at most four segments of a side, so that four rows are in use.
  private static let rowsKept = 4

  init(_ comparer: borrowing SegmentComparer) {
    sources = Profiles((0..<comparer.sourceCount).map { comparer.sourceTypes($0) })
    targets = Profiles((0..<comparer.targetCount).map { comparer.targetTypes($0) })
    rows = Array(repeating: Row(), count: Self.rowsKept)
  }

  /// The pair, which `compare` makes when it is not there.
  ///
  /// - Parameters:
  ///   - compare: Appends the shares of the source segment's types, then of the target's.
  mutating func pair(
    _ i: Int, _ j: Int, _ compare: (inout [Float]) -> Void, logOdds: (Comparison) -> Double
  ) -> Pair {
    let slot = i % Self.rowsKept
    if rows[slot].source != i { reset(slot, to: i, at: j) }
    makeRoom(slot, for: j)
    let place = j - rows[slot].base
    if let known = rows[slot].pairs[place] { return known }
    let start = rows[slot].shares.count
    compare(&rows[slot].shares)
    let middle = start + sources.count(i)
    let comparison = Comparison(
      source: sources.side(i, from: rows[slot].shares, start),
      target: targets.side(j, from: rows[slot].shares, middle))
    let pair = Pair(
      comparison: comparison, logOdds: logOdds(comparison), sourceStart: start, targetStart: middle)
    rows[slot].pairs[place] = pair
    return pair
  }

  private mutating func reset(_ slot: Int, to source: Int, at target: Int) {
    rows[slot].source = source
    rows[slot].base = target
    rows[slot].pairs.removeAll(keepingCapacity: true)
    rows[slot].shares.removeAll(keepingCapacity: true)
  }

  private mutating func makeRoom(_ slot: Int, for target: Int) {
    let before = rows[slot].base - target
    if before > 0 {
      rows[slot].pairs.insert(contentsOf: repeatElement(nil, count: before), at: 0)
      rows[slot].base = target
    }
    let missing = target - rows[slot].base + 1 - rows[slot].pairs.count
    if missing > 0 { rows[slot].pairs.append(contentsOf: repeatElement(nil, count: missing)) }
  }

  /// What two runs share, by what their segments share.
  ///
  /// - Precondition: Every pair of the runs has been asked for, the source segments within four rows.
  func comparison(_ source: Range<Int>, _ target: Range<Int>) -> Comparison {
    var comparison = Comparison()
    for i in source {
      let row = rows[i % Self.rowsKept]
      sources.add(i, to: &comparison.source) { type in
        var best: Float = 0
        for j in target {
          if let pair = row.pairs[j - row.base] {
            best = max(best, row.shares[pair.sourceStart + type])
          }
        }
        return best
      }
    }
    for j in target {
      targets.add(j, to: &comparison.target) { type in
        var best: Float = 0
        for i in source {
          let row = rows[i % Self.rowsKept]
          if let pair = row.pairs[j - row.base] {
            best = max(best, row.shares[pair.targetStart + type])
          }
        }
        return best
      }
    }
    return comparison
  }
}

/// The weights of the types of each segment of a text, one after another.
private struct Profiles {
  private let weights: [Float]
  private let isValue: [Bool]
  private let starts: [Int]

  init(_ segments: [[(weight: Float, isValue: Bool)]]) {
    weights = segments.flatMap { $0.map(\.weight) }
    isValue = segments.flatMap { $0.map(\.isValue) }
    var starts = [0]
    for segment in segments { starts.append(starts[starts.count - 1] + segment.count) }
    self.starts = starts
  }

  func count(_ segment: Int) -> Int { starts[segment + 1] - starts[segment] }

  func side(_ segment: Int, from shares: [Float], _ start: Int) -> Comparison.Side {
    var side = Comparison.Side()
    add(segment, to: &side) { shares[start + $0] }
    return side
  }

  @inline(__always)
  func add(_ segment: Int, to side: inout Comparison.Side, _ share: (Int) -> Float) {
    let start = starts[segment]
    for type in 0..<count(segment) {
      let (weight, share) = (weights[start + type], share(type))
      side.total += weight
      side.words += weight * share
      if share == 0, isValue[start + type] { side.strayValues += 1 }
    }
  }
}
