public import BilingualLexicon
public import BitextMeasures
public import BitextModel
public import Interchange

/// Two documents, how they are linked, and how much of each the other covers.
public struct PairCoverage: Sendable, Hashable {
  public let coverage: Coverage
  public let bitext: Bitext
  /// How the links came about.
  public let header: AlignmentFile.Header
  /// `nil` where no lexicon was asked.
  public let comparability: Comparability?
}

/// How coverage is measured: what counts, and what it weighs.
public struct CoverageMeasure: Sendable, Hashable {
  /// Links below this confidence, 0 to 1, do not count; 0 leaves the choice to the aligner.
  public let threshold: Double
  public let unit: SegmentWeights.Unit

  public init(threshold: Double = 0, unit: SegmentWeights.Unit = .characters) {
    (self.threshold, self.unit) = (threshold, unit)
  }

  public func coverage(of bitext: Bitext) throws -> Coverage {
    Coverage(
      of: bitext, threshold: threshold,
      weights: (
        try SegmentWeights(unit, of: bitext.source), try SegmentWeights(unit, of: bitext.target)
      ))
  }

  /// - Parameter lexicons: What tells whether the documents are comparable; those that do not join their
  ///   languages are passed over.
  public func measure(
    _ outcome: BitextBuilder.Outcome, lexicons: [Lexicon] = []
  ) throws -> PairCoverage {
    let (source, target) = (outcome.bitext.source, outcome.bitext.target)
    let lexicons = lexicons.filter { $0.joins(source.language, target.language) }
    let comparability =
      try lexicons.isEmpty
      ? nil
      : Comparability(
        Vocabulary(source, lexicons: lexicons), Vocabulary(target, lexicons: lexicons))
    return PairCoverage(
      coverage: try coverage(of: outcome.bitext), bitext: outcome.bitext, header: outcome.header,
      comparability: comparability)
  }
}
