internal import Foundation

/// Finds the beads of highest total score that tile two texts in order: dynamic programming over a
/// corridor.
///
/// Over the whole rectangle this is the plain reference search that corridors are tested against.
struct BeadSearch {
  /// A bead of the path found.
  struct Step: Sendable, Hashable {
    let source, target: Range<Int>
    /// The probability of the bead among all paths of the corridor, 0 to 1.
    let posterior: Double
  }

  /// What leaving out one segment scores, in log-odds.
  let null: Double

  /// A bead that scores so much less than leaving its segments out is on no path worth counting.
  private static let slack = 3.0

  /// A bead of more than two segments that scores less is no reading of the text: there is always a
  /// smaller bead, and segments left out.
  private static let leastJoined = -4.0

  private static let impossible = -Double.infinity

  /// The best path, ties decided by `BeadShape.all`.
  ///
  /// - Complexity: O(places of the corridor × shapes) scores, and as many numbers.
  func path(in corridor: Corridor, _ scorer: inout some BeadScorer & ~Copyable) -> [Step] {
    let table = Table(corridor)
    let shapes = BeadShape.all
    var scores = [Float](repeating: -.infinity, count: table.count * shapes.count)
    var best = [Double](repeating: Self.impossible, count: table.count)
    var inward = [Double](repeating: Self.impossible, count: table.count)
    var chosen = [UInt8](repeating: 0, count: table.count)
    best[table.index(0, 0)] = 0
    inward[table.index(0, 0)] = 0
    for (i, row) in corridor.rows.enumerated() {
      for j in row where i + j > 0 {
        let place = table.index(i, j)
        for (number, shape) in shapes.enumerated() {
          guard let before = table.place(before: i, j, shape), best[before] > Self.impossible else {
            continue
          }
          let score =
            shape.isNull
            ? null
            : scorer.logOdds(
              source: i - shape.source..<i, target: j - shape.target..<j, floor: floor(shape))
          if score < floor(shape) { continue }
          scores[place * shapes.count + number] = Float(score)
          if best[before] + score > best[place] {
            (best[place], chosen[place]) = (best[before] + score, UInt8(number))
          }
          inward[place] = Self.logSum(inward[place], inward[before] + score)
        }
      }
    }
    let outward = outwardSums(corridor, table, scores)
    return backtrack(corridor, table, chosen, scores, inward, outward)
  }

  private func floor(_ shape: BeadShape) -> Double {
    let leftOut = Double(shape.source + shape.target) * null - Self.slack
    return shape.source + shape.target > 2 ? max(leftOut, Self.leastJoined) : leftOut
  }

  /// For each place the logarithm of the sum over all paths from it to the end.
  private func outwardSums(_ corridor: Corridor, _ table: Table, _ scores: [Float]) -> [Double] {
    let shapes = BeadShape.all
    var outward = [Double](repeating: Self.impossible, count: table.count)
    outward[table.count - 1] = 0
    for (i, row) in corridor.rows.enumerated().reversed() {
      for j in row.reversed() {
        let place = table.index(i, j)
        guard outward[place] > Self.impossible else { continue }
        for (number, shape) in shapes.enumerated() {
          let score = Double(scores[place * shapes.count + number])
          guard score > Self.impossible, let before = table.place(before: i, j, shape) else { continue }
          outward[before] = Self.logSum(outward[before], outward[place] + score)
        }
      }
    }
    return outward
  }

  private func backtrack(
    _ corridor: Corridor, _ table: Table, _ chosen: [UInt8], _ scores: [Float], _ inward: [Double],
    _ outward: [Double]
  ) -> [Step] {
    let shapes = BeadShape.all
    let total = outward[table.index(0, 0)]
    var steps: [Step] = []
    var (i, j) = (corridor.rows.count - 1, corridor.rows[corridor.rows.count - 1].upperBound - 1)
    while i + j > 0 {
      let place = table.index(i, j)
      let shape = shapes[Int(chosen[place])]
      let score = Double(scores[place * shapes.count + Int(chosen[place])])
      guard let before = table.place(before: i, j, shape) else { break }
      let posterior = exp(inward[before] + score + outward[place] - total)
      steps.append(
        Step(
          source: i - shape.source..<i, target: j - shape.target..<j,
          posterior: min(1, max(0, posterior))))
      (i, j) = (i - shape.source, j - shape.target)
    }
    return steps.reversed()
  }

  private static func logSum(_ a: Double, _ b: Double) -> Double {
    let (high, low) = a > b ? (a, b) : (b, a)
    return low == impossible ? high : high + log1p(exp(low - high))
  }

  /// Where the places of a corridor lie in flat arrays.
  private struct Table {
    let rows: [Range<Int>]
    let starts: [Int]
    let count: Int

    init(_ corridor: Corridor) {
      rows = corridor.rows
      var (starts, count): ([Int], Int) = ([], 0)
      for row in corridor.rows {
        starts.append(count)
        count += row.count
      }
      (self.starts, self.count) = (starts, count)
    }

    func index(_ i: Int, _ j: Int) -> Int { starts[i] + j - rows[i].lowerBound }

    func place(before i: Int, _ j: Int, _ shape: BeadShape) -> Int? {
      let (a, b) = (i - shape.source, j - shape.target)
      guard a >= 0, b >= 0, rows[a].contains(b) else { return nil }
      return index(a, b)
    }
  }
}
