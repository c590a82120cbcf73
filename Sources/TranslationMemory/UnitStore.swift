public import BitextModel

/// Keeps translation units and finds those that may match a query.
///
/// A store does not rank. Thresholds, penalties and order belong to `FuzzyLookup`, so every store
/// gives the same matches; `UnitStoreContract` checks that it does. It need not be `Sendable`: a
/// snapshot of a database stays with the task that reads it.
public protocol UnitStore {
  /// The unit of that name; `nil` when there is none.
  func unit(_ id: TranslationUnit.ID) throws -> TranslationUnit?

  /// Variants in a language that `language` matches, whose text is at least `floor` per cent similar
  /// to `query`, each once. May include others; must not miss one. In no particular order.
  ///
  /// - Parameter floor: 0 to 100; 0 asks for every variant in the language.
  func candidates(for query: ComparedText, in language: LanguageTag, floor: Int) throws
    -> [Candidate]

  /// Units with a variant that may contain the phrase, ascending, each once. May include others; must
  /// not miss one.
  ///
  /// - Parameter language: Restricts the variants to those it matches; `nil` means any.
  func units(containing phrase: Phrase, in language: LanguageTag?) throws -> [TranslationUnit.ID]
}

/// A variant that may match a query: what is needed to compare it without reading its unit.
public struct Candidate: Sendable, Hashable {
  public let unit: TranslationUnit.ID
  /// Zero-based index of the variant in its unit.
  public let variant: Int
  public let words: [WordKey]

  public init(unit: TranslationUnit.ID, variant: Int, words: [WordKey]) {
    (self.unit, self.variant, self.words) = (unit, variant, words)
  }
}
