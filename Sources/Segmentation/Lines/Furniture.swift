internal import UnicodeText

/// Recognises page furniture: what an article on the web drags along once its markup is lost.
struct Furniture {
  let text: UTF8Text
  let rules: LanguageRules
  /// Whether there is running text that the furniture could belong to. A text of short lines only may
  /// be a list or a poem.
  let hasProse: Bool

  /// The longest line that can be furniture, in bytes.
  private static let longest = 300

  func labels(of shapes: [LineShape]) -> [LineLabels.Label] {
    var labels: [LineLabels.Label] = []
    // Whether the lines above announce links to other articles.
    var isTeasing = false
    for shape in shapes {
      let rule = rule(for: shape)
      if let rule {
        isTeasing = rule == "link-teaser"
        labels.append(.boilerplate(rule))
      } else if isTeasing, !shape.endsSentence, shape.range.count <= Self.longest {
        labels.append(.boilerplate("link-teaser"))
      } else {
        isTeasing = false
        labels.append(.sentence)
      }
    }
    return labels
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
    let word = firstWord(of: shape.range)
    guard isShort || rules.furniture.mayStart(with: word) || shape.range.count <= 60 else {
      return nil
    }
    if isShort, let rule = rules.furniture.rule(forPartOf: text.slice(shape.range)) { return rule }
    let isPhrase = rules.furniture.mayStart(with: word)
    let isMenuStart = rules.traits(of: word, atStart: false).contains(.menu)
    if isPhrase || isShort && (isMenuStart || hasSeparators(shape.range)) {
      let folded = FurniturePhrases.folded(text.string(shape.range))
      if let rule = rules.furniture.rule(for: folded, isSentence: isSentence) { return rule }
      if isShort, shape.first != .bullet, isMenu(folded) { return "menu" }
    }
    if shape.range.count <= 60, isDateLine(shape.range) { return "date" }
    return isShort ? ruleForShort(shape) : nil
  }

  private func ruleForShort(_ shape: LineShape) -> String? {
    let bytes = text.slice(shape.range)
    if !bytes.contains(0x20) {
      let line = text.string(shape.range)
      if isAddress(line) { return "address" }
      if hasProse, shape.first == .lower, !shape.isOpen, isTagLike(line) { return "stray-word" }
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
      $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") || $0 == 0xB7 || $0 == 0xA2
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

  private func firstWord(of range: Range<Int>) -> String {
    let start = text.skip(
      .init(.dash, .bullet, .space), from: range.lowerBound, to: range.upperBound)
    let end = text.bytes[start..<range.upperBound].firstIndex { $0 <= 0x20 } ?? range.upperBound
    guard start < end else { return FurniturePhrases.firstWord(of: text.string(range)) }
    return FurniturePhrases.firstWord(of: Folding.caseFolded(text.string(start..<end)))
  }

  /// A web or mail address alone.
  private func isAddress(_ word: String) -> Bool {
    word.hasPrefix("http://") || word.hasPrefix("https://") || word.hasPrefix("www.")
      || word.contains("@") && word.contains(".")
  }

  /// Words of menus and share bars, or three and more short items between `|` or `·`.
  private func isMenu(_ folded: String) -> Bool {
    let items = folded.split { "|·•›»/".contains($0) }.map { $0.trimming(" ") }
    guard let first = items.first, items.allSatisfy({ !$0.isEmpty }) else { return false }
    let areKnown = items.allSatisfy { item in
      rules.furniture.rule(for: String(item), isSentence: false) != nil
        || item.split(separator: " ").allSatisfy { isMenuWord($0) }
    }
    if areKnown { return hasProse || items.count > 1 || first.contains(" ") }
    return items.count >= 3 && folded.contains { "|·•".contains($0) }
      && items.allSatisfy { $0.split(separator: " ").count <= 3 }
  }

  private func isMenuWord(_ word: Substring) -> Bool {
    word == "&" || rules.traits(of: String(word), atStart: false).contains(.menu)
  }

  private func isDateLine(_ range: Range<Int>) -> Bool {
    let bytes = text.slice(range)
    return bytes.contains { (0x30...0x39).contains($0) } && isDate(words(bytes))
  }

  /// A date or a time alone: figures, months, days and the little words between them.
  private func isDate(_ words: [Substring]) -> Bool {
    var (figures, months) = (0, 0)
    for word in words {
      let bare = String(word.trimming(".,:;-–()|"))
      if bare.isEmpty || bare.utf8.count <= 2 && !bare.utf8.contains(where: { $0 > 0x39 }) {
        figures += bare.isEmpty ? 0 : 1
      } else if bare.utf8.allSatisfy({ $0 >= 0x2D && $0 <= 0x3A }) {
        figures += 1
      } else if rules.traits(of: bare, atStart: true).contains(.month) {
        months += 1
      } else if !rules.traits(of: bare, atStart: true).contains(.dateWord) {
        return false
      }
    }
    return figures > 0 && (months > 0 || figures > 1 || words.count == 1 && words[0].contains("."))
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
