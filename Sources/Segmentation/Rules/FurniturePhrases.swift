/// The phrases by which a language's web pages betray their furniture, ready for quick look-up by the
/// first word of a line. Lines are given and phrases are kept in the form of `FoldedLine`.
struct FurniturePhrases: Sendable, Hashable {
  enum Place: String, Sendable, Hashable {
    /// The whole line.
    case line
    /// The beginning of a line, up to the end of a word.
    case prefix
    /// Anywhere in a short line.
    case part
  }

  private struct Phrase: Sendable, Hashable {
    let bytes: [UInt8]
    let place: Place
    /// The rule that knows it, such as `share`.
    let rule: String
  }

  /// Phrases for whole lines and beginnings by the hash of their first word, longest first. Words of
  /// one hash share an entry: the whole phrase is compared anyway.
  private var byFirstWord: [UInt64: [Phrase]] = [:]
  private var parts: [Phrase] = []
  /// The first words of the phrases for whole lines and beginnings.
  private(set) var firstWords: Set<String> = []

  /// Sections are called `line:RULE`, `prefix:RULE` or `part:RULE`, with one phrase a line.
  ///
  /// - Returns: `false` for a section of another name.
  mutating func add(_ phrases: [String], section: String) -> Bool {
    guard let colon = section.firstIndex(of: ":"),
      let place = Place(rawValue: String(section[..<colon]))
    else { return false }
    let rule = String(section[section.index(after: colon)...])
    for entry in phrases {
      let phrase = Phrase(bytes: FoldedLine.bytes(of: entry), place: place, rule: rule)
      guard place != .part else {
        parts.append(phrase)
        continue
      }
      phrase.bytes.withUnsafeBufferPointer { bytes in
        let word = FoldedLine.firstWord(of: UTF8Text(bytes: bytes))
        firstWords.insert(String(decoding: bytes[word], as: UTF8.self))
        var same = byFirstWord[hash(bytes, word)] ?? []
        let place = same.firstIndex { $0.bytes.count < bytes.count } ?? same.endIndex
        same.insert(phrase, at: place)
        byFirstWord[hash(bytes, word)] = same
      }
    }
    return true
  }

  /// The rule that knows a line.
  ///
  /// - Parameter isSentence: Whether the line ends like a sentence. A beginning that is an everyday
  ///   phrase then says nothing, unless the rule's furniture is written in sentences.
  func rule(for line: UnsafeBufferPointer<UInt8>, isSentence: Bool) -> String? {
    let text = UTF8Text(bytes: line)
    guard let phrases = byFirstWord[hash(line, FoldedLine.firstWord(of: text))] else { return nil }
    let bare = FoldedLine.bareEnd(of: text)
    for phrase in phrases {
      let count = phrase.bytes.count
      switch phrase.place {
      case .line:
        let end = phrase.bytes.withUnsafeBufferPointer {
          FoldedLine.bareEnd(of: UTF8Text(bytes: $0))
        }
        if end == bare, phrase.bytes[..<end].elementsEqual(line[..<bare]) { return phrase.rule }
      case .prefix:
        guard line.starts(with: phrase.bytes), isEndOfWord(count, text) else { continue }
        let isLabel = phrase.bytes.last == UInt8(ascii: ":") || phrase.bytes.last == 0xA9  // ©
        if !isSentence || isLabel || Self.sentenceRules.contains(phrase.rule) { return phrase.rule }
      case .part: break
      }
    }
    return nil
  }

  /// The rule of a phrase that stands somewhere in a short line as it is in the text; letters beyond
  /// ASCII must be in the case of the phrase.
  func rule(forPartOf line: UnsafeBufferPointer<UInt8>) -> String? {
    parts.first { phrase in
      let wanted = phrase.bytes
      guard let first = wanted.first, line.count >= wanted.count else { return false }
      return (0...line.count - wanted.count).contains { start in
        FoldedLine.lowered(line[start]) == first
          && wanted.indices.allSatisfy { FoldedLine.lowered(line[start + $0]) == wanted[$0] }
      }
    }?.rule
  }

  private func isEndOfWord(_ offset: Int, _ text: UTF8Text) -> Bool {
    !CharacterClass.Members.letters.contains(text.characterClass(before: offset))
      || !CharacterClass.Members.word.contains(text.characterClass(at: offset))
  }

  private func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    WordTable.hash(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Rules whose furniture is often a whole sentence: `We use cookies to improve this site.`
  private static let sentenceRules = proseRules.union(["copyright"])

  /// Rules whose furniture may run to several sentences.
  static let proseRules: Set<String> = ["cookies", "newsletter", "comments"]
}
