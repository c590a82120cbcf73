public import BitextModel
public import SQLiteMemory

/// Where a unit comes from, as records and pages show it.
public struct ProvenanceRecord: Sendable, Hashable, Codable {
  /// One side of the unit.
  public struct Place: Sendable, Hashable, Codable {
    public let language: LanguageTag
    public let document: String
    public let sha256: String?
    /// Zero-based.
    public let segments: [Int]
    /// UTF-8 offsets, half open: `[start, end]`.
    public let spans: [Range<Int>]
  }

  /// The variants that stand in a document.
  public let places: [Place]
  public let strength: Bead.Strength?
  public let confidence: Double?
  public let status: Bead.Status?
  public let tool: String?
  /// The file that brought it into the memory, and when (ISO 8601).
  public let file: String?
  public let added: String?

  public init(_ variants: [Variant], of unit: TranslationUnit, addition: MemorySnapshot.Addition?) {
    places = variants.compactMap { variant in
      variant.origin.map {
        Place(
          language: variant.language, document: $0.document, sha256: $0.sha256,
          segments: $0.segments, spans: $0.spans)
      }
    }
    (strength, confidence) = (unit.link?.strength, unit.link?.confidence)
    (status, tool) = (unit.link?.status, unit.link?.tool)
    (file, added) = (addition?.file, addition?.at)
  }
}
