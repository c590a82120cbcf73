internal import UnicodeText

/// The phrases by which a language's web pages betray their furniture.
struct FurniturePhrases: Sendable, Hashable {
  /// Whole lines, by the name of the rule that knows them.
  private(set) var lines: [String: String] = [:]
  /// Beginnings of lines, longest first, with the name of the rule.
  private(set) var prefixes: [Phrase] = []
  /// Parts of short lines, with the name of the rule.
  private(set) var parts: [Phrase] = []

  struct Phrase: Sendable, Hashable {
    let text: String
    let rule: String
  }

  /// Sections are called `line:RULE`, `prefix:RULE` or `part:RULE`, with one phrase a line.
  ///
  /// - Returns: `false` for a section of another name.
  mutating func add(_ phrases: [String], section: String) -> Bool {
    guard let colon = section.firstIndex(of: ":") else { return false }
    let rule = String(section[section.index(after: colon)...])
    let folded = phrases.map { Self.folded($0) }
    switch section[..<colon] {
    case "line": for phrase in folded { lines[phrase] = rule }
    case "prefix":
      prefixes += folded.map { Phrase(text: $0, rule: rule) }
      prefixes.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
    case "part": parts += folded.map { Phrase(text: $0, rule: rule) }
    default: return false
    }
    return true
  }

  /// Case folded, white space collapsed, typographic apostrophes and marks at the ends removed.
  static func folded(_ line: some StringProtocol) -> String {
    let words = Folding.caseFolded(String(line)).split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ").replacing("’", with: "'")
    return String(text[...].trimming(".:!…»›>|-–—*•→ "))
  }
}
