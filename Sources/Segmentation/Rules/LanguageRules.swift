/// What a segmenter knows of one language, read from the language's rule file.
///
/// A class, because everything that looks at a sentence holds it: a copy is one count of references.
final class LanguageRules: Sendable {
  /// Properties of a language's spelling that change how a period is read.
  enum Setting: String, CaseIterable, Sendable {
    /// A period after a number makes it an ordinal.
    case ordinalPeriod = "ordinal-period"
    /// A word without a vowel and with a period is an abbreviation.
    case vowellessAbbreviations = "vowelless-abbreviations"
  }

  let hasOrdinalPeriod: Bool
  let hasVowellessAbbreviations: Bool
  /// Keys are as written in the file, without the last period and without spaces. A key in lower
  /// case also stands for its capitalised form; a key with a capital does not stand for lower case.
  private let words: WordTable
  /// The words that lines of page furniture start with, in folded form.
  let openings: WordTable
  /// Marks that only close a quotation in this language, though they open one in others; few.
  let closingMarks: [Unicode.Scalar]
  /// Marks that only open a quotation in this language; few.
  let openingMarks: [Unicode.Scalar]
  /// Ends of compounds that are abbreviations: `Lindenstr.`
  let suffixes: [[UInt8]]
  /// Page furniture, in folded form.
  let furniture: FurniturePhrases

  /// Sections whose entries are words or abbreviations; spaces separate entries, and `_` stands for
  /// the space inside one (`z._B.`).
  private static let wordSections: [String: WordTraits] = [
    "never-final": .neverFinal, "may-end": .mayEnd, "before-number": .beforeNumber,
    "starters": .starter, "months": .month, "after-ordinal": .afterOrdinal,
    "before-ordinal": .beforeOrdinal, "before-cardinal": .beforeCardinal, "speech": .speech,
    "menu-words": .menu, "units": .unit, "bylines": .byline, "date-words": .dateWord,
  ]

  /// Rules that know nothing.
  init() {
    (hasOrdinalPeriod, hasVowellessAbbreviations) = (false, false)
    (words, openings) = (WordTable([:]), WordTable([:]))
    (closingMarks, openingMarks, suffixes, furniture) = ([], [], [], FurniturePhrases())
  }

  /// - Parameter common: Rules whose phrases of page furniture this language's pages have too.
  /// - Throws: `RuleFile.ParseError` naming the line of the first fault.
  init(
    parsing text: String, withFurnitureOf common: RuleFile? = nil
  ) throws(RuleFile.ParseError) {
    let file = try RuleFile(text)
    var words: [String: WordTraits] = [:]
    var (settings, suffixes): (Set<Setting>, [[UInt8]]) = ([], [])
    var quotation: [RuleFile.Entry] = []
    var furniture = FurniturePhrases()
    for name in file.names {
      let entries = file.sections[name.text] ?? []
      if let trait = Self.wordSections[name.text] {
        for entry in entries { Self.add(entry.text, trait, to: &words) }
      } else if name.text == "settings" {
        settings = try Self.settings(entries)
      } else if name.text == "may-end-suffixes" {
        suffixes = entries.flatMap { $0.text.split(separator: " ") }.map {
          Array($0.trimming("-.").utf8)
        }
      } else if name.text == "quotation" {
        quotation = entries
      } else if !furniture.add(entries.map(\.text), section: name.text) {
        throw RuleFile.ParseError(reason: .unknownSection(name.text), line: name.line)
      }
    }
    for (name, entries) in (common?.sections ?? [:]).sorted(by: { $0.key < $1.key }) {
      _ = furniture.add(entries.map(\.text), section: name)
    }
    hasOrdinalPeriod = settings.contains(.ordinalPeriod)
    hasVowellessAbbreviations = settings.contains(.vowellessAbbreviations)
    (openingMarks, closingMarks) = Self.marks(quotation)
    (self.suffixes, self.furniture, self.words) = (suffixes, furniture, WordTable(words))
    var openings = words.filter { $0.value.contains(.menu) }.mapValues { _ in WordTraits.menu }
    for word in furniture.firstWords { openings[word, default: []].insert(.phrase) }
    self.openings = WordTable(openings)
  }

  /// What is known of a word, as it is written and in the forms of the file that it stands for.
  ///
  /// - Parameter atStart: Whether a sentence starts here. Only there is a capitalised word taken for
  ///   one that the file has in lower case: `Vgl.` is `vgl.` at a start, and `Max.` is a name within.
  func traits(of word: UnsafeBufferPointer<UInt8>, atStart: Bool) -> WordTraits {
    var traits = words.traits(of: word)
    guard let (first, width) = UTF8Text(bytes: word).scalar(at: 0), CharacterClass(first) == .upper
    else { return traits }
    if UTF8Text(bytes: word).characterClass(at: width) == .upper {
      return traits.union(traitsOfCapitals(UTF8Text(bytes: word).string(0..<word.count), atStart))
    }
    guard atStart else { return traits }
    // A and a differ by one bit, and so do Ä and ä; other scripts take the long way.
    if first.value < 0x80 || (0xC0...0xDE).contains(first.value) {
      traits.formUnion(words.traits(of: word, lowered: width - 1))
    } else {
      let rest = UTF8Text(bytes: word).string(width..<word.count)
      traits.formUnion(exactTraits(of: first.properties.lowercaseMapping + rest))
    }
    return traits
  }

  func traits(of word: String, atStart: Bool) -> WordTraits {
    var word = word
    return word.withUTF8 { traits(of: $0, atStart: atStart) }
  }

  /// A word in capitals stands for the same in lower case and for the same with one capital.
  private func traitsOfCapitals(_ word: String, _ atStart: Bool) -> WordTraits {
    let first = String(word.prefix(1))
    let rest = String(word.dropFirst())
    var traits = exactTraits(of: word.lowercased())
    traits.formUnion(exactTraits(of: first + rest.lowercased()))
    if atStart { traits.formUnion(exactTraits(of: first.lowercased() + rest)) }
    return traits
  }

  private func exactTraits(of word: String) -> WordTraits {
    var word = word
    return word.withUTF8 { words.traits(of: $0) }
  }

  private static func add(_ line: String, _ trait: WordTraits, to words: inout [String: WordTraits])
  {
    for entry in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      let word = entry.filter { $0 != "_" }
      words[word.hasSuffix(".") ? String(word.dropLast()) : String(word), default: []]
        .insert(trait)
    }
  }

  private static func settings(
    _ entries: [RuleFile.Entry]
  ) throws(RuleFile.ParseError) -> Set<Setting> {
    var settings: Set<Setting> = []
    for entry in entries {
      for name in entry.text.split(separator: " ") {
        guard let setting = Setting(rawValue: String(name)) else {
          throw RuleFile.ParseError(reason: .unknownSetting(String(name)), line: entry.line)
        }
        settings.insert(setting)
      }
    }
    return settings
  }

  /// Each line is an opening and a closing mark. A mark that is in both roles is in neither list.
  private static func marks(
    _ entries: [RuleFile.Entry]
  ) -> (opening: [Unicode.Scalar], closing: [Unicode.Scalar]) {
    var (opening, closing): (Set<Unicode.Scalar>, Set<Unicode.Scalar>) = ([], [])
    for entry in entries {
      let marks = entry.text.unicodeScalars.filter { $0 != " " }
      if let first = marks.first, let last = marks.last {
        opening.insert(first)
        closing.insert(last)
      }
    }
    return (opening.subtracting(closing).sorted(), closing.subtracting(opening).sorted())
  }
}
