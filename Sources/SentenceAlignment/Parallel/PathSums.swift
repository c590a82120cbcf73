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

  let table: ScoreTable
  let prices: Prices
  /// By place, the score of the best path to it, and its last step as an index in `BeadShape.all`.
  private(set) var best: [Double]
  private(set) var chosen: [UInt8]
  /// By place, the sum over all paths to it, over the best one's and the row's scale.
  private(set) var mass: [Double]
  private(set) var bestOut: [Double]
  private(set) var massOut: [Double]
  /// By row, the natural logarithm of what the sums are divided by.
  private(set) var scales: [Double]

  /// Paths so much worse than the best, in log-odds, add nothing.
  static let negligible = -30.0
  private static let largest = 1e60
  /// Segments left out of both texts side by side have many orders and are one alignment. So a path counts
  /// for so little, 0 to 1, each time that it turns from the target's to the source's: the order with all of the
  /// source's first counts in full. Not zero, for in a narrow corridor that order may find no room.
  static let turn = TranslationParameters.LeavingOut.turn
  /// Indexes in `BeadShape.all`.
  private static let (sourceNull, targetNull) = (1, 2)

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
    let shapes = BeadShape.all
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
            let paths =
              step.shape == Self.sourceNull
              ? massBeforeSource(step.before, i - 1, j) : mass[step.before]
            sum += paths * factors[step.rowsBack] * exp(difference)
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
    let shapes = BeadShape.all
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
            let paths =
              step.shape == Self.targetNull ? massAfterTarget(place, i, j) : massOut[place]
            massOut[step.before] += paths * factors[step.rowsBack] * exp(difference)
          }
        }
      }
    }
  }

  /// The sum over the paths to a place where a source segment is left out next.
  func massBeforeSource(_ place: Int, _ i: Int, _ j: Int) -> Double {
    guard let before = table.placeIfThere(i, j - 1) else { return mass[place] }
    let difference = best[before] + prices.target - best[place]
    guard difference > Self.negligible else { return mass[place] }
    return max(0, mass[place] - (1 - Self.turn) * mass[before] * exp(difference))
  }

  /// The sum over the paths from a place where a target segment has just been left out.
  func massAfterTarget(_ place: Int, _ i: Int, _ j: Int) -> Double {
    guard i < table.sourceCount, let after = table.placeIfThere(i + 1, j)
    else { return massOut[place] }
    let difference = bestOut[after] + prices.source - bestOut[place]
    guard difference > Self.negligible else { return massOut[place] }
    let scale = exp(scales[i] - scales[i + 1])
    return max(0, massOut[place] - (1 - Self.turn) * massOut[after] * scale * exp(difference))
  }
}
