internal import Foundation

/// Sums over all paths through a corridor: the best of them, and how likely each bead is among all readings of
/// the two texts (Viterbi 1967; the forward-backward algorithm, Baum 1972).
///
/// Sums are kept relative to the best path to the same place, which is kept as a logarithm: so they neither
/// vanish nor need a logarithm themselves. A scale for each row keeps long texts from overflowing.
struct PathSums {
  /// What a document says of beads other than 1-1, in log-odds.
  struct Prices: Sendable, Hashable {
    /// What leaving out one segment scores.
    var source, target: Double
    /// What each segment beyond 1-1 scores, above what the table holds.
    var join = 0.0
  }

  private let table: ScoreTable
  private let prices: Prices
  /// By place, the score of the best path to it, and its last step as an index in `BeadShape.all`.
  private var best: [Double]
  private var chosen: [UInt8]
  /// By place, the sum over all paths to it, over the best one's and the row's scale.
  private var mass: [Double]
  private var bestOut: [Double]
  private var massOut: [Double]
  /// By row, the natural logarithm of what the sums are divided by.
  private var scales: [Double]

  private static let shapes = BeadShape.all
  /// Paths so much worse than the best, in log-odds, add nothing.
  private static let negligible = -30.0
  private static let largest = 1e60

  /// - Complexity: O(beads of the corridor).
  init(_ table: ScoreTable, _ prices: Prices) {
    (self.table, self.prices) = (table, prices)
    best = Array(repeating: -.infinity, count: table.placeCount)
    chosen = Array(repeating: 0, count: table.placeCount)
    mass = Array(repeating: 0, count: table.placeCount)
    (bestOut, massOut) = (best, mass)
    scales = Array(repeating: 0, count: table.rows.count)
    sumInward()
    sumOutward()
  }

  /// One step that ends in a place.
  private struct Step {
    var before = 0
    var score = 0.0
    var shape = 0
    var rowsBack = 0
  }

  /// Fills `steps` with those that end in a place, in the order that decides ties.
  @inline(__always)
  private func steps(
    to place: Int, _ i: Int, _ j: Int, _ shapes: [BeadShape], _ steps: inout [Step]
  ) -> Int {
    var (count, next) = (0, Int(table.beadStarts[place]))
    let end = Int(table.beadStarts[place + 1])
    func add(_ before: Int, _ score: Double, _ shape: Int, _ rowsBack: Int) {
      steps[count] = Step(before: before, score: score, shape: shape, rowsBack: rowsBack)
      count += 1
    }
    if next < end, table.shapes[next] == 0 {
      add(table.place(i - 1, j - 1), Double(table.scores[next]), 0, 1)
      next += 1
    }
    if let before = table.placeIfThere(i - 1, j) { add(before, prices.source, 1, 1) }
    if let before = table.placeIfThere(i, j - 1) { add(before, prices.target, 2, 0) }
    while next < end {
      let shape = Int(table.shapes[next])
      let before = table.place(i - shapes[shape].source, j - shapes[shape].target)
      add(
        before,
        Double(table.scores[next]) + prices.join
          * Double(shapes[shape].source + shapes[shape].target - 2),
        shape, shapes[shape].source)
      next += 1
    }
    return count
  }

  private mutating func sumInward() {
    let shapes = Self.shapes
    var steps = [Step](repeating: Step(), count: shapes.count)
    var factors = [Double](repeating: 1, count: RunTable.longest + 1)
    (best[0], mass[0]) = (0, 1)
    for (i, row) in table.rows.enumerated() {
      scales[i] = i > 0 ? scales[i - 1] : 0
      for back in 1...RunTable.longest where back <= i {
        factors[back] = exp(scales[i - back] - scales[i])
      }
      var most = 0.0
      for j in row where i + j > 0 {
        let place = table.place(i, j)
        let count = self.steps(to: place, i, j, shapes, &steps)
        var (top, shape) = (-Double.infinity, 0)
        for k in 0..<count {
          let score = best[steps[k].before] + steps[k].score
          if score > top { (top, shape) = (score, steps[k].shape) }
        }
        var sum = 0.0
        for k in 0..<count {
          let step = steps[k]
          let difference = best[step.before] + step.score - top
          if difference > Self.negligible {
            sum += mass[step.before] * factors[step.rowsBack] * exp(difference)
          }
        }
        (best[place], chosen[place], mass[place]) = (top, UInt8(shape), sum)
        most = max(most, sum)
      }
      if most > Self.largest {
        for j in row { mass[table.place(i, j)] /= most }
        scales[i] += log(most)
      }
    }
  }

