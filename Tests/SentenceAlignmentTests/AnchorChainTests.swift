import TestSupport
import Testing

@testable import SentenceAlignment

@Suite struct AnchorChainTests {
  /// The highest total of an ascending chain, by trying all subsets.
  private func best(_ candidates: [AnchorFinder.Candidate]) -> Double {
    (0..<1 << candidates.count).map { subset in
      let chosen = candidates.indices.filter { subset & 1 << $0 != 0 }.map { candidates[$0] }
      let ascends = zip(chosen, chosen.dropFirst()).allSatisfy { $0.target < $1.target }
      return ascends ? chosen.reduce(0) { $0 + $1.logOdds } : 0
    }.max() ?? 0
  }

  @Test(arguments: 1...40)
  func isTheHeaviestAscendingChain(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let targets = Array(0..<9).shuffled(using: &generator)
    let candidates = targets.enumerated().map { source, target in
      AnchorFinder.Candidate(
        source: source, target: target, logOdds: Double.random(in: 1...9, using: &generator))
    }
    let chain = AnchorFinder.chain(candidates, targetCount: 9)
    #expect(
      zip(chain, chain.dropFirst()).allSatisfy { $0.source < $1.source && $0.target < $1.target })
    #expect(abs(chain.reduce(0) { $0 + $1.logOdds } - best(candidates)) < 1e-9, "seed \(seed)")
  }

  @Test func noCandidatesNoChain() {
    #expect(AnchorFinder.chain([], targetCount: 5).isEmpty)
  }
}

@Suite struct CorridorTests {
  @Test(arguments: 1...20)
  func holdsStartEndAndEveryAnchor(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (n, m) = (
      Int.random(in: 0...60, using: &generator), Int.random(in: 0...900, using: &generator)
    )
    var chain: [Corridor.Anchor] = []
    for source in 0..<n where Bool.random(using: &generator) {
      let next = (chain.last?.target ?? -1) + Int.random(in: 1...9, using: &generator)
      if next < m { chain.append(Corridor.Anchor(source: source, target: next)) }
    }
    let rows = Corridor(sourceCount: n, targetCount: m, chain: chain).rows
    #expect(rows.count == n + 1)
    #expect(rows[0].lowerBound == 0)
    #expect(rows[n].upperBound == m + 1)
    for anchor in chain {
      #expect(rows[anchor.source].contains(anchor.target))
      #expect(rows[anchor.source + 1].contains(anchor.target + 1))
    }
    // A path of null beads runs through it: neighbouring rows overlap.
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.overlaps($1) })
  }
}
