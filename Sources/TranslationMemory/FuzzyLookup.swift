public import BitextModel
public import UnicodeText

/// A match with what a person wants to see of it.
public struct FoundMatch: Sendable, Hashable {
  public let match: Match
  public let unit: TranslationUnit
  /// The variant that is like the query, and the one offered for it.
  public let source, target: Variant
  /// What turns the source's text into the query.
  public let difference: Difference
}

/// Finds the units whose text in one language is like a query, best first.
///
/// Decides thresholds, penalties and order; the store only proposes. A unique owner, because of the
/// ICU handle inside: one lookup a task.
public struct FuzzyLookup<Store: UnitStore>: ~Copyable {
  private let store: Store
  private let penalties: Penalties
  private let tokenizer: WordTokenizer

  public init(_ store: Store, penalties: Penalties = .standard) throws(ICUFailure) {
    (self.store, self.penalties) = (store, penalties)
    tokenizer = try WordTokenizer()
  }

  /// The best matches: by score, then similarity, then likeness in characters, each the higher first;
  /// of equals the newer unit, the one with the higher ID, first, and its variants in their order.
  ///
  /// A unit with several variants in the target language gives a match for each.
  ///
  /// - Parameters:
  ///   - target: The language to answer in; `nil` takes every other language of a unit.
  ///   - minimum: The least similarity, before penalties, 1 to 100.
  ///   - limit: The most matches to return.
  public borrowing func matches(
    for query: LookupQuery, from source: LanguageTag, to target: LanguageTag?, minimum: Int = 70,
    limit: Int = 5
  ) throws -> [FoundMatch] {
    let text = try ComparedText(query.content, tokenizer: tokenizer)
    guard limit > 0, !text.text.isEmpty else { return [] }
    var found: [Ranked] = []
    for candidate in try likely(for: text, in: source, minimum: minimum) {
      // Those who come later have no higher upper bound; a penalty is at worst what they lose.
      guard let unit = try store.unit(candidate.unit) else { continue }
      let variant = unit.variants[candidate.variant]
      let compared = try ComparedText(variant.content, tokenizer: tokenizer)
      let similarity = TextSimilarity.percent(text, compared)
      guard similarity >= minimum else { continue }
      for offered in unit.targets(besides: candidate.variant, in: target, from: source) {
        let match = Match(
          unit: candidate.unit, kind: kind(similarity, variant, unit, query),
          similarity: similarity,
          penalties: penalties.penalties(
            for: text, source: compared, link: unit.link,
            tags: [(source, variant.language), (target, offered.language)]))
        found.append(
          Ranked(match: match, unit: unit, source: variant, target: offered, text: compared))
      }
    }
    return best(found, for: text, limit: limit)
  }

  /// The store's proposals whose words are alike enough, before their texts are compared.
  private borrowing func likely(
    for text: ComparedText, in language: LanguageTag, minimum: Int
  ) throws -> [Candidate] {
    let distance = WordDistance(to: text.keys)
    return try store.candidates(for: text, in: language, floor: minimum).filter { candidate in
      if candidate.words.isEmpty, text.keys.isEmpty { return true }
      if TextSimilarity.isAlikeButForNumbers(text.keys, candidate.words) { return true }
      let longer = max(text.keys.count, candidate.words.count)
      return TextSimilarity.percent(
        distance: distance.distance(from: candidate.words), longer: longer) >= minimum
    }
  }

  private borrowing func kind(
    _ similarity: Int, _ variant: Variant, _ unit: TranslationUnit, _ query: LookupQuery
  ) -> Match.Kind {
    guard similarity == 100 else { return .fuzzy }
    return UnitContext(of: variant, in: unit).agrees(with: query) ? .context : .exact
  }

  private borrowing func best(
    _ found: [Ranked], for query: ComparedText, limit: Int
  ) -> [FoundMatch] {
    let byScore = found.sorted { $0.isBefore($1) }
    let last = byScore.prefix(limit).last.map { ($0.match.score, $0.match.similarity) } ?? (0, 0)
    // Characters break ties only, so they are compared among those that may still be shown.
    let contenders = byScore.prefix { ($0.match.score, $0.match.similarity) >= last }
      .map { ($0, CharacterLikeness.permille(query.text, $0.text.text)) }
    let ordered = contenders.sorted { a, b in
      (a.0.match.score, a.0.match.similarity, a.1, a.0.match.unit)
        > (b.0.match.score, b.0.match.similarity, b.1, b.0.match.unit)
    }
    return ordered.prefix(limit).map { ranked, _ in
      FoundMatch(
        match: ranked.match, unit: ranked.unit, source: ranked.source, target: ranked.target,
        difference: Difference(from: ranked.text, to: query))
    }
  }
}

/// A match on its way to the answer.
private struct Ranked {
  let match: Match
  let unit: TranslationUnit
  let source, target: Variant
  let text: ComparedText

  func isBefore(_ other: Ranked) -> Bool {
    (match.score, match.similarity, match.unit) > (
      other.match.score, other.match.similarity, other.match.unit
    )
  }
}

extension TranslationUnit {
  /// The variants that answer for the one at `index`: those in a language that `language` matches, or,
  /// when none is asked for, those in another language than `source`.
  func targets(besides index: Int, in language: LanguageTag?, from source: LanguageTag) -> [Variant]
  {
    variants.enumerated().filter { position, variant in
      guard position != index else { return false }
      return language.map { $0.matches(variant.language) }
        ?? (variant.language.language != source.language)
    }.map(\.element)
  }
}
