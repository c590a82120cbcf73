internal import BilingualLexicon
internal import BitextModel

/// Aligns a text and its translation around links that a person accepted: they stay as they are, and
/// what stands between two of them is searched by itself, with the words of the whole.
struct DecidedParallelAligner {
  private let pair: AnalysedPair
  private let accepted: [Bead]

  /// A gap of more pairs of segments than this is worth a search for sure pairs first.
  private static let smallArea = 40_000
  /// How likely a bead must be to teach its words.
  private static let leastTaught = 0.5

  /// - Precondition: The accepted links are in order.
  init(_ pair: AnalysedPair) {
    accepted = pair.decisions.accepted
    self.pair = pair
  }

  func align(_ whole: inout TranslationScorer) -> Alignment {
    let pair = pair.hasLexicon ? pair : taught(&whole)
    var beads: [Bead] = []
    var (source, target) = (0, 0)
    for bead in accepted {
      guard let i = bead.source.first, let j = bead.target.first else { continue }
      beads += Self.gap(pair, source..<i, target..<j)
      beads.append(judged(bead, &whole))
      source += i - source + bead.source.count
      target += j - target + bead.target.count
    }
    beads += Self.gap(
      pair, source..<pair.sourceDocument.segments.count,
      target..<pair.targetDocument.segments.count)
    return pair.alignment(.parallel, beads, candidates: pair.decisions.rejected)
  }

  /// The beads between two accepted links.
  private static func gap(
    _ whole: AnalysedPair, _ source: Range<Int>, _ target: Range<Int>
  ) -> [Bead] {
    if source.isEmpty, target.isEmpty { return [] }
    let pair = AnalysedPair(whole, source: source, target: target)
    let tables = pair.beadTables()
    var chain: [AnchorFinder.Candidate] = []
    if source.count * target.count > smallArea {
      var scorer = TranslationScorer(tables)
      let candidates = AnchorFinder.candidates(tables, &scorer)
      chain = AnchorFinder.chain(candidates, targetCount: pair.target.segments.count)
    }
    return ParallelAligner(pair).align(chain: chain, tables).beads.map {
      $0.moved(by: source.lowerBound, target.lowerBound)
    }
  }

  /// The pair with the words that the accepted links and a first alignment around them teach.
  private func taught(_ scorer: inout TranslationScorer) -> AnalysedPair {
    var first = pair
    first.isLearning = false
    var beads = accepted
    var (source, target) = (0, 0)
    let ends =
      accepted.map { ($0.source, $0.target) }
      + [([first.sourceDocument.segments.count], [first.targetDocument.segments.count])]
    for (sources, targets) in ends {
      guard let i = sources.first, let j = targets.first else { continue }
      beads += Self.gap(first, source..<i, target..<j)
      (source, target) = (i + sources.count, j + targets.count)
    }
    let steps = beads.filter {
      !$0.isNull && ($0.status == .accepted || $0.confidence >= Self.leastTaught)
    }.compactMap(pair.taken).map {
      BeadSearch.Step(source: $0.source, target: $0.target, posterior: 1)
    }
    var taught = pair.learning(from: steps)
    taught.isLearning = false
    scorer = taught.translationScorer()
    return taught
  }

  /// An accepted link with what the aligner thinks of it, unless it says itself.
  private func judged(_ bead: Bead, _ scorer: inout TranslationScorer) -> Bead {
    guard bead.evidence.terms.isEmpty, let runs = pair.taken(bead) else { return bead }
    return bead.judged(
      scorer.evidence(source: runs.source, target: runs.target), .translation)
  }
}
