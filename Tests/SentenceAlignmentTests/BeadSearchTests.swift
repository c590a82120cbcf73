import Foundation
import TestSupport
import Testing

@testable import SentenceAlignment

/// Scores that a seed decides.
private struct RandomScorer: BeadScorer, ~Copyable {
  var scores: [[Int]: Double] = [:]
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func logOdds(source: Range<Int>, target: Range<Int>) -> Double {
    let key = [source.lowerBound, source.count, target.lowerBound, target.count]
    if let known = scores[key] { return known }
    let score = Double.random(in: -9...9, using: &generator)
    scores[key] = score
    return score
  }
}

/// All ways to tile two texts with beads that the search allows.
private func readings(_ n: Int, _ m: Int, _ i: Int = 0, _ j: Int = 0) -> [[(
  Range<Int>, Range<Int>
)]] {
  if i == n, j == m { return [[]] }
  return BeadShape.all.flatMap { shape -> [[(Range<Int>, Range<Int>)]] in
    let (a, b) = (i + shape.source, j + shape.target)
    guard a <= n, b <= m else { return [] }
    return readings(n, m, a, b).map { [(i..<a, j..<b)] + $0 }
  }
}

@Suite struct BeadSearchTests {
  private func score(
    _ reading: [(Range<Int>, Range<Int>)], _ prices: PathSums.Prices, _ scorer: inout RandomScorer
  ) -> Double {
    reading.reduce(0) { sum, bead in
      if bead.1.isEmpty { return sum + prices.source }
      if bead.0.isEmpty { return sum + prices.target }
      let score = scorer.logOdds(source: bead.0, target: bead.1)
      let isLarge = bead.0.count + bead.1.count > 2
      return sum
        + (isLarge && score < Double(TranslationParameters.Joining.least) ? -.infinity : score)
    }
  }

  @Test(arguments: 1...30)
  func findsTheBestOfAllReadings(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (n, m) = (
      Int.random(in: 0...4, using: &generator), Int.random(in: 0...4, using: &generator)
    )
    guard n + m > 0 else { return }
    var scorer = RandomScorer(seed: UInt64(seed))
    let prices = PathSums.Prices(source: -2, target: -3)
    let search = BeadSearch(ScoreTable(Corridor(sourceCount: n, targetCount: m), &scorer))
    let path = search.path(prices).map { ($0.source, $0.target) }
    var best = -Double.infinity
    for reading in readings(n, m) { best = max(best, score(reading, prices, &scorer)) }
    let found = score(path, prices, &scorer)
    #expect(abs(found - best) < 1e-4, "seed \(seed)")
  }

  @Test(arguments: 1...10)
  func posteriorsAreTheSharesOfAllReadings(seed: Int) throws {
    var scorer = RandomScorer(seed: UInt64(seed))
    let prices = PathSums.Prices(source: -1, target: -2)
    let search = BeadSearch(ScoreTable(Corridor(sourceCount: 3, targetCount: 2), &scorer))
    for step in search.path(prices) {
      var (with, all) = (0.0, 0.0)
      for reading in readings(3, 2) {
        let weight = weight(reading, prices, &scorer)
        all += weight
        if reading.contains(where: { Self.isSame($0, step) }) { with += weight }
      }
      #expect(abs(step.posterior - with / all) < 1e-4, "seed \(seed)")
    }
  }

  /// A segment is left out wherever in the other text that is.
  private static func isSame(_ bead: (Range<Int>, Range<Int>), _ step: BeadSearch.Step) -> Bool {
    step.isNull
      ? bead.0.isEmpty == step.source.isEmpty && bead.1.isEmpty == step.target.isEmpty
        && (step.source.isEmpty ? bead.1 == step.target : bead.0 == step.source)
      : bead.0 == step.source && bead.1 == step.target
  }

  /// How much a reading counts: of those that differ in the order of segments left out only, the one that
  /// leaves the source's out first counts in full.
  private func weight(
    _ reading: [(Range<Int>, Range<Int>)], _ prices: PathSums.Prices, _ scorer: inout RandomScorer
  ) -> Double {
    let turns = zip(reading, reading.dropFirst()).count { $0.0.isEmpty && $1.1.isEmpty }
    return exp(score(reading, prices, &scorer)) * pow(PathSums.turn, Double(turns))
  }

  @Test(arguments: 1...40)
  func keepsABeadIfItIsLikelierThanThatItsSegmentsAreLeftOut(seed: Int) throws {
    var scorer = RandomScorer(seed: UInt64(seed))
    let prices = PathSums.Prices(source: -1, target: -1)
    let search = BeadSearch(ScoreTable(Corridor(sourceCount: 3, targetCount: 3), &scorer))
    let (best, likely) = (search.path(prices), search.likelyPath(prices))
    var (all, weights) = (0.0, [Double](repeating: 0, count: best.count))
    var leftOut = (
      source: [Double](repeating: 0, count: 3), target: [Double](repeating: 0, count: 3)
    )
    for reading in readings(3, 3) {
      let weight = weight(reading, prices, &scorer)
      all += weight
      for bead in reading {
        if bead.1.isEmpty { leftOut.source[bead.0.lowerBound] += weight }
        if bead.0.isEmpty { leftOut.target[bead.1.lowerBound] += weight }
        for (index, step) in best.enumerated() where bead.0 == step.source && bead.1 == step.target
        {
          weights[index] += weight
        }
      }
    }
    for (step, weight) in zip(best, weights) where !step.isNull {
      let segments = Double(step.source.count + step.target.count)
      let apart =
        leftOut.source[step.source].reduce(0, +) + leftOut.target[step.target].reduce(0, +)
      // Between the two is a tie.
      if abs(weight * segments - apart) > 1e-6 * all {
        let isKept = likely.contains { $0.source == step.source && $0.target == step.target }
        #expect(isKept == (weight * segments > apart), "seed \(seed)")
      }
    }
    #expect(likely.flatMap(\.source) == [0, 1, 2] && likely.flatMap(\.target) == [0, 1, 2])
  }

  @Test(arguments: [(0.5, -1.3), (0.0, -5.0), (1.0, -1.3), (0.1, -2.697)])
  func leavingOutCostsLessTheMoreIsLeftOut(share: Double, expected: Double) {
    // ln(0.1 / 0.9) - 0.5 = -2.197 - 0.5
    #expect(abs(BeadSearch.null(leftOut: share) - expected) < 0.001)
  }
}
