public import BitextMeasures
internal import BitextModel
internal import Interchange

/// Coverage of two documents as programs read it: `bitext coverage --json`, docs/coverage.md.
public struct CoverageRecord: Codable, Sendable, Hashable {
  public var v = 1
  public let documents: Documents
  /// How much of the source the target covers, and of the target the source.
  public let source, target: Direction
  /// Harmonic mean of both lower ratios; null when a document has nothing to cover.
  public let mutual: Double?
  /// Lower ratio of the source less that of the target.
  public let asymmetry: Double?
  /// Order agreement, -1 to 1; null under two comparable pairs of links.
  public let order: Double?
  public let links: Links
  /// How many beads there are of each size, such as `1-2`.
  public let beads: [String: Int]
  /// By words alone; null where no lexicon was asked.
  public let comparability: ComparabilityRecord?
  public let settings: CoverageSettings
  /// What changed since an older report; null where none was given.
  public var since: [CoverageChange]?

  public struct Documents: Codable, Sendable, Hashable {
    public let source, target: DocumentRecord
  }

  public struct Links: Codable, Sendable, Hashable {
    public let total, reviewed: Int
  }

  /// - Parameters:
  ///   - tool: The program that measures, with its version.
  public init(_ pair: PairCoverage, tool: String) {
    let (coverage, bitext, header) = (pair.coverage, pair.bitext, pair.header)
    documents = Documents(
      source: DocumentRecord(header.source), target: DocumentRecord(header.target))
    source = Direction(coverage.source, of: bitext.source, by: [bitext.target])
    target = Direction(coverage.target, of: bitext.target, by: [bitext.source])
    (mutual, asymmetry) = (coverage.mutual, coverage.asymmetry)
    order = coverage.orderAgreement
    links = Links(total: coverage.links, reviewed: coverage.reviewedLinks)
    beads = Dictionary(
      uniqueKeysWithValues: coverage.beads.counts.map { ($0.key.description, $0.value) })
    comparability = pair.comparability.map(ComparabilityRecord.init)
    settings = CoverageSettings(
      header, tool: tool,
      measure: CoverageMeasure(threshold: coverage.threshold, unit: coverage.source.unit))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(v, forKey: .v)
    try container.encode(documents, forKey: .documents)
    try container.encode(source, forKey: .source)
    try container.encode(target, forKey: .target)
    // Not `encodeIfPresent`: what is not defined is said to be null.
    try container.encode(mutual, forKey: .mutual)
    try container.encode(asymmetry, forKey: .asymmetry)
    try container.encode(order, forKey: .order)
    try container.encode(links, forKey: .links)
    try container.encode(beads, forKey: .beads)
    try container.encode(comparability, forKey: .comparability)
    try container.encode(settings, forKey: .settings)
    try container.encodeIfPresent(since, forKey: .since)
  }
}

/// Whether two documents tell of the same, as programs read it.
public struct ComparabilityRecord: Codable, Sendable, Hashable {
  /// Known words that have a translation in the other document, of all.
  public let source, target: Share
  /// Content words that the lexicon knows, of all in both documents.
  public let known: Share
  /// Null where the lexicon knows too little.
  public let ratio: Double?

  public init(_ comparability: Comparability) {
    (source, target) = (comparability.source, comparability.target)
    (known, ratio) = (comparability.known, comparability.ratio)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(source, forKey: .source)
    try container.encode(target, forKey: .target)
    try container.encode(known, forKey: .known)
    try container.encode(ratio, forKey: .ratio)
  }
}
