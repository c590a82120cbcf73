/// Where a text stands: the first link of the chain from a character offset to a looked-up match.
public struct Origin: Sendable, Hashable, Codable {
  /// The document's name: a file name or an address.
  public var document: String
  /// SHA-256 of the document's bytes, in hexadecimal; `nil` when not known.
  public var sha256: String?
  /// Half-open UTF-8 ranges in the document, ascending; several when a bead's side is not contiguous.
  public var spans: [Range<Int>]
  /// Zero-based segment indexes, of the same count as `spans`.
  public var segments: [Int]

  public init(document: String, sha256: String? = nil, spans: [Range<Int>], segments: [Int]) {
    (self.document, self.sha256) = (document, sha256)
    (self.spans, self.segments) = (spans, segments)
  }
}

extension TranslationUnit {
  /// How two variants came to stand together.
  public struct Link: Sendable, Hashable, Codable {
    public var relation: Bead.Relation
    public var strength: Bead.Strength
    /// The calibrated probability that the link is right, 0 to 1; `nil` when nobody said.
    public var confidence: Double?
    public var status: Bead.Status
    /// What made the link, with its version: `bitext 0.1`.
    public var tool: String?

    public init(
      relation: Bead.Relation, strength: Bead.Strength, confidence: Double?, status: Bead.Status,
      tool: String?
    ) {
      (self.relation, self.strength, self.confidence) = (relation, strength, confidence)
      (self.status, self.tool) = (status, tool)
    }
  }
}
