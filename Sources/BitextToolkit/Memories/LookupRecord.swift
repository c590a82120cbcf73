public import BitextModel
internal import SQLiteMemory
public import TranslationMemory

/// What a lookup found, as `--json` prints it (docs/lookup.md).
public struct LookupRecord: Sendable, Hashable, Encodable {
  public struct MatchRecord: Sendable, Hashable, Encodable {
    /// Which of several memories has it.
    public let memory: String?
    public let kind: Match.Kind
    public let score, similarity: Int
    public let penalties: [Penalty]
    public let source, target: String
    public let sourceLanguage, targetLanguage: LanguageTag
    /// What turns the source into the query.
    public let diff: [Difference.Piece]
    /// The target with the query's numbers and placeholders.
    public let adapted: Adaptation?
    /// Which words of the source and the target explain each other, where there is a lexicon.
    public let links: [LinkRecord]?
    /// UTF-8 offsets of the target, `[start, end]`: what goes with words that the query has not.
    public let affected: [Range<Int>]?
    public let relation: Bead.Relation?
    public let provenance: ProvenanceRecord
    public let unit: TranslationUnit.ID
  }

  /// Two tokens that explain each other.
  public struct LinkRecord: Sendable, Hashable, Encodable {
    /// UTF-8 offsets, half open: `[start, end]`.
    public let source, target: Range<Int>
    public let by: TokenAlignment.Source
    public let weight: Double

    init(_ link: TokenAlignment.Link) {
      (source, target, by, weight) = (link.source, link.target, link.by, link.weight)
    }
  }

  public let v = 1
  /// The name that a worker's record had.
  public let id: String?
  public let query: String
  /// The language in which the query was sought, and the one asked for.
  public let from, to: LanguageTag?
  public let matches: [MatchRecord]
  /// Parts of the query that stand in the memory; `nil` when they were not asked for.
  public let subsegments: [SubsegmentRecord]?

  init(
    id: String?, query: String, from: LanguageTag?, to: LanguageTag?, matches: [MatchRecord],
    subsegments: [SubsegmentRecord]?
  ) {
    (self.id, self.query, self.from, self.to) = (id, query, from, to)
    (self.matches, self.subsegments) = (matches, subsegments)
  }

  public init(
    id: String? = nil, query: LookupQuery, _ answer: MemorySetSnapshot.Answer,
    in snapshot: MemorySetSnapshot, linker: TokenLinker
  ) throws {
    (self.id, self.query) = (id, query.content.text)
    (from, to) = (answer.direction?.from, answer.direction?.to)
    matches = try answer.matches.map { match in
      let found = match.found
      let links = try linker.links(found.source, found.target)
      return MatchRecord(
        memory: snapshot.shownName(of: match.member), kind: found.match.kind,
        score: found.match.score, similarity: found.match.similarity,
        penalties: found.match.penalties, source: found.source.content.text,
        target: found.target.content.text, sourceLanguage: found.source.language,
        targetLanguage: found.target.language, diff: found.difference.pieces,
        adapted: try found.adaptation(), links: links?.map(LinkRecord.init),
        affected: links?.targets(of: found.difference.deletedRanges),
        relation: found.unit.link?.relation,
        provenance: ProvenanceRecord(
          [found.source, found.target], of: found.unit,
          addition: try snapshot.addition(of: match)),
        unit: found.match.unit)
    }
    subsegments = try answer.subsegments?.map {
      try SubsegmentRecord($0, answer.direction, in: snapshot, linker: linker)
    }
  }
}

extension Difference {
  /// UTF-8 offsets in the first text of what the second has not, without white space at the ends.
  var deletedRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for piece in pieces where piece.kind != .insert {
      let end = start + piece.text.utf8.count
      if piece.kind == .delete { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }
}
