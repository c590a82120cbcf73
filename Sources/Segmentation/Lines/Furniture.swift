/// Recognises page furniture: what an article on the web drags along once its markup is lost.
struct Furniture {
  let text: UTF8Text
  let rules: LanguageRules
  /// Whether there is running text that the furniture could belong to. A text of short lines only may
  /// be a list or a poem.
  let hasProse: Bool

  /// The longest line that can be furniture, in bytes.
  private static let longest = 300

  /// Whether a line below one that announces links may be such a link: it is no sentence.
  func isBelowTeaser(_ shape: LineShape) -> Bool {
    !shape.endsSentence && shape.range.count <= Self.longest
  }

  /// The name of the rule that takes a line for furniture; `nil` when none does.
  func rule(for shape: LineShape) -> String? {
    if shape.range.isEmpty { return "blank" }
    guard shape.range.count <= Self.longest else { return nil }
    if isOnlyMarks(shape.range) { return "lone-punctuation" }
    if text[shape.range.lowerBound] == UInt8(ascii: "#"), areHashtags(shape.range) {
      return "hashtags"
    }
    let isSentence = shape.endsSentence
    if isSentence, shape.segmentCount > 3 { return nil }
    let isShort = !isSentence && shape.range.count <= 120
    let opening = opening(of: shape.range)
    let isPhrase = opening.contains(.phrase)
    guard isShort || isPhrase || shape.range.count <= 60 else { return nil }
    if isShort, let rule = rules.furniture.rule(forPartOf: text.slice(shape.range)) { return rule }
    if isPhrase || isShort && (opening.contains(.menu) || hasSeparators(shape.range)) {
      let rule = FoldedLine.bytes(of: text.slice(shape.range)).withUnsafeBufferPointer { folded in
        rules.furniture.rule(for: folded, isSentence: isSentence)
          ?? (isShort && shape.first != .bullet && isMenu(UTF8Text(bytes: folded)) ? "menu" : nil)
      }
      if let rule { return rule }
    }
    if shape.range.count <= 60, DateLine.isDate(text, shape.range, rules) { return "date" }
    return isShort ? ruleForShort(shape) : nil
  }

  private func ruleForShort(_ shape: LineShape) -> String? {
    let bytes = text.slice(shape.range)
    if !bytes.contains(0x20) {
      if isAddress(bytes) { return "address" }
      if hasProse, shape.first == .lower, !shape.isOpen, isTagLike(text.string(shape.range)) {
        return "stray-word"
      }
    }
    let first = bytes.prefix { $0 > 0x20 }
    if rules.traits(of: UnsafeBufferPointer(rebasing: first), atStart: true).contains(.byline),
      isByline(words(bytes))
    {
      return "byline"
    }
    return nil
  }

  private func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
  }

  private func hasSeparators(_ range: Range<Int>) -> Bool {
    text.bytes[range].contains {
      $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
        || $0 == 0xB7 || $0 == 0xA2 || $0 == 0xBA || $0 == 0xBB
    }
  }

  private func isOnlyMarks(_ range: Range<Int>) -> Bool {
    let members = CharacterClass.Members.word
    var offset = range.lowerBound
    while offset < range.upperBound, let (scalar, width) = text.scalar(at: offset) {
      if members.contains(CharacterClass(scalar)) { return false }
      offset += width
    }
    return true
  }

  private func areHashtags(_ range: Range<Int>) -> Bool {
    text.string(range).split(whereSeparator: \.isWhitespace)
      .allSatisfy { $0.hasPrefix("#") && $0.count > 1 }
  }

  /// What is known of the first word of a line, bullets and dashes before it left aside.
  private func opening(of range: Range<Int>) -> WordTraits {
    let start = text.skip(
      .init(.dash, .bullet, .space, .quote), from: range.lowerBound, to: range.upperBound)
    var end = start
    while end < range.upperBound, text[end] > 0x20 {
      if text[end] >= 0x80 || (0x30...0x39).contains(text[end]) {
        return foldedOpening(of: start..<range.upperBound)
      }
      end += 1
    }
    let word = end
    while end > start, Self.isMark(text[end - 1]) { end -= 1 }
    return rules.openings.traits(ofLowered: text.slice(start..<(end > start ? end : word)))
  }

  /// The long way, for words beyond ASCII and those with figures.
  private func foldedOpening(of range: Range<Int>) -> WordTraits {
    let end = text.bytes[range].firstIndex { $0 <= 0x20 } ?? range.upperBound
    return FoldedLine.bytes(of: text.slice(range.lowerBound..<end)).withUnsafeBufferPointer {
      let folded = UTF8Text(bytes: $0)
      return rules.openings.traits(of: folded.slice(FoldedLine.firstWord(of: folded)))
    }
  }

  /// Punctuation that may stand behind a word, as `FoldedLine` leaves it out.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// A web or mail address alone.
  private func isAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.starts(with: "http://".utf8) || word.starts(with: "https://".utf8)
      || word.starts(with: "www.".utf8)
      || word.contains(UInt8(ascii: "@")) && word.contains(UInt8(ascii: "."))
  }

  /// Words of menus and share bars, or three and more short items between `|` or `·`.
  private func isMenu(_ folded: UTF8Text) -> Bool {
    let items = MenuItems(folded)
    guard let first = items.ranges.first, items.ranges.allSatisfy({ !$0.isEmpty }) else {
      return false
    }
    let areKnown = items.ranges.allSatisfy { item in
      rules.furniture.rule(for: folded.slice(item), isSentence: false) != nil
        || items.words(of: item).allSatisfy { isMenuWord(folded.slice($0)) }
    }
    if areKnown {
      return hasProse || items.ranges.count > 1 || folded.bytes[first].contains(0x20)
    }
    return items.ranges.count >= 3 && items.hasBars
      && items.ranges.allSatisfy { items.words(of: $0).count <= 3 }
  }

  private func isMenuWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count == 1 && word[0] == UInt8(ascii: "&")
      || rules.traits(of: word, atStart: false).contains(.menu)
  }

  /// The rest of a line that starts with the language's word for it: `By Anna Muster and Jo Mayer, Staff Writers`.
  private func isByline(_ words: [Substring]) -> Bool {
    guard (2...10).contains(words.count) else { return false }
    let others = words.dropFirst().filter { word in
      word.unicodeScalars.first.map { !$0.properties.isUppercase } ?? true
    }
    return others.count <= 1 && words.count - others.count >= 2
      && words.dropFirst().first.map { $0.first?.isUppercase == true } == true
  }

  /// A word of letters and hyphens: a style name or a tag of the page that was cut.
  private func isTagLike(_ word: String) -> Bool {
    word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
  }
}
