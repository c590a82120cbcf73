public import BitextModel
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
  /// The inline codes of the query and of the unit's text differ.
  public var codes = 0
  /// What every match of this memory loses, under the memory's name; `nil` takes nothing off.
  public var memory: Penalty?

  public init() {}

  /// Claim 5, partial 5, unreviewed 1, foreign variant 1, numbers 2, codes 0.
  public static let standard = Penalties()

  /// No penalties: the score is the similarity.
  public static let none = {
    var none = Penalties()
    for name in Name.allCases { none[name] = 0 }
    return none
  }()

  /// What a person calls the penalties, on the command line and in a file.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    case claim, partial, unreviewed
    case foreignVariant = "foreign-variant"
    case numbers, codes

    fileprivate var points: WritableKeyPath<Penalties, Int> {
      switch self {
      case .claim: \.claim
      case .partial: \.partial
      case .unreviewed: \.unreviewed
      case .foreignVariant: \.foreignVariant
      case .numbers: \.numbers
      case .codes: \.codes
      }
    }
  }

  public subscript(name: Name) -> Int {
    get { self[keyPath: name.points] }
    set { self[keyPath: name.points] = newValue }
  }

  /// The penalties of a unit of which `source` was found for `query` and `target` is offered, in the
  /// order of the declarations above, the memory's first.
  func penalties(
    for query: ComparedText, source: ComparedText, link: TranslationUnit.Link?,
    tags: [(asked: LanguageTag?, found: LanguageTag)]
  ) -> [Penalty] {
    var found: [Penalty] = []
    let take = { (name: String, points: Int, applies: Bool) in
      if applies, points > 0 { found.append(Penalty(name, points: points)) }
    }
    if let memory { take(memory.name, memory.points, true) }
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
    take("codes", codes, query.content.codes != source.content.codes)
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

extension SegmentContent {
  /// The inline codes, in order.
  var codes: [InlineCode] {
    parts.compactMap { if case .code(let code) = $0 { code } else { nil } }
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
