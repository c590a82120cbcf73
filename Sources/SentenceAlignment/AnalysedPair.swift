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
  /// What lexicons, spelling and values know, before the documents taught anything.
  private let given: Correspondences
  /// The model by what lexicons know of the words, whether the texts translate each other or not. A
  /// dictionary knows nine words in ten, a lexicon learned from texts of another domain three, by its
  /// probabilities.
  private var model: PairModel { .knowing(given.lexicalShare, between: (none: 0.4, all: 0.7)) }

  /// The model by what lexicons explain of two texts that translate each other: a dictionary nine words
  /// in ten, a lexicon learned from texts of another domain, or a small one, half of them.
  private var modelOfTranslation: PairModel {
    .knowing(given.explainedShare, between: (none: 0.45, all: 0.8))
  }

  /// Whether the lexicons explain so much of a translation that it need not teach its own words.
  var isExplained: Bool { given.explainedShare >= 0.7 }

  init(_ source: Document, _ target: Document, lexicons: [Lexicon]) throws(ICUFailure) {
    (sourceDocument, targetDocument) = (source, target)
    sourceSegments = Self.participants(of: source)
    targetSegments = Self.participants(of: target)
    self.source = try AnalysedText(
      sourceSegments.lazy.map { source.trimmedText(of: $0) }, language: source.language)
    self.target = try AnalysedText(
      targetSegments.lazy.map { target.trimmedText(of: $0) }, language: target.language)
    given = Correspondences(source: self.source, target: self.target, lexicons: lexicons)
    correspondences = given
  }

  private static func participants(of document: Document) -> [Int] {
    document.segments.indices.filter { document.segments[$0].kind != .boilerplate }
  }

  /// - Parameter isTranslation: Whether the texts are known to translate each other.
  func translationScorer(isTranslation: Bool = false) -> TranslationScorer {
    TranslationScorer(
      source: source, target: target, correspondences: correspondences,
      lengths: (
        Self.lengths(sourceDocument, sourceSegments), Self.lengths(targetDocument, targetSegments)
      ), model: isTranslation ? modelOfTranslation : model)
  }

  /// The same documents, their words as far as these beads teach them.
  func learning(from steps: [BeadSearch.Step]) -> AnalysedPair {
    var pair = self
    let associations = Association.learned(
      from: steps.map { (Array($0.source), Array($0.target)) }, source, target)
    pair.correspondences = given.adding(associations)
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
    var comparer = SegmentComparer(
      source: source, target: target, correspondences: correspondences,
      weights: (
        TypeWeights.local(source, correspondences.source, against: target),
        TypeWeights.local(target, correspondences.target, against: source)
      ))
    let found = ClaimAligner(model: .fitted).align(&comparer, sources: sources, targets: targets)
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
