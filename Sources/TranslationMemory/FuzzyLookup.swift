public import BitextModel
public import UnicodeText

/// A match with what a person wants to see of it.
public struct FoundMatch: Sendable, Hashable {
  public let match: Match
  public let unit: TranslationUnit
  /// The variant that is like the query, and the one offered for it.
  public let source, target: Variant
  /// The query, and the text of `source`.
  let query, text: ComparedText

  /// What turns the source's text into the query.
  public var difference: Difference { Difference(from: text, to: query) }
}

/// Finds the units whose text in one language is like a query, best first.
///
/// Decides thresholds, penalties and order; the store only proposes. A unique owner, because of the
/// ICU handle inside: one lookup a task.
public struct FuzzyLookup<Store: UnitStore>: ~Copyable {
  private let store: Store
  private let penalties: Penalties
  private let tokenizer: WordTokenizer
  private let bounds: BoundsByDirection

  public init(_ store: Store, penalties: Penalties = .standard) throws(ICUFailure) {
    (self.store, self.penalties) = (store, penalties)
    tokenizer = try WordTokenizer()
    bounds = BoundsByDirection(penalties)
  }

  /// The best matches: by score, then similarity, then likeness in characters, each the higher first;
  /// of equals the newer unit, the one with the higher ID, first, and its variants in their order.
  /// Where more than `CandidateList.ties` texts tie for the last places, only the newest so many are
  /// compared in characters.
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
    let bounds = bounds[source, target]
    bounds.previous = EntryFacts.neighbour(query.previous)
    bounds.next = EntryFacts.neighbour(query.next)
    var seen = Set<Candidate>()
    var found: [Ranked] = []
    var wanted = limit
    while true {
      let list = try store.candidates(
        for: CandidateSearch(
          query: text, language: source, floor: minimum, count: wanted, bounds: bounds))
      for candidate in list.candidates where seen.insert(candidate).inserted {
        try compare(
          candidate, with: text, query, from: source, to: target, minimum: minimum, into: &found)
      }
      guard let rest = list.rest else { break }
      // A bound may promise more than the text keeps: then others have to be looked at.
      let kept = found.count {
        ($0.match.score, $0.match.similarity) >= (rest.score, rest.similarity)
      }
      if kept >= limit { break }
      wanted = wanted > .max / 4 ? .max : wanted * 4
    }
    return best(found, for: text, limit: limit)
  }

  private borrowing func compare(
    _ candidate: Candidate, with text: ComparedText, _ query: LookupQuery,
    from source: LanguageTag, to target: LanguageTag?, minimum: Int, into found: inout [Ranked]
  ) throws {
    guard let unit = try store.unit(candidate.unit), candidate.variant < unit.variants.count else {
      return
    }
    let variant = unit.variants[candidate.variant]
    guard source.matches(variant.language) else { return }
    let compared = try ComparedText(variant.content, tokenizer: tokenizer)
    let similarity = TextSimilarity.percent(text, compared)
    guard similarity >= minimum else { return }
    for offered in unit.targets(besides: candidate.variant, in: target, from: source) {
      let match = Match(
        unit: candidate.unit, kind: kind(similarity, variant, unit, query), similarity: similarity,
        penalties: penalties.penalties(
          for: text, source: compared, link: unit.link,
          tags: [(source, variant.language), (target, offered.language)]))
      found.append(
        Ranked(match: match, unit: unit, source: variant, target: offered, text: compared))
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
    // Stable: the variants of a unit stay in their order.
    var sorted = found.enumerated().sorted { a, b in
      a.element.isBefore(b.element) || !b.element.isBefore(a.element) && a.offset < b.offset
    }.map(\.element)
    // Characters break ties only, so they are compared among those that may still be shown.
    var start = 0
    var likeness: CharacterLikeness?
    while start < min(limit, sorted.count) {
      var end = start + 1
      while end < sorted.count, sorted[end].isEqual(sorted[start]) { end += 1 }
      if end - start > 1 {
        let measure = likeness ?? CharacterLikeness(to: query.text)
        likeness = measure
        let ordered = sorted[start..<end].map { ($0, measure.permille($0.text.text)) }.enumerated()
          .sorted { a, b in
            (a.element.1, a.element.0.match.unit, b.offset)
              > (b.element.1, b.element.0.match.unit, a.offset)
          }
        sorted.replaceSubrange(start..<end, with: ordered.map(\.element.0))
      }
      start = end
    }
    return sorted.prefix(limit).map { ranked in
      FoundMatch(
        match: ranked.match, unit: ranked.unit, source: ranked.source, target: ranked.target,
        query: query, text: ranked.text)
    }
  }
}

/// What bounds the scores, for each direction that was asked for. A class, because it remembers.
private final class BoundsByDirection {
  private let penalties: Penalties
  private var known: [ScoreBounds] = []

  init(_ penalties: Penalties) {
    self.penalties = penalties
  }

  subscript(source: LanguageTag, target: LanguageTag?) -> ScoreBounds {
    if let bounds = known.first(where: { $0.source == source && $0.target == target }) {
      return bounds
    }
    let bounds = ScoreBounds(penalties, from: source, to: target)
    known.append(bounds)
    return bounds
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

  func isEqual(_ other: Ranked) -> Bool {
    (match.score, match.similarity) == (other.match.score, other.match.similarity)
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
