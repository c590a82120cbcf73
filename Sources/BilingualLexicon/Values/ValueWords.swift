internal import BitextModel

/// The words and marks with which a language writes values. All words case-folded.
struct ValueWords: Sendable {
  enum HalfOfDay: Sendable { case morning, afternoon, either }

  let decimal: Unicode.Scalar
  let groupers: Set<Unicode.Scalar>
  /// Whether `November 24` is a date, as `24. November` is everywhere.
  let dayFollowsMonth: Bool
  let months: [String: Int]
  let numerals: [String: Double]
  let scales: [String: Double]
  let clock: [String: HalfOfDay]

  static func of(_ language: LanguageTag) -> ValueWords {
    switch language.language {
    case "de": german
    case "en": english
    case "fr": french
    default: plain
    }
  }

  private static let plain = ValueWords(
    decimal: ",", groupers: [".", " ", "\u{A0}", "\u{202F}", "'", "’"], dayFollowsMonth: false,
    months: [:], numerals: [:], scales: [:], clock: [:])

  private static let german = ValueWords(
    decimal: ",", groupers: [".", "\u{A0}", "\u{202F}", "'", "’"], dayFollowsMonth: false,
    months: numbered([
      ["januar", "jan", "jänner"], ["februar", "feb"], ["märz"], ["april", "apr"], ["mai"],
      ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["oktober", "okt"], ["november", "nov"], ["dezember", "dez"],
    ]),
    numerals: [
      "null": 0, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
      "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14,
      "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20,
      "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
      "neunzig": 90, "hundert": 100, "tausend": 1000, "erste": 1, "ersten": 1, "zweite": 2,
      "zweiten": 2, "dritte": 3, "dritten": 3, "vierte": 4, "vierten": 4, "fünfte": 5, "fünften": 5,
    ],
    scales: [
      "tausend": 1e3, "tsd": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
      "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "dutzend": 12,
    ],
    clock: ["uhr": .either])

  private static let english = ValueWords(
    decimal: ".", groupers: [",", "\u{A0}", "\u{202F}"], dayFollowsMonth: true,
    months: numbered([
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ]),
    numerals: [
      "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
      "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
      "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
      "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
      "ninety": 90, "hundred": 100, "thousand": 1000, "first": 1, "second": 2, "third": 3,
      "fourth": 4, "fifth": 5, "dozen": 12,
    ],
    scales: [
      "hundred": 100, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9,
      "trillion": 1e12, "dozen": 12,
    ],
    clock: [
      "a.m": .morning, "am": .morning, "p.m": .afternoon, "pm": .afternoon, "o'clock": .either,
      "o’clock": .either,
    ])

  private static let french = ValueWords(
    decimal: ",", groupers: [".", "\u{A0}", "\u{202F}"], dayFollowsMonth: false,
    months: numbered([
      ["janvier"], ["février"], ["mars"], ["avril"], ["mai"], ["juin"], ["juillet"], ["août"],
      ["septembre"], ["octobre"], ["novembre"], ["décembre"],
    ]),
    numerals: [
      "zéro": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
      "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
      "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
      "cent": 100, "mille": 1000,
    ],
    scales: [
      "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
    ],
    clock: ["heures": .either, "heure": .either, "h": .either])

  private static func numbered(_ names: [[String]]) -> [String: Int] {
    var months: [String: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for spelling in spellings { months[spelling] = index + 1 }
    }
    return months
  }
}
