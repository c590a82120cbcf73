internal import BilingualLexicon
internal import BitextModel
internal import Foundation

/// Aligns a text and its translation: beads that tile both, in order.
struct ParallelAligner {
  let pair: AnalysedPair

  init(_ pair: AnalysedPair) {
    self.pair = pair
  }

  /// Documents of at most this many pairs of segments are searched whole.
  private static let smallArea = 40_000
  /// How often the document is searched again with what it taught, and how likely a bead must be to teach.
  private static let rounds = 3
  private static let leastTaught = 0.5
  /// No alignment is surer than this, whatever its words say.
  private static let leastDoubt = 0.0005

  func align(
    chain: [AnchorFinder.Candidate], _ scorer: inout TranslationScorer
  ) -> Alignment {
    scorer = pair.translationScorer(isTranslation: true)
    var steps = search(chain, &scorer)
    guard !pair.isExplained else { return alignment(steps, &scorer) }
    // Where no lexicon helps, what was aligned with some confidence teaches its own words.
    var pair = pair
    for _ in 0..<Self.rounds {
      pair = pair.learning(
        from: steps.filter { $0.posterior >= Self.leastTaught && !$0.isNull })
      scorer = pair.translationScorer(isTranslation: true)
      let candidates = AnchorFinder.candidates(
        source: pair.source, target: pair.target, correspondences: pair.correspondences, &scorer)
      steps = search(
        AnchorFinder.chain(candidates, targetCount: pair.target.segments.count), &scorer)
    }
    return alignment(steps, &scorer)
  }

  private func search(
    _ chain: [AnchorFinder.Candidate], _ scorer: inout TranslationScorer
  ) -> [BeadSearch.Step] {
    let (n, m) = (pair.source.segments.count, pair.target.segments.count)
    let corridor =
      n * m <= Self.smallArea
      ? Corridor(sourceCount: n, targetCount: m)
      : Corridor(
        sourceCount: n, targetCount: m,
        chain: chain.map { Corridor.Anchor(source: $0.source, target: $0.target) })
    return BeadSearch(corridor, &scorer).path()
  }

  private func alignment(
    _ steps: [BeadSearch.Step], _ scorer: inout TranslationScorer
  ) -> Alignment {
    pair.alignment(.parallel, withExcluded(steps.map { bead($0, &scorer) }), candidates: [])
  }

  /// The evidence of a bead adds up to its posterior: what its own words say, and what the other
  /// readings of the two texts leave of that.
  private func bead(_ step: BeadSearch.Step, _ scorer: inout TranslationScorer) -> Bead {
    let posterior = min(1 - Self.leastDoubt, max(Self.leastDoubt, step.posterior))
    var terms: [Evidence.Term] = []
    if !step.isNull {
      terms = scorer.evidence(source: step.source, target: step.target).terms
    }
    let own = Evidence(terms).logOdds
    terms.append(Evidence.Term("rivals", log(posterior / (1 - posterior)) - own))
    let evidence = Evidence(terms)
    return Bead(
      source: Array(step.source), target: Array(step.target), relation: .translation,
      confidence: evidence.probability, evidence: evidence)
  }

  /// The beads with the documents' indexes, and null beads for the segments left out in between.
  private func withExcluded(_ beads: [Bead]) -> [Bead] {
    var (all, source, target): ([Bead], Int, Int) = ([], 0, 0)
    func leaveOut(toSource i: Int, toTarget j: Int) {
      while source < i {
        all.append(Bead(source: [source], target: [], relation: .translation, confidence: 1))
        source += 1
      }
      while target < j {
        all.append(Bead(source: [], target: [target], relation: .translation, confidence: 1))
        target += 1
      }
    }
    for bead in beads {
      let placed = pair.placed(bead)
      leaveOut(toSource: placed.source.first ?? source, toTarget: placed.target.first ?? target)
      // A bead around a segment left out takes it in: beads of a translation have no gaps.
      let bridged = Bead(
        source: Self.filled(placed.source), target: Self.filled(placed.target),
        relation: placed.relation, confidence: placed.confidence, evidence: placed.evidence)
      all.append(bridged)
      source = (bridged.source.last ?? source - 1) + 1
      target = (bridged.target.last ?? target - 1) + 1
    }
    leaveOut(
      toSource: pair.sourceDocument.segments.count, toTarget: pair.targetDocument.segments.count)
    return all
  }

  private static func filled(_ indexes: [Int]) -> [Int] {
    guard let first = indexes.first, let last = indexes.last else { return [] }
    return Array(first...last)
  }
}
