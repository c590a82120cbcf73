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
  let hasLexicon: Bool

  init(_ source: Document, _ target: Document, lexicon: Lexicon?) throws(ICUFailure) {
    (sourceDocument, targetDocument) = (source, target)
    let segments = (Self.participants(of: source), Self.participants(of: target))
    (sourceSegments, targetSegments) = segments
    (self.source, self.target) = try bothAtOnce { () throws(ICUFailure) in
      try Self.analysed(source, segments.0)
    } _: { () throws(ICUFailure) in
      try Self.analysed(target, segments.1)
    }
    hasLexicon =
      lexicon?.side(of: source.language) != nil && lexicon?.side(of: target.language) != nil
    correspondences = Correspondences(source: self.source, target: self.target, lexicon: lexicon)
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
      model: hasLexicon ? .fitted : .withoutLexicon)
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
  func claims() -> Alignment {
    let sources = source.segments.indices.filter {
      sourceDocument.segments[sourceSegments[$0]].kind == .sentence
    }
    let targets = target.segments.indices.filter {
      targetDocument.segments[targetSegments[$0]].kind == .sentence
    }
    let table = ClaimTable(
      source: source, target: target, correspondences: correspondences, sources: sources,
      targets: targets)
    let found = ClaimAligner(model: .fitted).align(table)
    return alignment(.comparable, found.beads.map(placed), candidates: found.candidates.map(placed))
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
