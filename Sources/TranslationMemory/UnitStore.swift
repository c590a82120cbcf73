public import BitextModel

/// Keeps translation units and finds those that may match a query.
///
/// A store does not decide what a match is worth. Thresholds, penalties and order belong to
/// `FuzzyLookup`, so every store gives the same matches; `UnitStoreContract` checks that it does. It
/// need not be `Sendable`: a snapshot of a database stays with the task that reads it.
public protocol UnitStore {
  /// The unit of that name; `nil` when there is none.
  func unit(_ id: TranslationUnit.ID) throws -> TranslationUnit?

  /// The variants with the best bounds whose text is at least so similar as the search asks; may
  /// include others, must not miss one that exceeds what the list says of the rest.
  func candidates(for search: CandidateSearch) throws -> CandidateList

  /// Hands over the variants that may contain the phrase, by unit, then by position, each once, until
  /// there are no more or `take` returns false. May include others; must not miss one.
  ///
  /// - Parameter language: Restricts the variants to those it matches; `nil` means any.
  func forEachVariant(
    containing phrase: Phrase, in language: LanguageTag?, _ take: (VariantPlace) throws -> Bool
  ) throws
}

/// One variant of a unit.
public struct VariantPlace: Sendable, Hashable, Comparable {
  public let unit: TranslationUnit.ID
  /// Zero-based index of the variant in its unit.
  public let variant: Int

  public init(unit: TranslationUnit.ID, variant: Int) {
    (self.unit, self.variant) = (unit, variant)
  }

  public static func < (a: VariantPlace, b: VariantPlace) -> Bool {
    (a.unit, a.variant) < (b.unit, b.variant)
  }
}

extension UnitStore {
  /// Units with a variant that may contain the phrase, ascending, each once.
  public func units(
    containing phrase: Phrase, in language: LanguageTag?
  ) throws -> [TranslationUnit.ID] {
    var units: [TranslationUnit.ID] = []
    try forEachVariant(containing: phrase, in: language) { place in
      if units.last != place.unit { units.append(place.unit) }
      return true
    }
    return units
  }
}
