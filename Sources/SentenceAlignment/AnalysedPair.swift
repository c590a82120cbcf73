internal import BilingualLexicon
internal import BitextModel
internal import UnicodeText

/// Two documents ready for comparison: the segments that take part, their words, and how the words
/// correspond.
struct AnalysedPair: Sendable {
  let sourceDocument, targetDocument: Document
  /// Indexes of the documents' segments that take part, ascending: all but boilerplate.
  let sourceSegments, targetSegments: [Int]
  let source, target: AnalysedText
  private(set) var correspondences: Correspondences
  /// What the words said before the document taught any.
  private var base: Correspondences?
  /// Whether lexicons know so much of the words that their silence tells something.
  let hasLexicon: Bool

  /// A dictionary knows nine words in ten; a lexicon learned from texts of another domain three, by its
  /// probabilities: there lengths and spelling say more.
  private static let leastKnown = 0.5
  /// What a person decided, in the documents' indexes.
  var decisions = Decisions()
  /// What an encoder says of the segments that take part.
  private(set) var vectors: (source: VectorTable, target: VectorTable)?

  init(_ source: Document, _ target: Document, lexicons: [Lexicon]) throws(ICUFailure) {
    (sourceDocument, targetDocument) = (source, target)
    let segments = (Self.participants(of: source), Self.participants(of: target))
    (sourceSegments, targetSegments) = segments
    (self.source, self.target) = try bothAtOnce { () throws(ICUFailure) in
      try Self.analysed(source, segments.0)
    } _: { () throws(ICUFailure) in
      try Self.analysed(target, segments.1)
    }
    correspondences = Correspondences(source: self.source, target: self.target, lexicons: lexicons)
    hasLexicon =
      lexicons.contains { $0.joins(source.language, target.language) }
      && correspondences.lexicalShare >= Self.leastKnown
  }

  private static func analysed(
    _ document: Document, _ segments: [Int]
  ) throws(ICUFailure) -> AnalysedText {
    try AnalysedText(
      segments.lazy.map { document.trimmedText(of: $0) }, language: document.language)
  }

  private static func participants(of document: Document) -> [Int] {
    document.segments.indices.filter { document.segments[$0].kind != .boilerplate }
  }

  func beadTables() -> BeadTables {
    BeadTables(
      source: source, target: target, correspondences: correspondences,
      lengths: (
        Self.lengths(sourceDocument, sourceSegments), Self.lengths(targetDocument, targetSegments)
      ),
      layouts: (
        Layout(sourceDocument, sourceSegments), Layout(targetDocument, targetSegments)
      ),
      model: hasLexicon ? .fitted : .withoutLexicon,
      rejected: Set(decisions.rejected.compactMap(taken)), vectors: vectors)
  }

  /// The same documents, with what an encoder says of them.
  ///
  /// - Throws: What the encoder throws.
  func encoded(by encoder: any SentenceEncoder) throws -> AnalysedPair {
    let (source, target) = texts
    let all = try encoder.vectors(of: source + target)
    var pair = self
    pair.vectors = (
      VectorTable(Array(all.prefix(source.count))), VectorTable(Array(all.dropFirst(source.count)))
    )
    return pair
  }

  /// The texts of the segments that take part.
  private var texts: (source: [String], target: [String]) {
    (
      sourceSegments.map { String(sourceDocument.trimmedText(of: $0)) },
      targetSegments.map { String(targetDocument.trimmedText(of: $0)) }
    )
  }

  /// The runs of taking part segments within a bead whose sides have no gaps; either may be empty.
  func runs(within bead: Bead) -> BeadTables.Runs {
    BeadTables.Runs(
      source: sourceSegments.places(from: bead.source.first, to: bead.source.last),
      target: targetSegments.places(from: bead.target.first, to: bead.target.last))
  }

  /// The runs of taking part segments of a bead; `nil` when a side has none, or a gap.
  func taken(_ bead: Bead) -> BeadTables.Runs? {
    let runs = [(bead.source, sourceSegments), (bead.target, targetSegments)].map {
      side, segments in
      side.compactMap { segments.place(of: $0) }
    }
    guard let source = runs[0].first, let target = runs[1].first, runs.allSatisfy(Decisions.isRun)
    else { return nil }
    return BeadTables.Runs(
      source: source..<source + runs[0].count, target: target..<target + runs[1].count)
  }

  /// The same documents, their words as far as these beads teach them.
  func learning(from steps: [BeadSearch.Step]) -> AnalysedPair {
    var pair = self
    let base = base ?? correspondences
    let associations = DocumentLexicon.learned(
      from: steps.map { ($0.source, $0.target) }, source, target, beyond: base)
    pair.base = base
    pair.correspondences = base.adding(associations)
    return pair
  }

  /// In scalars without the white space around them.
  private static func lengths(_ document: Document, _ segments: [Int]) -> [Double] {
    segments.map { Double(document.trimmedText(of: $0).unicodeScalars.count) }
  }

