internal import BitextModel

/// Words of a query that stand one after another in a memory's texts as well.
public struct SubsegmentMatch: Sendable, Hashable {
  /// UTF-8 offsets in the query's text, from the first word to the last.
  public let range: Range<Int>
  public let text: String
  /// How many words that is.
  public let wordCount: Int
  /// Where they stand: texts that are nothing else first, then the shorter ones.
  public let hits: [ConcordanceHit]
}

extension ConcordanceHit {
  /// How much of the text is something else than the phrase, in UTF-8 bytes.
  var remainder: Int {
    source.content.text.utf8.count - (ranges.first?.count ?? 0)
  }
}
