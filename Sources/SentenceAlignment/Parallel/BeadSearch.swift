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

    var isNull: Bool { source.isEmpty || target.isEmpty }
  }

  private let table: ScoreTable

  /// Scores every bead of the corridor.
  ///
  /// - Complexity: O(places of the corridor × shapes) scores, and as many numbers.
  init(_ corridor: Corridor, _ scorer: inout some BeadScorer & ~Copyable) {
    table = ScoreTable(corridor, &scorer)
  }

  /// What leaving out a segment scores when a share of them has no counterpart: its log-odds, kept
  /// within what the development sets have shown to serve.
  static func null(leftOut share: Double) -> Double {
    min(-1.3, max(-5, log(max(share, 1e-6) / (1 - min(share, 0.99))) - 0.5))
  }

  /// The best path, ties decided by `BeadShape.all`. How much it costs to leave a segment out, the
  /// document says itself: a first pass counts how many segments are likely left out.
  func path() -> [Step] {
    var null = Self.null(leftOut: 0.05)
    for _ in 0..<2 {
      let sums = PathSums(table, null: null)
      null = Self.null(leftOut: sums.expectedShareLeftOut)
    }
    return path(null: null)
  }

  /// - Parameter null: What leaving out one segment scores, in log-odds.
  func path(null: Double) -> [Step] {
    let sums = PathSums(table, null: null)
    var best = Array(repeating: -Double.infinity, count: table.placeCount)
    var chosen = [UInt8](repeating: 0, count: table.placeCount)
    best[0] = 0
    table.forEachBead(null: null) { bead in
      let score = best[bead.before] + bead.score
      if score > best[bead.place] {
        (best[bead.place], chosen[bead.place]) = (score, UInt8(bead.shape))
      }
    }
    var steps: [Step] = []
    var (i, j) = (table.sourceCount, table.targetCount)
    while i + j > 0 {
      let place = table.place(i, j)
      let number = Int(chosen[place])
      let shape = BeadShape.all[number]
      let (a, b) = (i - shape.source, j - shape.target)
      let posterior = sums.posterior(
        of: ScoreTable.Bead(
          place: place, before: table.place(a, b), shape: number,
          score: table.score(place, number, null: null)))
      steps.append(Step(source: a..<i, target: b..<j, posterior: posterior))
      (i, j) = (a, b)
    }
    return steps.reversed()
  }
}
