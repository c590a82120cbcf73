public import BitextModel
public import UnicodeText

/// Finds the longest parts of a query that a memory knows, where it does not know the whole.
///
/// A unique owner, because of the ICU handles inside.
public struct SubsegmentLookup<Store: UnitStore>: ~Copyable {
  private let concordance: Concordance<Store>

  /// The fewest words of a part: two that stand together say little.
  public static var shortest: Int { 3 }
  /// How many texts with a part are looked at for the shortest ones.
  private static var looked: Int { 100 }

  public init(_ store: Store) throws(ICUFailure) {
    concordance = try Concordance(store)
  }

  /// The parts that are in no longer part, in the order of the query; the query as a whole may be one.
  ///
  /// - Parameters:
  ///   - target: Hits without a text in this language do not count; `nil` takes any other.
  ///   - shortest: The fewest words of a part.
  ///   - limit: The most hits of a part.
  /// - Complexity: at most two searches for a phrase a word of the query.
  public borrowing func matches(
    for query: LookupQuery, from source: LanguageTag, to target: LanguageTag?,
    shortest: Int = Self.shortest, limit: Int = 2
  ) throws -> [SubsegmentMatch] {
    let text = try ComparedText(query.content, tokenizer: concordance.tokenizer)
    var found: [SubsegmentMatch] = []
    var end = 0
    let count = text.words.count
    for start in 0..<max(0, count - shortest + 1) {
      var longest = max(end, start + shortest - 1)
      // What stands in the memory does so without its last word too: the ends never move back.
      while longest < count,
        try isThere(text.words[start...longest], source)
      {
        longest += 1
      }
      guard longest >= start + shortest, longest > end else { continue }
      end = longest
      if let match = try match(start..<end, of: text, source, target, limit) { found.append(match) }
    }
    return found
  }

  private borrowing func isThere(_ words: ArraySlice<String>, _ source: LanguageTag) throws -> Bool
  {
    guard let phrase = Phrase(words: words) else { return false }
    return try !concordance.hits(phrase, in: source, limit: 1).isEmpty
  }

  private borrowing func match(
    _ words: Range<Int>, of text: ComparedText, _ source: LanguageTag, _ target: LanguageTag?,
    _ limit: Int
  ) throws -> SubsegmentMatch? {
    guard let phrase = Phrase(words: text.words[words]) else { return nil }
    let hits = try concordance.hits(phrase, in: source, limit: Self.looked).filter { hit in
      hit.counterparts.contains { target?.matches($0.language) ?? true }
    }
    guard !hits.isEmpty else { return nil }
    let ranked = hits.sorted { a, b in (a.remainder, b.unit) < (b.remainder, a.unit) }
    let first = text.wordTokens[words.lowerBound].range.lowerBound
    let range = first..<text.wordTokens[words.upperBound - 1].range.upperBound
    return SubsegmentMatch(
      range: range, text: String(text.text.utf8Slice(range)), wordCount: words.count,
      hits: Array(ranked.prefix(limit)))
  }
}
