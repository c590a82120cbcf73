internal import Foundation

extension PathSums {
  /// The best path's steps, each with its probability, 0 to 1.
  ///
  /// - Parameter leftOut: For each segment the probability that it has no counterpart.
  func path(_ leftOut: (source: [Double], target: [Double])) -> [BeadSearch.Step] {
    var path: [BeadSearch.Step] = []
    var (i, j) = (table.sourceCount, table.targetCount)
    while i + j > 0 {
      let place = table.place(i, j)
      let shape = BeadShape.all[Int(chosen[place])]
      let (a, b) = (i - shape.source, j - shape.target)
      let before = table.place(a, b)
      let posterior =
        shape.source == 0
        ? leftOut.target[b]
        : shape.target == 0
          ? leftOut.source[a]
          : posterior(
            from: before, row: a, to: place, row: i, score: best[place] - best[before])
      path.append(BeadSearch.Step(source: a..<i, target: b..<j, posterior: posterior))
      (i, j) = (a, b)
    }
    return path.reversed()
  }

  /// For each segment the probability that it has no counterpart, wherever the path stands in the other text.
  ///
  /// - Complexity: O(places of the corridor).
  func leftOut() -> (source: [Double], target: [Double]) {
    var source = [Double](repeating: 0, count: table.sourceCount)
    var target = [Double](repeating: 0, count: table.targetCount)
    for (i, row) in table.rows.enumerated() {
      for j in row {
        let place = table.place(i, j)
        if let before = table.placeIfThere(i - 1, j) {
          source[i - 1] += share(
            of: best[before] + prices.source + bestOut[place], scales[i - 1] - scales[i]
          ) { massBeforeSource(before, i - 1, j) * massOut[place] }
        }
        if let before = table.placeIfThere(i, j - 1) {
          target[j - 1] += share(of: best[before] + prices.target + bestOut[place], 0) {
            mass[before] * massAfterTarget(place, i, j)
          }
        }
      }
    }
    return (source.map { min(1, $0) }, target.map { min(1, $0) })
  }

  /// The expected shares of both texts' segments that have no counterpart, 0 to 1, and of the beads with two
  /// sides the number of segments beyond 1-1.
  func expectedShares() -> (source: Double, target: Double, joined: Double) {
    let leftOut = leftOut()
    var (joined, beads) = (0.0, 0.0)
    let shapes = BeadShape.all
    for (i, row) in table.rows.enumerated() {
      for j in row {
        let place = table.place(i, j)
        for next in Int(table.beadStarts[place])..<Int(table.beadStarts[place + 1]) {
          let shape = shapes[Int(table.shapes[next])]
          let extra = Double(shape.source + shape.target - 2)
          let probability = posterior(
            from: table.place(i - shape.source, j - shape.target), row: i - shape.source,
            to: place, row: i, score: Double(table.scores[next]) + prices.join * extra)
          beads += probability
          joined += probability * extra
        }
      }
    }
    return (
      leftOut.source.reduce(0, +) / Double(max(table.sourceCount, 1)),
      leftOut.target.reduce(0, +) / Double(max(table.targetCount, 1)), joined / max(beads, 1)
    )
  }

  /// The probability of a bead with two sides.
  private func posterior(
    from before: Int, row a: Int, to place: Int, row i: Int, score: Double
  ) -> Double {
    share(of: best[before] + score + bestOut[place], scales[a] - scales[i]) {
      mass[before] * massOut[place]
    }
  }

  /// The share that some paths have of all, 0 to 1.
  ///
  /// - Parameters:
  ///   - score: Of the best of them.
  ///   - scale: What their sums were divided by, as a logarithm: the outward scale of a row is the last
  ///     row's less that of the row.
  ///   - paths: The sum before them times the sum after them; asked for if they add anything.
  private func share(of score: Double, _ scale: Double, _ paths: () -> Double) -> Double {
    let last = table.placeCount - 1
    let difference = score - best[last]
    if difference < Self.negligible { return 0 }
    return min(1, exp(difference + scale) * paths() / mass[last])
  }
}
