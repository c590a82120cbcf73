public import BitextModel

/// Keeps translation units and finds those that may match a query.
///
/// A store does not rank. Thresholds, penalties and order belong to `FuzzyLookup`, so every store
/// gives the same matches; `UnitStoreContract` checks that it does.
public protocol UnitStore: Sendable {
  /// The unit of that name; `nil` when there is none.
  func unit(_ id: TranslationUnit.ID) throws -> TranslationUnit?

  /// Units with a variant in a language that `language` matches, whose words are at least `floor` per
  /// cent similar to those of `query`. May include others; must not miss one.
  func candidates(for query: String, in language: LanguageTag, floor: Int) throws
    -> [TranslationUnit.ID]
}
