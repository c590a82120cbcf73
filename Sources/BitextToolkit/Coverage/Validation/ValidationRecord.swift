public import BitextMeasures

/// How far coverage may be trusted, as programs read it: `bitext coverage --validate … --json`.
public struct ValidationRecord: Codable, Sendable, Hashable {
  public var v = 1
  public let tool: String
  public let pairs: [Pair]
  public let detection: Counts
  public let lists: Lists
  /// Mean absolute error of found coverage; null where there is nothing to compare.
  public let sentenceError, weightError: Double?
  /// Spearman's ρ of the pairs' mutual weighted coverage.
  public let rankCorrelation: Double?

  public struct Counts: Codable, Sendable, Hashable {
    public let found, missed, invented, spared: Int
    public let sensitivity, specificity: Double?

    init(_ detection: Detection) {
      (found, missed) = (detection.found, detection.missed)
      (invented, spared) = (detection.invented, detection.spared)
      (sensitivity, specificity) = (detection.sensitivity, detection.specificity)
    }
  }

  public struct Pair: Codable, Sendable, Hashable {
    public let name: String
    public let source, target: Side
    public let detection: Counts
    public let lists: Lists
  }

  /// Of the sentences of each list, how many people call told, and of these in full.
  public struct Lists: Codable, Sendable, Hashable {
    public let covered, unsure, missing: StandingTruth.Count

    init(_ truth: StandingTruth) {
      (covered, unsure, missing) = (truth.covered, truth[.unsure], truth[.missing])
    }
  }

  public struct Side: Codable, Sendable, Hashable {
    public let gold, found: CoverageMatrixRecord.Figures
    /// Of sentences; null with a single pair.
    public let corrected: Double?
  }

  public init(_ validation: CoverageValidation, tool: String) {
    self.tool = tool
    pairs = validation.pairs.map { pair in
      let side = { (gold: SideCoverage, found: SideCoverage, corrected: Double?) in
        Side(
          gold: CoverageMatrixRecord.Figures(gold), found: CoverageMatrixRecord.Figures(found),
          corrected: corrected)
      }
      return Pair(
        name: pair.name,
        source: side(pair.gold.source, pair.found.source, pair.corrected.source),
        target: side(pair.gold.target, pair.found.target, pair.corrected.target),
        detection: Counts(pair.detection), lists: Lists(pair.lists))
    }
    (detection, lists) = (Counts(validation.detection), Lists(validation.lists))
    (sentenceError, weightError) = (validation.sentenceError, validation.weightError)
    rankCorrelation = validation.rankCorrelation
  }
}
