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

  init(_ table: ScoreTable) {
    self.table = table
  }

  /// What leaving out a segment scores when a share of them has no counterpart: its log-odds, kept
  /// within what the development sets have shown to serve.
  static func null(leftOut share: Double) -> Double {
    min(-1.3, max(-5, log(max(share, 1e-6) / (1 - min(share, 0.99))) - 0.5))
  }

  /// The best path, ties decided by `BeadShape.all`. How much it costs to leave a segment out, the
  /// document says itself: a first pass counts how many segments are likely left out.
  func path() -> [Step] {
    var nulls = PathSums.Nulls(
      source: Self.null(leftOut: 0.05), target: Self.null(leftOut: 0.05))
    for _ in 0..<2 {
      let shares = PathSums(table, nulls).expectedShareLeftOut()
      nulls = PathSums.Nulls(
        source: Self.null(leftOut: shares.source), target: Self.null(leftOut: shares.target))
    }
    return path(nulls)
  }

  func path(_ nulls: PathSums.Nulls) -> [Step] {
    PathSums(table, nulls).path().map { step in
      Step(
        source: step.source..<step.source + step.shape.source,
        target: step.target..<step.target + step.shape.target, posterior: step.posterior)
    }
  }
}
