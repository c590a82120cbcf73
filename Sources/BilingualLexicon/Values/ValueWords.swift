internal import BitextModel

/// The words and marks with which a language writes values. All words case-folded.
struct ValueWords: Sendable {
  enum HalfOfDay: Sendable { case morning, afternoon, either }

  /// What a word adds to a number.
  enum Numeral: Sendable, Hashable {
    /// Added: `three`, `twenty`.
    case addend(Double)
    /// Multiplied: `hundred`, `million`. `standsAlone`: whether the word without a number means one of it.
    case scale(Double, standsAlone: Bool)
    /// Added, and nothing may follow: `third`.
    case ordinal(Double)
    /// A fraction of the scale that follows: `half a million`.
    case fraction(Double)
  }

  var decimal: Unicode.Scalar = ","
  var groupers: Set<Unicode.Scalar> = [".", "\u{A0}", "\u{202F}", "'", "’"]
  /// Whether `November 24` is a date, as `24. November` is everywhere.
  var dayFollowsMonth = false
  /// Whether `24.11.` is a date.
  var writesDatesWithPeriods = false
  var months: [String: Int] = [:]
  var numerals: [String: Numeral] = [:]
  /// Words between the parts of a number.
  var connectors: Set<String> = ["-"]
  /// Words between a day and its month: `the 3rd of March`.
  var dayConnectors: Set<String> = ["."]
  /// Words between a fraction and its scale: `half a million`.
  var articles: Set<String> = []
  /// Numerals that are mostly articles: alone they are no value.
  var notAlone: Set<String> = []
  /// Whether `quatre-vingt-dix` is 4 · 20 + 10.
  var countsInScores = false
  /// Whether numbers are written as one word, the units before the tens: `zweiundzwanzig`.
  var joinsNumerals = false
  /// Follow the hour.
  var clock: [String: HalfOfDay] = [:]
  /// May follow `clock`: `9 Uhr abends`.
  var timesOfDay: [String: HalfOfDay] = [:]
  /// Hours with a name of their own, in minutes after midnight.
  var namedHours: [String: Int] = [:]
  /// After a Roman numeral and its ending: `XIXe siècle`.
  var romanEndings: Set<String> = []
  /// What marks stand for, as words: `%` for `percent`.
  var symbols: [String: String] = [:]

  static func of(_ language: LanguageTag) -> ValueWords {
    switch language.language {
    case "de": german
    case "en": english
    case "fr": french
    default: ValueWords(groupers: [".", " ", "\u{A0}", "\u{202F}", "'", "’"])
    }
  }

  static func numbered(_ names: [[String]]) -> [String: Int] {
    var months: [String: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for spelling in spellings { months[spelling] = index + 1 }
    }
    return months
  }

  static func numerals(
    _ addends: [String: Double], scales: [String: Double], plurals: [String: Double],
    ordinals: [String: Double], fractions: [String: Double]
  ) -> [String: Numeral] {
    var words = addends.mapValues { Numeral.addend($0) }
    for (word, value) in scales { words[word] = .scale(value, standsAlone: true) }
    for (word, value) in plurals { words[word] = .scale(value, standsAlone: false) }
    for (word, value) in ordinals { words[word] = .ordinal(value) }
    for (word, value) in fractions { words[word] = .fraction(value) }
    return words
  }
}
