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

    /// The step of part of the texts as one of the whole.
    func moved(by origin: (source: Int, target: Int)) -> Step {
      Step(
        source: origin.source + source.lowerBound..<origin.source + source.upperBound,
        target: origin.target + target.lowerBound..<origin.target + target.upperBound,
        posterior: posterior)
    }
  }

  private let table: ScoreTable

  init(_ table: ScoreTable) {
    self.table = table
  }

  /// What leaving out a segment scores when a share of them has no counterpart: its log-odds, kept
  /// within what the development sets have shown to serve.
  static func null(leftOut share: Double) -> Double {
    typealias LeavingOut = TranslationParameters.LeavingOut
    let odds = log(max(share, 1e-6) / (1 - min(share, 0.99))) - LeavingOut.discount
    return min(LeavingOut.bounds.upperBound, max(LeavingOut.bounds.lowerBound, odds))
  }

  /// What each segment beyond 1-1 scores above `BeadShape.prior`, by how many of them there are for a bead:
  /// more than usual and they cost less, at most by one either way.
  static func join(joined: Double) -> Double {
    typealias Joining = TranslationParameters.Joining
    let more = Joining.bend * log(max(joined, 1e-4) / Joining.usual)
    return min(Joining.most, max(-Joining.most, more))
  }

  /// The likely path. What it costs to leave a segment out or to join several, the document says itself:
  /// first passes count how many likely are.
  func path() -> [Step] {
    var prices = PathSums.Prices(
      source: Self.null(leftOut: TranslationParameters.LeavingOut.usual),
      target: Self.null(leftOut: TranslationParameters.LeavingOut.usual))
    for _ in 0..<2 {
      let shares = PathSums(table, prices).expectedShares()
      prices = PathSums.Prices(
        source: Self.null(leftOut: shares.source), target: Self.null(leftOut: shares.target),
        join: Self.join(joined: shares.joined))
    }
    return likelyPath(prices)
  }

  /// The best path, ties decided by `BeadShape.all`.
  func path(_ prices: PathSums.Prices) -> [Step] {
    let sums = PathSums(table, prices)
    return sums.path(sums.leftOut())
  }

  /// The best path without the beads that are less likely, segment by segment, than that their segments
  /// have no counterpart: these are left out (a decision by expected accuracy, Holmes & Durbin 1998).
  ///
  /// Where each text says something of its own in the same place, one pair scores more than two segments
  /// left out, but most other readings leave them out.
  func likelyPath(_ prices: PathSums.Prices) -> [Step] {
    let sums = PathSums(table, prices)
    let leftOut = sums.leftOut()
    return sums.path(leftOut).flatMap { step -> [Step] in
      let apart =
        step.source.map { i in
          Step(
            source: i..<i + 1, target: step.target.lowerBound..<step.target.lowerBound,
            posterior: leftOut.source[i])
        }
        + step.target.map { j in
          Step(
            source: step.source.upperBound..<step.source.upperBound, target: j..<j + 1,
            posterior: leftOut.target[j])
        }
      let expected = apart.reduce(0) { $0 + $1.posterior }
      return step.posterior * Double(apart.count) >= expected ? [step] : apart
    }
  }
}
