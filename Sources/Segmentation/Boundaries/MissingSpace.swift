/// Recognises a sentence end whose space is lost, as in `world.Today`, amid addresses and file names.
enum MissingSpace {
  /// Whether the word at `next`, right behind the punctuation at `terminator`, starts a sentence.
  static func isLikely(
    in text: UTF8Text, terminator: Int, next: Int, rules: LanguageRules, profile: Segmenter.Profile
  ) -> Bool {
    let left = text.characterClass(before: terminator)
    guard left == .lower || left == .digit || left == .closeBracket || left == .quote else {
      return false
    }
    var word = next
    while text.characterClass(at: word) == .quote || text.characterClass(at: word) == .openBracket {
      word += text.scalar(at: word)?.width ?? 1
    }
    // People who write without capitals leave no space after `?` either.
    let isLower =
      text.characterClass(at: word) == .lower && profile == .informal
      && text.byte(terminator) != UInt8(ascii: ".")
    guard text.characterClass(at: word) == .upper || isLower else { return false }
    let wordEnd = text.skip(.word, from: word, to: min(text.count, word + longestAddress))
    guard isLower || isSentenceWord(text, word..<wordEnd, rules),
      !isInsideAddress(text, terminator, wordEnd)
    else { return false }
    let leftStart = text.skipBack(.word, from: terminator, to: max(0, terminator - longestAddress))
    guard terminator - leftStart >= 2 || left != .lower else { return false }
    return rules.traits(of: text.slice(leftStart..<terminator), atStart: false)
      .isDisjoint(with: [.neverFinal, .mayEnd])
  }

  /// A capitalised word of two letters and more, or a starter such as `I`; no domain, no suffix.
  private static func isSentenceWord(_ text: UTF8Text, _ range: Range<Int>, _ rules: LanguageRules)
    -> Bool
  {
    let word = text.string(range)
    if rules.traits(of: word, atStart: true).contains(.starter) { return true }
    let second = word.unicodeScalars.dropFirst().first
    guard second?.properties.isLowercase == true else { return false }
    return !internetNames.contains(word.lowercased())
  }

  /// Whether the run of characters around the place, from white space to white space, is no prose.
  private static func isInsideAddress(_ text: UTF8Text, _ terminator: Int, _ wordEnd: Int) -> Bool {
    var offset = terminator
    let (lowest, highest) = (terminator - longestAddress, wordEnd + longestAddress)
    while offset > max(0, lowest), text.byte(offset - 1) > 0x20 {
      offset -= 1
      if isAddressByte(text.byte(offset)) { return true }
      if text.byte(offset) == UInt8(ascii: "."), offset < terminator,
        text.characterClass(at: offset + 1) == .lower
      {
        return true
      }
    }
    offset = wordEnd
    if text.byte(offset) == UInt8(ascii: "."), text.characterClass(at: offset + 1) == .lower {
      return true
    }
    while offset < highest, text.byte(offset) > 0x20 {
      if isAddressByte(text.byte(offset)) { return true }
      offset += 1
    }
    return false
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "_"),
      UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// How far to look for the ends of a run without a space, in bytes.
  private static let longestAddress = 256

  /// Ends of host names and file names that people also write with a capital.
  private static let internetNames: Set<String> = [
    "com", "org", "net", "de", "at", "ch", "eu", "fr", "info", "gov", "edu", "uk", "io", "js", "py",
    "txt", "pdf", "html", "htm", "php", "exe", "doc", "docx", "xls", "jpg", "png", "zip", "dll",
    "tv",
  ]
}
