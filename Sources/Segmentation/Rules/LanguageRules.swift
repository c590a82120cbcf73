/// What a segmenter knows of one language, read from the language's rule file.
struct LanguageRules: Sendable, Hashable {
  /// Properties of a language's spelling that change how a period is read.
  enum Setting: String, CaseIterable, Sendable {
    case ordinalPeriod = "ordinal-period"
    case vowellessAbbreviations = "vowelless-abbreviations"
  }

  /// Whether a period after a number makes it an ordinal.
  private(set) var hasOrdinalPeriod = false
  /// Whether a word without a vowel and with a period is an abbreviation.
  private(set) var hasVowellessAbbreviations = false
  /// Keys are as written in the file, without the last period and without spaces. A key in lower
  /// case also stands for its capitalised form; a key with a capital does not stand for lower case.
  private var words = WordTable([:])
  /// Marks that only close a quotation in this language, though they open one in others.
  private(set) var closingMarks: Set<Unicode.Scalar> = []
  /// Marks that only open a quotation in this language.
  private(set) var openingMarks: Set<Unicode.Scalar> = []
  /// Ends of compounds that are abbreviations, longest first: `Lindenstr.`
  private(set) var suffixes: [[UInt8]] = []
  /// Page furniture, in folded form.
  private(set) var furniture = FurniturePhrases()

  /// Sections whose entries are words or abbreviations; spaces separate entries, and `_` stands for
  /// the space inside one (`z._B.`).
  private static let wordSections: [String: WordTraits] = [
    "never-final": .neverFinal, "may-end": .mayEnd, "before-number": .beforeNumber,
    "starters": .starter, "months": .month, "after-ordinal": .afterOrdinal,
    "before-ordinal": .beforeOrdinal, "before-cardinal": .beforeCardinal, "speech": .speech,
    "menu-words": .menu, "units": .unit,
    "bylines": .byline, "date-words": .dateWord,
  ]

  init() {}

  /// - Throws: `RuleFile.ParseError` naming the line of the first fault.
  init(parsing text: String) throws(RuleFile.ParseError) {
    let file = try RuleFile(text)
    var words: [String: WordTraits] = [:]
    for name in file.names {
      let entries = file.sections[name.text] ?? []
      if let trait = Self.wordSections[name.text] {
        for entry in entries { Self.add(entry.text, trait, to: &words) }
      } else if name.text == "settings" {
        try addSettings(entries)
      } else if name.text == "may-end-suffixes" {
        suffixes = entries.flatMap { $0.text.split(separator: " ") }.map {
          Array($0.trimming("-.").utf8)
        }
      } else if name.text == "quotation" {
        addQuotation(entries)
      } else if !furniture.add(entries.map(\.text), section: name.text) {
        throw RuleFile.ParseError(reason: .unknownSection(name.text), line: name.line)
      }
    }
    self.words = WordTable(words)
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

  private mutating func addSettings(_ entries: [RuleFile.Entry]) throws(RuleFile.ParseError) {
    for entry in entries {
      for name in entry.text.split(separator: " ") {
        guard let setting = Setting(rawValue: String(name)) else {
          throw RuleFile.ParseError(reason: .unknownSetting(String(name)), line: entry.line)
        }
        switch setting {
        case .ordinalPeriod: hasOrdinalPeriod = true
        case .vowellessAbbreviations: hasVowellessAbbreviations = true
        }
      }
    }
  }

  /// Each line is an opening and a closing mark. A mark that is in both roles is in neither set.
  private mutating func addQuotation(_ entries: [RuleFile.Entry]) {
    var (opening, closing): (Set<Unicode.Scalar>, Set<Unicode.Scalar>) = ([], [])
    for entry in entries {
      let marks = entry.text.unicodeScalars.filter { $0 != " " }
      if let first = marks.first, let last = marks.last {
        opening.insert(first)
        closing.insert(last)
      }
    }
    openingMarks = opening.subtracting(closing)
    closingMarks = closing.subtracting(opening)
  }
}
