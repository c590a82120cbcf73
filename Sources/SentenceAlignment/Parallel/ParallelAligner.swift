internal import BilingualLexicon
internal import BitextModel
internal import Foundation

/// Aligns a text and its translation: beads that tile both, in order.
struct ParallelAligner {
  let pair: AnalysedPair
  /// Asked where the words explain too little; `nil`: never.
  private let encoder: (any SentenceEncoder)?
  /// What a person accepted, in order, and the runs of segments that it takes.
  private let accepted: [(bead: Bead, runs: BeadTables.Runs)]

  /// - Precondition: The accepted links are in order.
  init(_ pair: AnalysedPair, encoder: (any SentenceEncoder)? = nil) {
    (self.pair, self.encoder) = (pair, encoder)
    accepted = pair.decisions.accepted.map { ($0, pair.runs(within: $0)) }
  }

  /// Documents of at most this many pairs of segments are searched whole.
  private static let smallArea = 40_000
  private typealias Teaching = TranslationParameters.Teaching
  /// Beads that models are fitted to and judged by, at most.
  private static let mostExamples = 1500

  /// The alignment, and the encoder if it was asked.
  ///
  /// - Throws: What the encoder throws.
  func align(
    chain: [AnchorFinder.Candidate], _ tables: BeadTables
  ) throws -> (alignment: Alignment, asked: (any SentenceEncoder)?) {
    var steps = search(chain, tables)
    if pair.hasLexicon, explained(by: tables, steps) >= Teaching.wellExplained {
      return (alignment(steps, tables), nil)
    }
    var (pair, tables) = (try encoder.map(pair.encoded) ?? pair, tables)
    for _ in 0..<(pair.hasLexicon ? Teaching.rounds.with : Teaching.rounds.without) {
      pair = pair.learning(
        from: steps.filter { $0.posterior >= Teaching.leastLikely && !$0.isNull })
      tables = pair.beadTables()
      tables.model = tables.model.fitted(to: examples(tables, steps))
      var scorer = TranslationScorer(tables)
      let candidates = AnchorFinder.candidates(tables, &scorer)
      steps = search(
        AnchorFinder.chain(candidates, targetCount: pair.target.segments.count), tables)
    }
    return (alignment(steps, tables), encoder)
  }

  /// How much of the segments that surely translate each other the words explain, 0 to 1.
  private func explained(by tables: BeadTables, _ steps: [BeadSearch.Step]) -> Double {
    var scorer = TranslationScorer(tables)
    let sample = sample(of: steps.filter { $0.posterior >= Teaching.leastLikely })
    let sum = sample.reduce(0) { sum, step in
      sum + Double(scorer.features(step.source.lowerBound, step.target.lowerBound).similarity)
    }
    return sum / Double(max(sample.count, 1))
  }

  /// What the document itself says of translations: its 1-1 beads, as likely as they are, against the pairs
  /// up to three places beside them, in both texts alike.
  private func examples(
    _ tables: BeadTables, _ steps: [BeadSearch.Step]
  ) -> [PairModel.Example] {
    var scorer = TranslationScorer(tables)
    var examples: [PairModel.Example] = []
    for step in sample(of: steps) {
      let (i, j) = (step.source.lowerBound, step.target.lowerBound)
      examples.append(
        PairModel.Example(features: scorer.features(i, j), label: step.posterior, weight: 1))
      for distance in [-3, -2, -1, 1, 2, 3, 40] {
        for (a, b) in [(i, j + distance), (i + distance, j)]
        where pair.source.segments.indices.contains(a) && pair.target.segments.indices.contains(b) {
          // What says the same again is no counterexample.
          if tables.source.types(of: a) == tables.source.types(of: i),
            tables.target.types(of: b) == tables.target.types(of: j)
          {
            continue
          }
          examples.append(
            PairModel.Example(features: scorer.features(a, b), label: 0, weight: 1 / 6))
        }
      }
    }
    return examples
  }

  /// Of the 1-1 beads as many as are enough, evenly spread.
  private func sample(of steps: [BeadSearch.Step]) -> [BeadSearch.Step] {
    let beads = steps.filter { $0.source.count == 1 && $0.target.count == 1 }
    return stride(from: 0, to: beads.count, by: max(1, beads.count / Self.mostExamples))
      .map { beads[$0] }
  }

