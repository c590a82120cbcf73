package import BilingualLexicon

/// The features of the pairs of segments of two texts that are worth comparing.
package struct ClaimTable: Sendable {
  package struct Row: Sendable {
    package let i, j: Int
    package let features: ClaimFeatures
    /// Which of their clauses match.
    let clauses: [ClauseMatch]
  }

  /// Ascending by source, then target segment.
  package let rows: [Row]

  /// - Parameters:
  ///   - sources: The segments that may be linked, ascending.
  ///   - encoding: Consulted beside the words, if given.
  /// - Throws: What the encoder throws.
  /// - Complexity: that of the candidates, and O(candidates × tokens × clauses).
  package init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    sources: [Int], targets: [Int], encoding: EncodedTexts.Input? = nil
  ) throws {
    let weights = (
      source: TypeWeights.local(source, correspondences.source),
      target: TypeWeights.local(target, correspondences.target)
    )
    let clauses = (Clauses(source, weights.source), Clauses(target, weights.target))
    let encoded = try encoding.map {
      try EncodedTexts($0, clauses: clauses, sources: sources, targets: targets)
    }
    let pairs = ClaimCandidates(
      source: source, target: target, correspondences: correspondences, weights: weights,
      sources: sources, targets: targets, encoded: encoded
    ).pairs
    var comparer = SegmentComparer(
      source: source, target: target, correspondences: correspondences, weights: weights)
    let comparisons = pairs.map {
      comparer.compare(CollectionOfOne($0.i), CollectionOfOne($0.j))
    }
    let likenesses = pairs.map { encoded?.likeness($0.i, $0.j) }
    let similarities = zip(comparisons, likenesses).map {
      Double($0.similarity) + ($1?.sentences ?? 0)
    }
    let contest = Contest(
      pairs, comparisons, meanings: likenesses.map { $0?.sentences ?? 0 },
      similarities: similarities, &comparer)
    let margins = Margins(
      pairs.enumerated().map { place, pair in
        (pair.i, pair.j, similarities[place], contest.rivals(place))
      }, sources: sources, targets: targets)
    let closeness = Closeness.closeness(
      of: pairs, similarities: comparisons.map { Double($0.similarity) })
    let finder = ContradictionFinder(source: source, target: target)
    var rows: [Row] = []
    for (place, (i, j)) in pairs.enumerated() {
      let (source, target) = (contest.source[place], contest.target[place])
      let matches = ClauseMatches(
        clauses.0[i], clauses.1[j], &comparer, encoded: encoded.map { $0.clauseCosine(i, j) })
      rows.append(
        Row(
          i: i, j: j,
          features: ClaimFeatures(
            comparison: comparisons[place], encoded: likenesses[place],
            clauses: matches.best?.share ?? 0,
            contradictions: matches.best.map {
              finder.contradictions(i, j, clauses: $0, &comparer)
            } ?? Contradictions(),
            rivals: contest.rivals(place),
            block: margins.block(i, j), shared: margins.shared(i, j),
            largerLead: max(source.lead, target.lead),
            smallerLead: min(source.lead, target.lead), closeness: closeness),
          clauses: matches.pairs))
    }
    self.rows = rows
  }

  /// The clauses of two segments that match; empty for a pair that was not compared.
  func clauses(_ i: Int, _ j: Int) -> [ClauseMatch] {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if (rows[middle].i, rows[middle].j) < (i, j) { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && (rows[low].i, rows[low].j) == (i, j) ? rows[low].clauses : []
  }
}
