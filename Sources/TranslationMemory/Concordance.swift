public import BitextModel
public import UnicodeText

/// A variant that contains a phrase, with its counterparts.
public struct ConcordanceHit: Sendable, Hashable {
  public let unit: TranslationUnit.ID
  public let contents: TranslationUnit
  /// Zero-based index of the variant in which the phrase stands.
  public let variant: Int
  /// Where it stands in the text of the variant, in UTF-8 offsets; at least one.
  public let ranges: [Range<Int>]

  public var source: Variant { contents.variants[variant] }

  /// The variants in other languages.
  public var counterparts: [Variant] {
    contents.variants.filter { $0.language.language != source.language.language }
  }
}

/// Finds a word, a phrase or the start of a word wherever a memory has it, however often.
///
/// A unique owner, because of the ICU handle inside: one concordance a task.
public struct Concordance<Store: UnitStore>: ~Copyable {
  private let store: Store
  let tokenizer: WordTokenizer

  public init(_ store: Store) throws(ICUFailure) {
    self.store = store
    tokenizer = try WordTokenizer()
  }

  /// Hands over the hits one at a time, by ID, then by the order of variants, until there are no more
  /// or `take` returns false.
  ///
  /// - Parameters:
  ///   - language: The side to search, with all its regional variants; `nil` searches all.
  ///   - last: Begins behind this place, where an earlier search ended.
  public borrowing func forEachHit(
    _ phrase: Phrase, in language: LanguageTag?, after last: VariantPlace? = nil,
    _ take: (ConcordanceHit) throws -> Bool
  ) throws {
    var current: (id: TranslationUnit.ID, unit: TranslationUnit?)?
    try store.forEachVariant(containing: phrase, in: language) { place in
      if let last, place <= last { return true }
      if current?.id != place.unit { current = (place.unit, try store.unit(place.unit)) }
      guard let unit = current?.unit, place.variant < unit.variants.count else { return true }
      let text = try ComparedText(unit.variants[place.variant].content, tokenizer: tokenizer)
      let ranges = phrase.ranges(in: text)
      if ranges.isEmpty { return true }
      return try take(
        ConcordanceHit(unit: place.unit, contents: unit, variant: place.variant, ranges: ranges))
    }
  }

  /// The first hits, at most `limit` of them.
  public borrowing func hits(_ phrase: Phrase, in language: LanguageTag?, limit: Int = .max) throws
    -> [ConcordanceHit]
  {
    var hits: [ConcordanceHit] = []
    guard limit > 0 else { return hits }
    try forEachHit(phrase, in: language) { hit in
      hits.append(hit)
      return hits.count < limit
    }
    return hits
  }
}
