public import BitextMeasures
public import BitextModel

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
  public let settings: CoverageSettings

  public struct Documents: Codable, Sendable, Hashable {
    public let source, target: DocumentRecord
  }

  public struct Links: Codable, Sendable, Hashable {
    public let total, reviewed: Int
  }

  public init(_ coverage: Coverage, of bitext: Bitext, settings: CoverageSettings) {
    documents = Documents(
      source: DocumentRecord(bitext.source), target: DocumentRecord(bitext.target))
    source = Direction(coverage.source, of: bitext.source)
    target = Direction(coverage.target, of: bitext.target)
    (mutual, asymmetry) = (coverage.mutual, coverage.asymmetry)
    order = coverage.orderAgreement
    links = Links(total: coverage.links, reviewed: coverage.reviewedLinks)
    beads = Dictionary(
      uniqueKeysWithValues: coverage.beads.counts.map { ($0.key.description, $0.value) })
    self.settings = settings
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
    try container.encode(settings, forKey: .settings)
  }
}

/// Which document a figure is about.
public struct DocumentRecord: Codable, Sendable, Hashable {
  public let name: String?
  public let lang: LanguageTag
  public let sha256: String

  public init(_ document: Document) {
    (name, lang) = (document.name, document.language)
    sha256 = Fingerprint.sha256(document.text)
  }
}

/// What a figure of coverage was computed with.
public struct CoverageSettings: Codable, Sendable, Hashable {
  /// The program with its version.
  public var tool: String
  /// Links below this confidence do not count.
  public var threshold: Double
  public var segmenter, aligner, lexicon, encoder: String?

  public init(
    tool: String, threshold: Double, segmenter: String? = nil, aligner: String? = nil,
    lexicon: String? = nil, encoder: String? = nil
  ) {
    (self.tool, self.threshold) = (tool, threshold)
    (self.segmenter, self.aligner) = (segmenter, aligner)
    (self.lexicon, self.encoder) = (lexicon, encoder)
  }
}