  /// The beads of all there is, accepted links among them: what stands between two of these is searched
  /// by itself.
  private func search(
    _ chain: [AnchorFinder.Candidate], _ tables: BeadTables
  ) -> [BeadSearch.Step] {
    var steps: [BeadSearch.Step] = []
    var scorer = RowScorer(tables, start: 0)
    var (source, target) = (0, 0)
    for (_, runs) in accepted {
      steps += search(
        source..<runs.source.lowerBound, target..<runs.target.lowerBound, chain, tables, &scorer)
      steps.append(BeadSearch.Step(source: runs.source, target: runs.target, posterior: 1))
      (source, target) = (runs.source.upperBound, runs.target.upperBound)
    }
    return steps
      + search(
        source..<pair.source.segments.count, target..<pair.target.segments.count, chain, tables,
        &scorer)
  }

  private func search(
    _ source: Range<Int>, _ target: Range<Int>, _ chain: [AnchorFinder.Candidate],
    _ tables: BeadTables, _ scorer: inout RowScorer
  ) -> [BeadSearch.Step] {
    let (n, m) = (source.count, target.count)
    if n == 0, m == 0 { return [] }
    var corridor = Corridor(sourceCount: n, targetCount: m)
    if n * m > Self.smallArea {
      let within = chain.filter { source.contains($0.source) && target.contains($0.target) }
      let anchors = AnchorFinder.anchors(within).map { anchor in
        Corridor.Anchor(
          source: anchor.source - source.lowerBound, target: anchor.target - target.lowerBound,
          isCertain: anchor.isCertain)
      }
      corridor = Corridor(sourceCount: n, targetCount: m, chain: anchors)
    }
    let origin = (source: source.lowerBound, target: target.lowerBound)
    let table =
      accepted.isEmpty
      ? ScoreTable(corridor, tables) : ScoreTable(corridor, tables, &scorer, origin: origin)
    return BeadSearch(table).path().map { $0.moved(by: origin) }
  }

  private func alignment(
    _ steps: [BeadSearch.Step], _ tables: BeadTables
  ) -> Alignment {
    var scorer = TranslationScorer(tables)
    var waiting = accepted[...]
    var beads: [Bead] = []
    for step in steps {
      let runs = BeadTables.Runs(source: step.source, target: step.target)
      if let next = waiting.first, next.runs == runs {
        waiting.removeFirst()
        beads.append(judged(next.bead, runs, &scorer))
      } else {
        beads.append(pair.placed(bead(step, &scorer)))
      }
    }
    return pair.alignment(
      .parallel, withExcluded(beads), candidates: pair.decisions.rejected)
  }

  /// An accepted link with what the aligner thinks of it, unless it says itself, or is larger than the
  /// aligner's beads.
  private func judged(
    _ bead: Bead, _ runs: BeadTables.Runs, _ scorer: inout TranslationScorer
  ) -> Bead {
    let areKnown = [runs.source, runs.target].allSatisfy {
      (1...RunTable.longest).contains($0.count)
    }
    guard bead.evidence.terms.isEmpty, areKnown else { return bead }
    return bead.judged(
      scorer.evidence(source: runs.source, target: runs.target), .translation)
  }

  /// The evidence of a bead adds up to its posterior: what its own words say, and what the other
  /// readings of the two texts leave of that.
  private func bead(_ step: BeadSearch.Step, _ scorer: inout TranslationScorer) -> Bead {
    let posterior = min(
      1 - TranslationParameters.leastDoubt, max(TranslationParameters.leastDoubt, step.posterior))
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

  /// The beads and null beads for the segments left out in between.
  ///
  /// - Parameter beads: With the documents' indexes.
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
    for placed in beads {
      leaveOut(toSource: placed.source.first ?? source, toTarget: placed.target.first ?? target)
      // A bead around a segment left out takes it in: beads of a translation have no gaps.
      let bridged = Bead(
        source: Self.filled(placed.source), target: Self.filled(placed.target),
        relation: placed.relation, strength: placed.strength, confidence: placed.confidence,
        evidence: placed.evidence, status: placed.status, decision: placed.decision)
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
