public import BitextModel
public import SQLiteMemory
public import TranslationMemory

/// What a lookup found, as `--json` prints it (docs/memory.md).
public struct LookupRecord: Sendable, Hashable, Encodable {
  public struct MatchRecord: Sendable, Hashable, Encodable {
    public let kind: Match.Kind
    public let score, similarity: Int
    public let penalties: [Penalty]
    public let source, target: String
    public let sourceLanguage, targetLanguage: LanguageTag
    /// What turns the source into the query.
    public let diff: [Difference.Piece]
    public let relation: Bead.Relation?
    public let provenance: ProvenanceRecord
    public let unit: TranslationUnit.ID
  }

  public let v = 1
  /// The name that a worker's record had.
  public let id: String?
  public let query: String
  /// The language in which the query was sought, and the one asked for.
  public let from, to: LanguageTag?
  public let matches: [MatchRecord]

  public init(
    id: String? = nil, query: LookupQuery, direction: QueryDirection?, matches: [FoundMatch],
    in snapshot: MemorySnapshot
  ) throws {
    (self.id, self.query) = (id, query.content.text)
    (from, to) = (direction?.from, direction?.to)
    self.matches = try matches.map { found in
      MatchRecord(
        kind: found.match.kind, score: found.match.score, similarity: found.match.similarity,
        penalties: found.match.penalties, source: found.source.content.text,
        target: found.target.content.text, sourceLanguage: found.source.language,
        targetLanguage: found.target.language, diff: found.difference.pieces,
        relation: found.unit.link?.relation,
        provenance: ProvenanceRecord(
          [found.source, found.target], of: found.unit,
          addition: try snapshot.addition(of: found.match.unit)),
        unit: found.match.unit)
    }
  }
}
