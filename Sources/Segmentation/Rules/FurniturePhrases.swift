internal import UnicodeText

/// The phrases by which a language's web pages betray their furniture, ready for quick look-up by the
/// first word of a line.
struct FurniturePhrases: Sendable, Hashable {
  enum Place: String, Sendable, Hashable {
    /// The whole line.
    case line
    /// The beginning of a line, up to the end of a word.
    case prefix
    /// Anywhere in a short line.
    case part
  }

  struct Phrase: Sendable, Hashable {
    let text: String
    let place: Place
    /// The rule that knows it, such as `share`.
    let rule: String
  }

  /// Phrases for whole lines and beginnings by their first word, longest first.
  private var byFirstWord: [String: [Phrase]] = [:]
  private var parts: [Phrase] = []

  /// Sections are called `line:RULE`, `prefix:RULE` or `part:RULE`, with one phrase a line.
  ///
  /// - Returns: `false` for a section of another name.
  mutating func add(_ phrases: [String], section: String) -> Bool {
    guard let colon = section.firstIndex(of: ":"),
      let place = Place(rawValue: String(section[..<colon]))
    else { return false }
    let rule = String(section[section.index(after: colon)...])
    for entry in phrases {
      let phrase = Phrase(text: Self.folded(entry), place: place, rule: rule)
      guard place != .part else {
        parts.append(phrase)
        continue
      }
      let word = Self.firstWord(of: phrase.text)
      byFirstWord[word, default: []].append(phrase)
      byFirstWord[word]?.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
    }
    return true
  }

  /// Whether a phrase for whole lines or beginnings starts with the word, given in folded form.
  func mayStart(with word: String) -> Bool { byFirstWord[word] != nil }

  /// The rule that knows the line, given in folded form.
  ///
  /// - Parameter isSentence: Whether the line ends like a sentence. A beginning that is an everyday
  ///   phrase then says nothing, unless the rule's furniture is written in sentences.
  func rule(for line: String, isSentence: Bool) -> String? {
    let bare = Self.bare(line)
    for phrase in byFirstWord[Self.firstWord(of: line)] ?? [] {
      switch phrase.place {
      case .line:
        if bare.elementsEqual(Self.bare(phrase.text)) { return phrase.rule }
      case .prefix:
        guard line.hasPrefix(phrase.text), endsWord(phrase.text, in: line) else { continue }
        let isLabel = phrase.text.hasSuffix(":") || phrase.text.hasSuffix("©")
        if !isSentence || isLabel || Self.sentenceRules.contains(phrase.rule) { return phrase.rule }
      case .part: break
      }
    }
    return nil
  }

  /// The rule of a phrase that stands somewhere in a short line; letters beyond ASCII must be in the
  /// case of the phrase.
  func rule(forPartOf line: UnsafeBufferPointer<UInt8>) -> String? {
    parts.first { phrase in
      let wanted = Array(phrase.text.utf8)
      guard let first = wanted.first, line.count >= wanted.count else { return false }
      return (0...line.count - wanted.count).contains { start in
        lowered(line[start]) == first
          && wanted.indices.allSatisfy { lowered(line[start + $0]) == wanted[$0] }
      }
    }?.rule
  }

  private func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private func endsWord(_ phrase: String, in line: String) -> Bool {
    guard let last = phrase.last, last.isLetter, let next = line.dropFirst(phrase.count).first
    else {
      return true
    }
    return !next.isLetter && !next.isNumber
  }

  /// Rules whose furniture is often a whole sentence: `We use cookies to improve this site.`
  private static let sentenceRules = proseRules.union(["copyright"])

  /// Rules whose furniture may run to several sentences.
  static let proseRules: Set<String> = ["cookies", "newsletter", "comments"]

  /// Case folded, white space collapsed, typographic apostrophes plain, marks before the text removed.
  static func folded(_ line: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    var isSpaced = false
    for scalar in Folding.caseFolded(String(line)).unicodeScalars {
      switch CharacterClass(scalar) {
      case .space, .newline: isSpaced = true
      case _ where result.isEmpty && isMark(scalar): break
      default:
        if isSpaced, !result.isEmpty { result.append(" ") }
        isSpaced = false
        result.append(scalar == "\u{2019}" ? "'" : scalar)
      }
    }
    return String(result)
  }

  /// Without marks and spaces at the end.
  private static func bare(_ folded: String) -> Substring.UnicodeScalarView {
    var bare = folded.unicodeScalars[...]
    while let last = bare.last, isMark(last) || last == " " { bare.removeLast() }
    return bare
  }

  /// Up to white space, without punctuation behind it.
  static func firstWord(of folded: String) -> String {
    let word = folded.unicodeScalars.prefix { $0 != " " }
    var bare = word
    while let last = bare.last, isMark(last) { bare.removeLast() }
    return String(bare.isEmpty ? word : bare)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch CharacterClass(scalar) {
    case .period, .strong, .comma, .dash, .bullet: true
    default: scalar == "|" || scalar == ">" || scalar == "*" || scalar == "→"
    }
  }
}
