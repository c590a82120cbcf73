public import BitextModel
public import UnicodeText

/// Units in memory: for lookups in a file that is no memory, and the store that tests start from.
///
/// Names units 1, 2, 3 … in the order in which they came.
public struct InMemoryStore: UnitStore, Sendable {
  private var units: [TranslationUnit] = []
  private var entries: [Entry] = []

  private struct Entry: Sendable {
    let unit: TranslationUnit.ID
    let variant: Int
    let language: LanguageTag
    let text: ComparedText
  }

  /// - Throws: `ICUFailure` for text that ICU cannot take.
  public init(_ units: some Sequence<TranslationUnit> = []) throws(ICUFailure) {
    let tokenizer = try WordTokenizer()
    for unit in units { try add(unit, tokenizer: tokenizer) }
  }

  /// Reads all that a cursor yields.
  public init(reading cursor: consuming some UnitCursor & ~Copyable) throws {
    let tokenizer = try WordTokenizer()
    while let unit = try cursor.next() { try add(unit, tokenizer: tokenizer) }
  }

  private mutating func add(
    _ unit: TranslationUnit, tokenizer: borrowing WordTokenizer
  ) throws(ICUFailure) {
    units.append(unit)
    let id = TranslationUnit.ID(rawValue: Int64(units.count))
    for (index, variant) in unit.variants.enumerated() {
      let text = try ComparedText(variant.content, tokenizer: tokenizer)
      entries.append(Entry(unit: id, variant: index, language: variant.language, text: text))
    }
  }

  /// The languages of the units, ascending.
  public var languages: [LanguageTag] { Set(entries.map(\.language)).sorted() }

  public func unit(_ id: TranslationUnit.ID) -> TranslationUnit? {
    guard let index = Int(exactly: id.rawValue - 1), units.indices.contains(index) else {
      return nil
    }
    return units[index]
  }

  /// Those of a length that allows the similarity, and those with the same skeleton.
  public func candidates(
    for query: ComparedText, in language: LanguageTag, floor: Int
  ) -> [Candidate] {
    let lengths = CandidateBounds(words: query.keys.count, floor: floor).lengths ?? 0...0
    let skeleton = query.skeleton
    return entries.filter { entry in
      language.matches(entry.language)
        && (floor == 0 || lengths.contains(entry.text.keys.count)
          || entry.text.skeleton == skeleton)
    }.map { Candidate(unit: $0.unit, variant: $0.variant, words: $0.text.keys) }
  }

  public func units(containing phrase: Phrase, in language: LanguageTag?) -> [TranslationUnit.ID] {
    var found: [TranslationUnit.ID] = []
    for entry in entries
    where entry.unit != found.last && language?.matches(entry.language) ?? true {
      if !phrase.ranges(in: entry.text).isEmpty { found.append(entry.unit) }
    }
    return found
  }
}
