public import BitextModel
public import SQLiteMemory
public import TranslationMemory

/// A place where a phrase stands, as `--jsonl` prints it (docs/memory.md).
public struct ConcordanceRecord: Sendable, Hashable, Encodable {
  public struct Counterpart: Sendable, Hashable, Encodable {
    public let language: LanguageTag
    public let text: String
    /// UTF-8 offsets of what goes with the phrase, where a lexicon tells it.
    public let ranges: [Range<Int>]?
  }

  public let v = 1
  public let unit: TranslationUnit.ID
  public let language: LanguageTag
  public let text: String
  /// UTF-8 offsets in the text, half open: `[start, end]`.
  public let ranges: [Range<Int>]
  public let counterparts: [Counterpart]
  public let relation: Bead.Relation?
  public let provenance: ProvenanceRecord

  public init(_ hit: ConcordanceHit, in snapshot: MemorySnapshot, linker: TokenLinker) throws {
    (unit, language, text) = (hit.unit, hit.source.language, hit.source.content.text)
    ranges = hit.ranges
    counterparts = try hit.counterparts.map {
      Counterpart(
        language: $0.language, text: $0.content.text,
        ranges: try linker.links(hit.source, $0)?.targets(of: hit.ranges))
    }
    relation = hit.contents.link?.relation
    provenance = ProvenanceRecord(
      [hit.source] + hit.counterparts, of: hit.contents,
      addition: try snapshot.addition(of: hit.unit))
  }
}
