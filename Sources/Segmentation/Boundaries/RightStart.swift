/// What stands right of a place where a sentence may end: marks that open, then a first word.
struct RightStart {
  /// The class of the first character after opening marks.
  let first: CharacterClass
  /// The class of the very first character.
  let opener: CharacterClass
  /// The first word; empty when something else comes first.
  let word: Range<Int>
  let traits: WordTraits
  /// Whether the word is written with a capital only because a sentence starts: `She`, but not `I`.
  let isCapitalisedStarter: Bool
  /// Marks that were skipped on the way.
  let hasQuote, hasBracket, hasDash, hasBullet, hasEllipsis: Bool

  init(at offset: Int, in text: UTF8Text, rules: LanguageRules) {
    opener = text.characterClass(at: offset)
    var (position, members) = (offset, CharacterClass.Members([]))
    let limit = min(text.count, offset + 64)
    scan: while position < limit, let (scalar, width) = text.scalar(at: position) {
      let kind = CharacterClass(scalar)
      switch kind {
      case .quote, .openBracket, .dash, .bullet, .period, .invisible, .space: break
      case .newline where text.gap.contains(.newline): break
      case .symbol where scalar == "¿" || scalar == "¡" || scalar == "*" || scalar == "#": break
      default: break scan
      }
      members.formUnion(.init(kind))
      position += width
    }
    first = text.characterClass(at: position)
    hasQuote = members.contains(.quote)
    hasBracket = members.contains(.openBracket)
    hasDash = members.contains(.dash)
    hasBullet = members.contains(.bullet)
    hasEllipsis = members.contains(.period)
    let end = text.skip(.word, from: position, to: min(text.count, position + 64))
    let whole = Self.endOfContraction(text, position, end)
    word = position..<whole
    traits =
      whole == end
      ? rules.traits(of: text.slice(word), atStart: true)
      : rules.traits(
        of: text.string(position..<end) + "'"
          + text.string(text.skip(.init(.quote), from: end, to: whole)..<whole), atStart: true)
    isCapitalisedStarter =
      traits.contains(.starter) && first == .upper
      && !rules.traits(of: text.slice(word), atStart: false).contains(.starter)
  }

  /// The end of a word such as `I'm`; the apostrophe of a closing quotation is no part of one.
  private static func endOfContraction(_ text: UTF8Text, _ start: Int, _ end: Int) -> Int {
    guard end > start, let (scalar, width) = text.scalar(at: end),
      scalar == "'" || scalar == "\u{2019}",
      CharacterClass.Members.letters.contains(text.characterClass(at: end + width))
    else { return end }
    return text.skip(.letters, from: end + width, to: min(text.count, end + 16))
  }

  /// A word such as `iPhone` or `eBay`, whose capital is not its first letter.
  func isCamelCase(in text: UTF8Text) -> Bool {
    first == .lower && text.characterClass(at: word.lowerBound + 1) == .upper
  }

  var isStarter: Bool { traits.contains(.starter) }
}
