/// The word that stands before terminal punctuation, whole: `Dr`, `z.B`, `Kto.-Nr`, `2:1`, `III`.
struct LeftWord {
  let range: Range<Int>
  /// What the rules say of it, alone or with the abbreviations before it, as in `z. B`.
  let traits: WordTraits
  /// Whether the sentence starts with it.
  let isFirst: Bool
  let shape: Shape

  enum Shape: Sendable, Hashable {
    /// Nothing that is part of a word or number.
    case none
    /// Digits only, so many of them.
    case integer(digits: Int)
    /// Digits with other marks: `3,5`, `2:1`, `50%`.
    case numeric
    case singleUpper, singleLower
    /// Single letters with periods between them: `U.S`, `z.B`.
    case dotted
    /// Letters of a Roman numeral above one letter.
    case roman
    /// A word in which some letter is lower case and none a vowel.
    case vowelless
    case word
  }

  /// - Parameter sentenceStart: Where the sentence starts that would end here.
  init(before terminator: Int, in text: UTF8Text, rules: LanguageRules, sentenceStart: Int) {
    let start = Self.start(before: terminator, in: text, from: sentenceStart)
    range = start..<terminator
    shape = Self.shape(of: range, in: text)
    isFirst =
      start
      <= text.skip(
        [.blank, .init(.quote, .openBracket, .bullet, .dash)], from: sentenceStart, to: start)
    traits = Self.traits(
      of: range, in: text, rules: rules,
      sentenceStart: isFirst ? start : sentenceStart)
  }

  /// The longest run looked at, in bytes: longer ones are no words.
  private static let longest = 64

  private static func start(before end: Int, in text: UTF8Text, from lowest: Int) -> Int {
    var offset = end
    while offset > max(lowest, end - longest), let (scalar, width) = text.scalar(before: offset) {
      switch CharacterClass(scalar) {
      case .upper, .lower, .letter, .mark, .digit, .invisible, .period: break
      case .dash where offset < end: break
      case .comma where isBetweenDigits(text, offset): break
      case .quote
      where offset < end && isApostrophe(scalar) && isBetweenLetters(text, offset, width):
        break
      case .symbol where isMeasureSign(scalar): break
      default: return trimmed(offset, end, text)
      }
      offset -= width
    }
    return trimmed(offset, end, text)
  }

  /// Leaves out periods and dashes that stand before the word: `...Das`, `-Das`.
  private static func trimmed(_ start: Int, _ end: Int, _ text: UTF8Text) -> Int {
    text.skip(.init(.period, .dash, .invisible), from: start, to: end)
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  private static func isBetweenDigits(_ text: UTF8Text, _ end: Int) -> Bool {
    text.characterClass(at: end) == .digit && text.characterClass(before: end - 1) == .digit
  }

  private static func isBetweenLetters(_ text: UTF8Text, _ end: Int, _ width: Int) -> Bool {
    let members = CharacterClass.Members.letters
    return members.contains(text.characterClass(at: end))
      && !CharacterClass.Members.word.isDisjoint(
        with: .init(text.characterClass(before: end - width)))
  }

  private static func traits(
    of word: Range<Int>, in text: UTF8Text, rules: LanguageRules, sentenceStart: Int
  ) -> WordTraits {
    let start = word.lowerBound
    var traits = rules.traits(of: text.slice(word), atStart: start == sentenceStart)
    if traits.isEmpty, rules.suffixes.contains(where: { text.slice(word).hasSuffix($0) }) {
      traits.insert(.mayEnd)
    }
    if traits.contains(.unit) {
      let end = text.skipBack(text.gap, from: start, to: sentenceStart)
      if text.characterClass(before: end) == .digit { traits.insert(.mayEnd) }
    }
    // `z. B`: the word before is an abbreviation too.
    let before = word.count <= 4 ? text.skipBack(text.gap, from: start, to: sentenceStart) : start
    guard before < start, before > sentenceStart, text[before - 1] == UInt8(ascii: ".") else {
      return traits
    }
    var (joined, offset) = (text.string(word), start)
    for _ in 0..<3 {
      let end = text.skipBack(text.gap, from: offset, to: sentenceStart)
      guard end < offset, end > 0, text.byte(end - 1) == UInt8(ascii: ".") else { break }
      let word = Self.start(before: end - 1, in: text, from: sentenceStart)
      guard (1...5).contains(end - 1 - word) else { break }
      joined = text.string(word..<end) + joined
      traits.formUnion(rules.traits(of: joined, atStart: true))
      offset = word
    }
    return traits
  }

  private static func shape(of range: Range<Int>, in text: UTF8Text) -> Shape {
    var (scalars, digits, letters, uppers, lowers) = (0, 0, 0, 0, 0)
    var (periods, vowels, romans, offset) = (0, 0, 0, range.lowerBound)
    while offset < range.upperBound, let (scalar, width) = text.scalar(at: offset) {
      offset += width
      scalars += 1
      switch CharacterClass(scalar) {
      case .digit: digits += 1
      case .upper: (letters, uppers) = (letters + 1, uppers + 1)
      case .lower: (letters, lowers) = (letters + 1, lowers + 1)
      case .letter: letters += 1
      case .period: periods += 1
      default: break
      }
      if isVowel(scalar) { vowels += 1 }
      if isRomanNumeral(scalar) { romans += 1 }
    }
    if scalars == 0 { return .none }
    if digits == scalars { return .integer(digits: digits) }
    if digits > 0 { return letters <= 1 ? .numeric : .word }
    if letters == 1, scalars == 1 { return uppers == 1 ? .singleUpper : .singleLower }
    if periods > 0, letters == periods + 1 { return .dotted }
    if romans == scalars, scalars >= 2 { return .roman }
    if vowels == 0, lowers > 0, letters == scalars, letters <= 5 { return .vowelless }
    return letters > 0 ? .word : .none
  }

  private static func isRomanNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "I", "V", "X", "L", "C": true
    default: false
    }
  }

  private static func isMeasureSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "°", "º", "&", "§", "$", "€": true
    default: false
    }
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a", "e", "i", "o", "u", "y", "A", "E", "I", "O", "U", "Y": true
    default: scalar.value > 0x7F && CharacterClass.Members.letters.contains(CharacterClass(scalar))
    }
  }
}
