internal import BilingualLexicon
internal import BitextModel

/// What the pairs of a batch teach one another: words of the surest links of all of them.
extension AlignmentBatch {
  /// The batch with a lexicon more, learned from links that it makes without it.
  ///
  /// Documents that cannot be aligned teach nothing; `run` reports them.
  ///
  /// - Parameter jobs: How many pairs are in work at a time, at least 1. What is learned is the same
  ///   for any.
  /// - Returns: The batch as it is when nothing was learned.
  public func learning(
    from list: PairList, jobs: Int
  ) async throws -> (batch: AlignmentBatch, pairs: Int) {
    var learner = LexiconLearner(source: source, target: target)
    var waiting = list.entries.indices.makeIterator()
    var finished: [Int: [SurePair]] = [:]
    var next = 0
    try await withThrowingTaskGroup(of: (Int, [SurePair]).self) { group in
      func begin() -> Bool {
        guard let index = waiting.next() else { return false }
        group.addTask { (index, (try? self.surePairs(of: list.entries[index])) ?? []) }
        return true
      }
      for _ in 0..<max(1, jobs) { _ = begin() }
      while let (index, pairs) = try await group.next() {
        _ = begin()
        finished[index] = pairs
        // In the order of the list, whichever is done first.
        while let pairs = finished.removeValue(forKey: next) {
          next += 1
          try learner.add(
            AnalysedText(pairs.map { $0.source[...] }, language: source),
            AnalysedText(pairs.map { $0.target[...] }, language: target),
            pairs: pairs.indices.map { (source: $0, target: $0) })
        }
      }
    }
    guard learner.pairCount > 0 else { return (self, 0) }
    var lexicon = LexiconBuilder(source: source, target: target)
    let entries = learner.add(to: &lexicon)
    lexicon.record(
      LexiconInfo.Origin(
        name: "learned from \(learner.pairCount) links of the batch", kind: .learned,
        licence: "its owner's", entries: entries, skipped: 0))
    let batch = AlignmentBatch(
      builder: try builder.adding(lexicon.lexicon()), source: source, target: target,
      isResuming: isResuming, keepsDecisions: keepsDecisions, write: write)
    return (batch, learner.pairCount)
  }

  /// The texts of two segments that surely translate each other.
  private struct SurePair: Sendable {
    let source, target: String
  }

  /// How sure a link must be to teach other documents.
  private static let leastSure = 0.95

  private func surePairs(of entry: Result<PairList.Pair, PairList.Fault>) throws -> [SurePair] {
    guard case .success(let pair) = entry else { return [] }
    let bitext = try outcome(of: documents(of: pair), pair).bitext
    guard bitext.alignment.shape == .parallel else { return [] }
    return bitext.alignment.links.compactMap { bead in
      guard bead.confidence >= Self.leastSure, bead.source.count == 1, bead.target.count == 1
      else { return nil }
      return SurePair(
        source: String(bitext.source.trimmedText(of: bead.source[0])),
        target: String(bitext.target.trimmedText(of: bead.target[0])))
    }
  }
}
