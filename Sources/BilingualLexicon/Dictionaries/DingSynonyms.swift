/// Takes a part of a Ding entry apart into its synonyms.
///
/// Remarks in `(…) […] <…>` go, before the synonyms are told apart at `;`. What `{…}` says of a verb's
/// forms and `/…/` of an abbreviation stays, as further synonyms. `a/b` are alternatives.
struct DingSynonyms: Sendable {
  /// Words that stand for an object or a subject, or introduce a verb.
  let placeholders: Set<[UInt8]>

  init(placeholders: [String]) {
    self.placeholders = Set(placeholders.map { Array($0.utf8) })
  }

  static let german = [
    "etw.", "etw", "jdn.", "jdm.", "jds.", "jd.", "jmd.", "jmdn.", "jmdm.", "sich", "er/sie",
    "ich/er/sie", "er/sie/es", "ich", "er", "sie", "es", "wir", "du", "hat/hatte", "ist/war",
    "der", "die", "das", "ein", "eine", "einen", "einem", "einer",
  ]
  static let english = [
    "to", "sb.", "sth.", "sb.'s", "sb./sth.", "sth./sb.", "oneself", "one's", "he/she", "i/he/she",
    "we", "you", "i", "he", "she", "it", "has/had", "is/was", "the", "a", "an", "do", "(to)",
  ]

  /// A phrase of more words is an example sentence: no term.
  private static let longestTerm = 5
  private static let mostReadings = 8

  /// The terms of a part, interned; counts its words.
  func terms(
    of part: Slice<UnsafeBufferPointer<UInt8>>, _ side: Lexicon.Side,
    _ builder: inout LexiconBuilder
  ) -> [Int] {
    var terms: [Int] = []
    func add(_ term: ArraySlice<UInt8>) {
      if let id = builder.intern(folded: term, side), !terms.contains(id) { terms.append(id) }
    }
    for synonym in Self.synonyms(of: part) {
      let words = synonym.text.split(whereSeparator: TermText.isSpace)
      for word in words {
        for alternative in word.split(separator: UInt8(ascii: "/")) {
          builder.count(word: TermText.trimmed(alternative), side)
        }
      }
      // A term of placeholders alone, such as “to do”, is itself the word.
      let bare = words.filter { !placeholders.contains(Array($0)) }
      let kept = bare.isEmpty ? words : bare
      for reading in Self.spelledOut(kept) { add(reading[...]) }
      // Of “to give {gave; given} up” the forms alone say something else.
      if kept.count == 1 {
        for form in synonym.forms { add(form[...]) }
      }
      for name in synonym.abbreviations { add(name[...]) }
    }
    return terms
  }

  private struct Synonym {
    var text: [UInt8] = []
    var forms: [[UInt8]] = []
    var abbreviations: [[UInt8]] = []
  }

  private static func synonyms(of part: Slice<UnsafeBufferPointer<UInt8>>) -> [Synonym] {
    var (synonyms, current): ([Synonym], Synonym) = ([], Synonym())
    var (index, end) = (part.startIndex, part.endIndex)
    func isSpace(_ place: Int) -> Bool {
      place < part.startIndex || place >= end || TermText.isSpace(part[place])
    }
    while index < end {
      let byte = part[index]
      defer { index += 1 }
      switch byte {
      case UInt8(ascii: ";"):
        synonyms.append(current)
        current = Synonym()
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{"):
        guard let close = part[index...].firstIndex(of: closer(of: byte)) else {
          // A bracket that nobody closed hides the rest.
          end = index
          break
        }
        let remark = part[(index + 1)..<close]
        if byte == UInt8(ascii: "{") { current.forms += forms(in: remark) }
        index = close
      case UInt8(ascii: "/") where isSpace(index - 1) && isSpace(index + 1):
        // “a / b” is “a/b”.
        while current.text.last.map(TermText.isSpace) == true { current.text.removeLast() }
        current.text.append(byte)
        while index + 1 < end, isSpace(index + 1) { index += 1 }
      case UInt8(ascii: "/") where isSpace(index - 1):
        guard let close = part[(index + 1)...].firstIndex(of: byte) else {
          current.text.append(byte)
          break
        }
        let name = Array(part[(index + 1)..<close])
        if isAbbreviation(name) { current.abbreviations.append(name) }
        index = close
      default: current.text.append(byte)
      }
    }
    return synonyms + [current]
  }

  private static func closer(of bracket: UInt8) -> UInt8 {
    switch bracket {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: UInt8(ascii: "}")
    }
  }

  /// `hid; hidden`, `leaned, leant; leaned, leant`; of `{m}` or `{vt}` none.
  private static func forms(in remark: Slice<UnsafeBufferPointer<UInt8>>) -> [[UInt8]] {
    guard remark.contains(UInt8(ascii: ";")) else { return [] }
    let pieces = remark.split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
    return pieces.map { Array($0.drop(while: TermText.isSpace)) }
      .filter {
        !$0.isEmpty && !$0.contains(UInt8(ascii: "+")) && $0.allSatisfy { !TermText.isSpace($0) }
      }
  }

  private static func isAbbreviation(_ name: [UInt8]) -> Bool {
    guard let first = name.first, (0x61...0x7A).contains(first), name.count >= 2 else {
      return false
    }
    return name.allSatisfy { !TermText.isSpace($0) }
  }

  /// `issue a cheque/check` as its two readings.
  private static func spelledOut(_ words: [ArraySlice<UInt8>]) -> [[UInt8]] {
    guard words.count <= longestTerm else { return [] }
    var readings: [[UInt8]] = [[]]
    for word in words {
      var choices: [ArraySlice<UInt8>] = []
      for choice in word.split(separator: UInt8(ascii: "/")) {
        let bare = TermText.trimmed(choice)
        if !bare.isEmpty { choices.append(bare) }
      }
      guard !choices.isEmpty else { continue }
      if readings.count * choices.count > mostReadings { choices.removeLast(choices.count - 1) }
      readings = readings.flatMap { reading in
        choices.map { reading.isEmpty ? Array($0) : reading + [0x20] + $0 }
      }
    }
    return readings.filter { !$0.isEmpty }
  }
}