  /// Links between sentences; headings tell no claim.
  ///
  /// - Parameter cores: Passages that are a translation: their beads stay as they are, and their segments
  ///   tell no claim.
  /// - Throws: What the encoder throws.
  func claims(
    encoder: (any SentenceEncoder)?, outside cores: TranslatedCores? = nil
  ) throws -> Alignment {
    let texts = texts
    let taken = (source: cores?.sources ?? [], target: cores?.targets ?? [])
    let sources = source.segments.indices.filter {
      sourceDocument.segments[sourceSegments[$0]].kind == .sentence
        && !taken.source.contains(sourceSegments[$0])
    }
    let targets = target.segments.indices.filter {
      targetDocument.segments[targetSegments[$0]].kind == .sentence
        && !taken.target.contains(targetSegments[$0])
    }
    let table = try ClaimTable(
      source: source, target: target, correspondences: correspondences, sources: sources,
      targets: targets,
      encoding: encoder.map {
        EncodedTexts.Input(encoder: $0, source: texts.source, target: texts.target)
      })
    let found = ClaimAligner(
      model: .fitted(hasLexicon: hasLexicon, hasEncoder: encoder != nil),
      accepted: pairs(of: decisions.accepted),
      rejected: pairs(
        of: decisions.rejected.filter { $0.source.count == 1 && $0.target.count == 1 })
    ).align(table)
    return alignment(
      .comparable,
      (cores?.beads ?? []) + decisions.accepted.map { judged($0, by: found) }
        + found.beads.map { placed($0, with: table) },
      candidates: decisions.rejected + found.candidates.map { placed($0, with: table) })
  }

  /// The claim with the documents' segment indexes, and the clauses that match.
  private func placed(_ claim: Bead, with table: ClaimTable) -> Bead {
    let bead = placed(claim)
    guard let i = claim.source.first, let j = claim.target.first else { return bead }
    let starts = (
      sourceDocument.trimmedRange(of: sourceSegments[i]).lowerBound,
      targetDocument.trimmedRange(of: targetSegments[j]).lowerBound
    )
    let clauses = table.clauses(i, j).map {
      Evidence.ClausePair(
        source: $0.source.range.shifted(by: starts.0),
        target: $0.target.range.shifted(by: starts.1), share: $0.share)
    }
    return bead.judged(Evidence(bead.evidence.terms, clauses: clauses), bead.relation)
  }

  /// The pairs of taking part segments that links hold.
  private func pairs(of beads: [Bead]) -> [ClaimAligner.Pair] {
    beads.flatMap { bead in
      bead.source.compactMap(sourceSegments.place).flatMap { i in
        bead.target.compactMap(targetSegments.place).map { ClaimAligner.Pair(i, $0) }
      }
    }
  }

  /// An accepted link with what the aligner thinks of its likeliest pair, unless it says itself.
  private func judged(_ bead: Bead, by found: ClaimAligner.Result) -> Bead {
    guard bead.evidence.terms.isEmpty else { return bead }
    let evidence = pairs(of: [bead]).compactMap { found.accepted[$0] }
      .reduce(Evidence([])) { $1.logOdds > $0.logOdds || $0.terms.isEmpty ? $1 : $0 }
    return bead.judged(evidence, .claim)
  }

  /// The bead with the documents' segment indexes.
  func placed(_ bead: Bead) -> Bead {
    Bead(
      source: bead.source.map { sourceSegments[$0] },
      target: bead.target.map { targetSegments[$0] },
      relation: bead.relation, strength: bead.strength, confidence: bead.confidence,
      evidence: bead.evidence, status: bead.status)
  }

  func alignment(_ shape: Alignment.Shape, _ beads: [Bead], candidates: [Bead]) -> Alignment {
    do {
      return try Alignment(
        shape: shape, beads: beads, candidates: candidates,
        sourceCount: sourceDocument.segments.count, targetCount: targetDocument.segments.count)
    } catch {
      preconditionFailure("the aligner made no alignment: \(error)")
    }
  }
}

extension Bead {
  /// The bead with what speaks for it, and the confidence that follows.
  func judged(_ evidence: Evidence, _ relation: Relation) -> Bead {
    Bead(
      source: source, target: target, relation: relation, strength: strength,
      confidence: evidence.probability, evidence: evidence, status: status, decision: decision)
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}

extension [Int] {
  /// The places of the elements from one to another; the elements ascend.
  fileprivate func places(from first: Int?, to last: Int?) -> Range<Int> {
    guard let first, let last else { return 0..<0 }
    let start = partition(before: first)
    return start..<Swift.max(start, partition(before: last + 1))
  }

  /// The place of an element; the elements ascend.
  fileprivate func place(of element: Int) -> Int? {
    let place = partition(before: element)
    return place < count && self[place] == element ? place : nil
  }

  /// How many elements are less.
  private func partition(before element: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
