internal import BitextMeasures
internal import BitextModel
internal import Interchange

/// Coverage as a table for spreadsheets: a row a direction, counts before ratios (RFC 4180).
public enum CoverageCSV {
  static let header = [
    "scope", "document", "lang", "by", "sentences_covered", "sentences_full", "sentences_partial",
    "sentences_total", "sentences_unsure", "unit", "weight_covered", "weight_lower", "weight_upper",
    "weight_linked",
    "weight_confirmed", "weight_total", "deviation", "ratio_lower", "ratio_upper", "mutual",
    "asymmetry", "order", "links", "links_reviewed", "comparability", "known_share", "excluded",
    "threshold", "mode", "tool", "aligner", "lexicon",
  ]

  /// - Parameter tool: The program that measures, with its version.
  public static func lines(_ pair: PairCoverage, tool: String) -> [String] {
    let (coverage, bitext) = (pair.coverage, pair.bitext)
    let settings = CoverageSettings(
      pair.header, tool: tool,
      measure: CoverageMeasure(threshold: coverage.threshold, unit: coverage.source.unit))
    return [line(header)]
      + rows(
        coverage, bitext.source, bitext.target, pair.comparability, settings,
        mode: pair.header.mode)
  }

  /// Two rows for each pair that was compared, then for each document what all of the other side cover.
  public static func lines(_ sets: SetCoverage) -> [String] {
    var lines = [line(header)]
    for (source, target) in sets.matrix.pairs {
      guard let coverage = sets.matrix[source, target] else { continue }
      lines += rows(
        coverage, sets.sources[source], sets.targets[target],
        sets.comparability(source, target), sets.settings,
        mode: sets.details[source][target]?.shape)
    }
    let unions =
      sets.sources.indices.map { (sets.sources[$0], sets.matrix.union(ofSource: $0)) }
      + sets.targets.indices.map { (sets.targets[$0], sets.matrix.union(ofTarget: $0)) }
    for (document, side) in unions {
      guard let side else { continue }
      let blank = [String](repeating: "", count: 7)
      lines.append(
        line(["union"] + figures(side, document, by: "") + blank + tail(side, sets.settings, nil)))
    }
    return lines
  }

  private static func rows(
    _ coverage: Coverage, _ source: Document, _ target: Document, _ comparability: Comparability?,
    _ settings: CoverageSettings, mode: Alignment.Shape?
  ) -> [String] {
    let both = [
      number(coverage.mutual), number(coverage.asymmetry), number(coverage.orderAgreement),
      String(coverage.links), String(coverage.reviewedLinks), number(comparability?.ratio),
      number(comparability?.known.ratio),
    ]
    let side = { (side: SideCoverage, document: Document, other: Document) in
      line(
        ["pair"] + figures(side, document, by: other.name ?? "-") + both
          + tail(side, settings, mode))
    }
    return [side(coverage.source, source, target), side(coverage.target, target, source)]
  }

  private static func figures(_ side: SideCoverage, _ document: Document, by other: String)
    -> [String]
  {
    let (sentences, weight) = (side.sentenceShare, side.weightShare)
    return [document.name ?? "-", document.language.description, other]
      + [
        sentences.covered, side.full, side.partial, sentences.total, side.count(.unsure),
      ].map { String($0) }
      + [side.unit.rawValue, String(weight.covered)]
      + [side.lower, side.upper, side.linked, side.confirmed].map { number($0) }
      + [String(weight.total), number(side.deviation)]
      + [number(side.ratio?.lowerBound), number(side.ratio?.upperBound)]
  }

  private static func tail(
    _ side: SideCoverage, _ settings: CoverageSettings, _ mode: Alignment.Shape?
  ) -> [String] {
    [
      String(side.excluded.count), number(settings.threshold), mode?.rawValue ?? "", settings.tool,
      settings.aligner ?? "", settings.lexicon ?? "none",
    ]
  }

  /// Four decimals; empty for what is not defined.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let scaled = Int((abs(value) * 10_000).rounded())
    let digits = String(scaled % 10_000)
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000)."
      + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func line(_ fields: [String]) -> String {
    fields.map { field in
      field.contains { ",\"\n\r".contains($0) }
        ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }.joined(separator: ",")
  }
}
