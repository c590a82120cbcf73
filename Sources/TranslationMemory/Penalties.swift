internal import BitextModel
internal import UnicodeText

/// What is taken off a match beyond the difference of the texts, in per cent points each.
public struct Penalties: Sendable, Hashable {
  /// The unit pairs sentences that report the same thing and are no translations of one another. With
  /// `unreviewed` it keeps such a unit below 95.
  public var claim = 5
  /// Part of what one side says is what the other says.
  public var partial = 5
  /// A program aligned the unit and nobody has accepted it.
  public var unreviewed = 1
  /// A variant is of another region than asked, such as de-AT for de or de-DE; taken once a side.
  public var foreignVariant = 1
  /// The numbers of the query and of the unit's text differ.
  public var numbers = 2

  /// Claim 5, partial 5, unreviewed 1, foreign variant 1, numbers 2.
  public static let standard = Penalties()

  /// No penalties: the score is the similarity.
  public static let none = Penalties(
    claim: 0, partial: 0, unreviewed: 0, foreignVariant: 0, numbers: 0)

  /// The penalties of a unit of which `source` was found for `query` and `target` is offered, in the
  /// order of the declarations above.
  func penalties(
    for query: ComparedText, source: ComparedText, link: TranslationUnit.Link?,
    tags: [(asked: LanguageTag?, found: LanguageTag)]
  ) -> [Penalty] {
    var found: [Penalty] = []
    let take = { (name: String, points: Int, applies: Bool) in
      if applies, points > 0 { found.append(Penalty(name, points: points)) }
    }
    take("claim", claim, link?.relation == .claim)
    take("partial", partial, link?.strength == .partial)
    take(
      "unreviewed", unreviewed, link.map { $0.status != .accepted && $0.confidence != nil } ?? false
    )
    for tag in tags {
      take(
        "foreign variant \(tag.found)", foreignVariant,
        tag.asked.map { !RegionalVariant.isAtHome(tag.found, for: $0) } ?? false)
    }
    take("numbers", numbers, numbersDiffer(query, source))
    return found
  }

  /// Whether the texts hold different numbers, in whatever order.
  private func numbersDiffer(_ a: ComparedText, _ b: ComparedText) -> Bool {
    let numbers = { (text: ComparedText) in
      zip(text.words, text.wordTokens).filter { $1.kind == .number }.map(\.0).sorted()
    }
    return numbers(a) != numbers(b)
  }
}

/// Whether a variant of a language is the one that a tag means.
enum RegionalVariant {
  /// A tag without a region means its language's most likely one: `de` is at home in de-DE, not in
  /// de-AT.
  static func isAtHome(_ found: LanguageTag, for asked: LanguageTag) -> Bool {
    if found == asked { return true }
    return LikelySubtags.maximized(found.description) == LikelySubtags.maximized(asked.description)
  }
}