  /// The sums over all paths from a place to the end; their scales are what the inward ones leave.
  private mutating func sumOutward() {
    let shapes = Self.shapes
    var steps = [Step](repeating: Step(), count: shapes.count)
    bestOut[table.placeCount - 1] = 0
    massOut[table.placeCount - 1] = 1
    for i in table.rows.indices.reversed() {
      for j in table.rows[i].reversed() {
        let place = table.place(i, j)
        for k in 0..<self.steps(to: place, i, j, shapes, &steps) {
          let score = bestOut[place] + steps[k].score
          if score > bestOut[steps[k].before] { bestOut[steps[k].before] = score }
        }
      }
    }
    for i in table.rows.indices.reversed() {
      let factors = (0...RunTable.longest).map { exp(scales[max(0, i - $0)] - scales[i]) }
      for j in table.rows[i].reversed() {
        let place = table.place(i, j)
        for k in 0..<self.steps(to: place, i, j, shapes, &steps) {
          let step = steps[k]
          let difference = bestOut[place] + step.score - bestOut[step.before]
          if difference > Self.negligible {
            massOut[step.before] += massOut[place] * factors[step.rowsBack] * exp(difference)
          }
        }
      }
    }
  }

  /// The best path's steps, each with its probability, 0 to 1.
  func path() -> [(shape: BeadShape, source: Int, target: Int, posterior: Double)] {
    var path: [(shape: BeadShape, source: Int, target: Int, posterior: Double)] = []
    var (i, j) = (table.sourceCount, table.targetCount)
    while i + j > 0 {
      let place = table.place(i, j)
      let number = Int(chosen[place])
      let shape = Self.shapes[number]
      let (a, b) = (i - shape.source, j - shape.target)
      let before = table.place(a, b)
      let posterior =
        shape.source == 0
        ? leftOutOfTarget(j, near: i)
        : shape.target == 0
          ? leftOutOfSource(i)
          : posterior(
            from: before, row: a, to: place, row: i, score: best[place] - best[before])
      path.append((shape, a, b, posterior))
      (i, j) = (a, b)
    }
    return path.reversed()
  }

  /// The probability that the segment before row `i` is left out, wherever the path stands in the other text.
  private func leftOutOfSource(_ i: Int) -> Double {
    min(
      1,
      table.rows[i].reduce(0) { sum, j in
        guard let before = table.placeIfThere(i - 1, j) else { return sum }
        return sum
          + posterior(
            from: before, row: i - 1, to: table.place(i, j), row: i, score: prices.source)
      })
  }

  private func leftOutOfTarget(_ j: Int, near row: Int) -> Double {
    var sum = 0.0
    func add(_ i: Int) -> Bool {
      guard i < table.rows.count, let place = table.placeIfThere(i, j),
        let before = table.placeIfThere(i, j - 1)
      else { return false }
      sum += posterior(from: before, row: i, to: place, row: i, score: prices.target)
      return true
    }
    var (up, down) = (row, row + 1)
    while add(up) { up -= 1 }
    while add(down) { down += 1 }
    return min(1, sum)
  }

  private func posterior(
    from before: Int, row a: Int, to place: Int, row i: Int, score: Double
  ) -> Double {
    let last = table.placeCount - 1
    let difference = best[before] + score + bestOut[place] - best[last]
    if difference < Self.negligible { return 0 }
    // The outward scale of row i is the last row's less that of row i.
    let scale = exp(difference + scales[a] - scales[i])
    return min(1, scale * mass[before] * massOut[place] / mass[last])
  }

  /// The expected shares of both texts' segments that have no counterpart, 0 to 1, and of the beads with two
  /// sides the number of segments beyond 1-1.
  func expectedShares() -> (source: Double, target: Double, joined: Double) {
    var (source, target) = (0.0, 0.0)
    var (joined, beads) = (0.0, 0.0)
    let shapes = Self.shapes
    for (i, row) in table.rows.enumerated() {
      for j in row {
        let place = table.place(i, j)
        if let before = table.placeIfThere(i - 1, j) {
          source += posterior(from: before, row: i - 1, to: place, row: i, score: prices.source)
        }
        for next in Int(table.beadStarts[place])..<Int(table.beadStarts[place + 1]) {
          let shape = shapes[Int(table.shapes[next])]
          let extra = Double(shape.source + shape.target - 2)
          let probability = posterior(
            from: table.place(i - shape.source, j - shape.target), row: i - shape.source,
            to: place, row: i, score: Double(table.scores[next]) + prices.join * extra)
          beads += probability
          joined += probability * extra
        }
        if let before = table.placeIfThere(i, j - 1) {
          target += posterior(from: before, row: i, to: place, row: i, score: prices.target)
        }
      }
    }
    return (
      source / Double(max(table.sourceCount, 1)), target / Double(max(table.targetCount, 1)),
      joined / max(beads, 1)
    )
  }
}
