public import BitextModel
internal import UnicodeText

/// Units in memory: for lookups in a file that is no memory.
///
/// Names units 1, 2, 3 … in the order in which they came.
public struct InMemoryStore: UnitStore, Sendable {
  private let units: [TranslationUnit]
  private let index: IndexSnapshot

  /// - Throws: `ICUFailure` for text that ICU cannot take.
  public init(_ units: some Sequence<TranslationUnit> = []) throws {
    self.units = Array(units)
    index = try Self.index(of: self.units)
  }

  /// Reads all that a cursor yields.
  public init(reading cursor: consuming some UnitCursor & ~Copyable) throws {
    var units: [TranslationUnit] = []
    while let unit = try cursor.next() { units.append(unit) }
    self.units = units
    index = try Self.index(of: units)
  }

  private static func index(of units: [TranslationUnit]) throws -> IndexSnapshot {
    let tokenizer = try WordTokenizer()
    var batch = SegmentBatch()
    for (index, unit) in units.enumerated() {
      batch.add(
        try IndexEntry.entries(of: unit, tokenizer: tokenizer),
        of: TranslationUnit.ID(rawValue: Int64(index + 1)), shape: UnitShape(unit))
    }
    return IndexSnapshot([IndexSnapshot.Part(try batch.write(), changes: 0)])
  }

  /// The languages of the units, ascending.
  public var languages: [LanguageTag] {
    Set(units.flatMap { $0.variants.map(\.language) }).sorted()
  }

  public func unit(_ id: TranslationUnit.ID) -> TranslationUnit? {
    guard let index = Int(exactly: id.rawValue - 1), units.indices.contains(index) else {
      return nil
    }
    return units[index]
  }

  public func candidates(for search: CandidateSearch) -> CandidateList {
    index.candidates(for: search)
  }

  public func forEachVariant(
    containing phrase: Phrase, in language: LanguageTag?, _ take: (VariantPlace) throws -> Bool
  ) rethrows {
    try index.forEachVariant(containing: phrase, in: language, take)
  }
}
