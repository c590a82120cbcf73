public import BitextModel
internal import SQLiteMemory
internal import TranslationMemory

/// A part of a query that a memory's texts have too (docs/lookup.md).
public struct SubsegmentRecord: Sendable, Hashable, Encodable {
  public struct Hit: Sendable, Hashable, Encodable {
    /// Which of several memories has it.
    public let memory: String?
    public let unit: TranslationUnit.ID
    /// Whether the memory's text is this part and nothing else, but for punctuation.
    public let isWhole: Bool
    public let source, target: String
    /// UTF-8 offsets of the part in the source, and, where a lexicon tells them, of what goes with it
    /// in the target.
    public let ranges: [Range<Int>]
    public let targetRanges: [Range<Int>]?
  }

  /// UTF-8 offsets in the query, `[start, end]`.
  public let range: Range<Int>
  public let text: String
  public let words: Int
  public let hits: [Hit]

  init(range: Range<Int>, text: String, words: Int, hits: [Hit]) {
    (self.range, self.text, self.words, self.hits) = (range, text, words, hits)
  }

  init(
    _ subsegment: MemorySetSnapshot.Subsegment, _ direction: QueryDirection?,
    in snapshot: MemorySetSnapshot, linker: TokenLinker
  ) throws {
    let match = subsegment.match
    (range, text, words) = (match.range, match.text, match.wordCount)
    hits = try match.hits.compactMap { hit in
      guard
        let target = hit.counterparts.first(where: {
          direction?.to?.matches($0.language) ?? true
        })
      else { return nil }
      let source = hit.source.content.text
      let covered = hit.ranges.reduce(0) { $0 + $1.count }
      return Hit(
        memory: snapshot.shownName(of: subsegment.member), unit: hit.unit,
        isWhole: source.utf8.count <= covered + 3
          && source.filter(\.isLetter).count == match.text.filter(\.isLetter).count,
        source: source, target: target.content.text, ranges: hit.ranges,
        targetRanges: try linker.links(hit.source, target)?.targets(of: hit.ranges))
    }
  }
}
