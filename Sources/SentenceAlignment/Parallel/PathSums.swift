internal import Foundation

/// Sums over all paths through a corridor: how likely each bead is among all readings of the two texts
/// (the forward-backward algorithm, Baum 1972). Natural logarithms throughout.
struct PathSums {
  private let table: ScoreTable
  private let null: Double
  private let inward, outward: [Double]
  private let total: Double

  /// - Complexity: O(places of the corridor × shapes).
  init(_ table: ScoreTable, null: Double) {
    (self.table, self.null) = (table, null)
    var inward = [Double](repeating: -.infinity, count: table.placeCount)
    var outward = inward
    inward[0] = 0
    table.forEachBead(null: null) { bead in
      inward[bead.place] = Self.logSum(inward[bead.place], inward[bead.before] + bead.score)
    }
    outward[table.placeCount - 1] = 0
    table.forEachBeadReversed(null: null) { bead in
      outward[bead.before] = Self.logSum(outward[bead.before], outward[bead.place] + bead.score)
    }
    (self.inward, self.outward) = (inward, outward)
    total = outward[0]
  }

  /// The probability of a bead, 0 to 1.
  func posterior(of bead: ScoreTable.Bead) -> Double {
    min(1, exp(inward[bead.before] + bead.score + outward[bead.place] - total))
  }

  /// The expected share of the segments of both texts that have no counterpart, 0 to 1.
  var expectedShareLeftOut: Double {
    var expected = 0.0
    table.forEachBead(null: null) { bead in
      if BeadShape.all[bead.shape].isNull { expected += posterior(of: bead) }
    }
    return expected / Double(max(table.sourceCount + table.targetCount, 1))
  }

  private static func logSum(_ a: Double, _ b: Double) -> Double {
    let (high, low) = a > b ? (a, b) : (b, a)
    return low == -.infinity ? high : high + log1p(exp(low - high))
  }
}
