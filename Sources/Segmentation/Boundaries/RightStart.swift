/// What stands right of a place where a sentence may end: marks that open, then a first word.
struct RightStart {
  /// The class of the first character after opening marks.
  let first: CharacterClass
  /// The class of the very first character.
  let opener: CharacterClass
  /// The first word; empty when something else comes first.
  let word: Range<Int>
  let traits: WordTraits
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
      case .symbol where "¿¡*#".unicodeScalars.contains(scalar): break
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
    var end = text.skip(.word, from: position, to: min(text.count, position + 64))
    // `I'm` is a word; the apostrophe of a closing quotation is not.
    if let (scalar, width) = text.scalar(at: end), scalar == "'" || scalar == "\u{2019}",
      CharacterClass.Members.letters.contains(text.characterClass(at: end + width)), end > position
    {
      end = text.skip(.letters, from: end + width, to: min(text.count, end + 16))
    }
    word = position..<end
    let spelling = text.string(word).replacing("\u{2019}", with: "'")
    traits = rules.traits(of: spelling, atStart: true)
  }

  /// A word such as `iPhone` or `eBay`, whose capital is not its first letter.
  func isCamelCase(in text: UTF8Text) -> Bool {
    first == .lower && text.characterClass(at: word.lowerBound + 1) == .upper
  }

  var isStarter: Bool { traits.contains(.starter) }
}
