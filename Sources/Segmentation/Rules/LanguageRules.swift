/// What a segmenter knows of one language, read from the language's rule file.
struct LanguageRules: Sendable, Hashable {
  /// Properties of a language's spelling that change how a period is read.
  enum Setting: String, CaseIterable, Sendable {
    /// Every noun is written with a capital, so a capital alone announces no sentence.
    case capitalNouns = "capital-nouns"
    /// A period after a number makes it an ordinal.
    case ordinalPeriod = "ordinal-period"
    /// A word without a vowel and with a period is an abbreviation.
    case vowellessAbbreviations = "vowelless-abbreviations"
  }

  /// Keys are as written in the file, without the last period and without spaces. A key in lower
  /// case also stands for its capitalised form; a key with a capital does not stand for lower case.
  private(set) var words: [String: WordTraits] = [:]
  private(set) var settings: Set<Setting> = []
  /// Marks that only close a quotation in this language, though they open one in others.
  private(set) var closingMarks: Set<Unicode.Scalar> = []
  /// Marks that only open a quotation in this language.
  private(set) var openingMarks: Set<Unicode.Scalar> = []
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
    for name in file.names {
      let entries = file.sections[name.text] ?? []
      if let trait = Self.wordSections[name.text] {
        for entry in entries { add(entry.text, trait) }
      } else if name.text == "settings" {
        try addSettings(entries)
      } else if name.text == "quotation" {
        addQuotation(entries)
      } else if !furniture.add(entries.map(\.text), section: name.text) {
        throw RuleFile.ParseError(reason: .unknownSection(name.text), line: name.line)
      }
    }
  }

  func has(_ setting: Setting) -> Bool { settings.contains(setting) }

  /// What is known of a word, as it is written and in the forms of the file that it stands for.
  ///
  /// - Parameter atStart: Whether a sentence starts here. Only there is a capitalised word taken for
  ///   one that the file has in lower case: `Vgl.` is `vgl.` at a start, and `Max.` is a name within.
  func traits(of word: String, atStart: Bool) -> WordTraits {
    var traits = words[word] ?? []
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return traits }
    let rest = word.unicodeScalars.dropFirst()
    if atStart {
      traits.formUnion(words[first.properties.lowercaseMapping + String(rest)] ?? [])
    }
    if rest.first?.properties.isUppercase == true {
      traits.formUnion(words[word.lowercased()] ?? [])
      traits.formUnion(words[String(first) + String(rest).lowercased()] ?? [])
    }
    return traits
  }

  private mutating func add(_ line: String, _ trait: WordTraits) {
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
        settings.insert(setting)
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
