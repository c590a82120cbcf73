public import BitextMeasures
public import BitextModel
public import Interchange
internal import SentenceAlignment

/// Which document a figure is about.
public struct DocumentRecord: Codable, Sendable, Hashable {
  public let name: String?
  public let lang: LanguageTag
  public let sha256: String?

  public init(_ document: AlignmentFile.Header.Document) {
    (name, lang, sha256) = (document.name, document.language, document.sha256)
  }

  public init(_ document: Document) {
    (name, lang) = (document.name, document.language)
    sha256 = Fingerprint.sha256(document.text)
  }
}

/// What a figure of coverage was computed with.
public struct CoverageSettings: Codable, Sendable, Hashable {
  /// The program that measured, with its version.
  public let tool: String
  /// Links below this confidence do not count; 0 leaves the choice to the aligner.
  public let threshold: Double
  /// In what sentences weigh.
  public let unit: SegmentWeights.Unit
  /// How the documents were looked at; null where that differs from pair to pair.
  public let mode: Alignment.Shape?
  /// The program that aligned, with its version, and its parts.
  public let alignedBy: String
  public let segmenter, aligner, lexicon, encoder: String?

  /// - Parameter isOfSet: Whether each pair may have been looked at in a way of its own.
  public init(
    _ header: AlignmentFile.Header, tool: String, measure: CoverageMeasure, isOfSet: Bool = false
  ) {
    (self.tool, threshold, unit) = (tool, measure.threshold, measure.unit)
    mode = isOfSet ? nil : header.mode
    alignedBy = header.tool
    (segmenter, aligner) = (header.segmenter, header.aligner)
    (lexicon, encoder) = (header.lexicon, header.encoder)
  }

  /// In what two reports' settings differ, in words; figures made with other settings are not comparable
  /// without a thought.
  package func differences(from other: CoverageSettings) -> [String] {
    [
      ("program", tool == other.tool && alignedBy == other.alignedBy),
      ("threshold", threshold == other.threshold), ("unit", unit == other.unit),
      ("mode", mode == other.mode), ("segmenter", segmenter == other.segmenter),
      ("aligner", aligner == other.aligner), ("lexicon", lexicon == other.lexicon),
      ("encoder", encoder == other.encoder),
    ].compactMap { $0.1 ? nil : $0.0 }
  }

  /// What every output says below its figures.
  public var lines: [String] {
    [
      "weights: \(unit.rawValue)" + (mode.map { " · \($0.rawValue)" } ?? "")
        + " · \(limit) · unsure from \(Percentage.ratio(SentenceCoverage.Rival.leastLikely))",
      ([tool] + (alignedBy == tool ? [] : ["aligned by \(alignedBy)"])
        + [aligner.map { "aligner \($0)" }, segmenter.map { "segmenter \($0)" }]
        .compactMap(\.self)).joined(separator: " · "),
      "lexicon: \(lexicon ?? "none")" + (encoder.map { " · encoder: \($0)" } ?? ""),
    ]
  }

  /// From which confidence links count, in words.
  private var limit: String {
    let (full, partial) = Aligner.claimThresholds
    let isOwn = threshold == 0 || mode == .comparable && threshold < partial
    guard isOwn else { return "links from \(Percentage.ratio(threshold))" }
    guard aligner == Aligner.identifier else { return "links as the aligner decided" }
    let claims = "links from \(Percentage.ratio(partial)), full from \(Percentage.ratio(full))"
    return switch mode {
    case .comparable: claims
    case .parallel: "links of any confidence"
    case nil: "of reports \(claims), of translations all"
    }
  }
}
