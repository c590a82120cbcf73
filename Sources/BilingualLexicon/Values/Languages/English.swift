extension ValueWords {
  static let english = ValueWords(
    decimal: ".", groupers: [",", "\u{A0}", "\u{202F}"], dayFollowsMonth: true,
    months: numbered([
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ]),
    numerals: numerals(
      [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
      ],
      scales: [
        "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
        "dozen": 12,
      ],
      plurals: ["m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12],
      ordinals: [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
        "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
        "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
        "hundredth": 100,
      ],
      fractions: ["half": 0.5]),
    connectors: ["-", "and"], dayConnectors: [".", "of"], articles: ["a", "an"],
    notAlone: ["one"],
    clock: [
      "a.m": .morning, "am": .morning, "p.m": .afternoon, "pm": .afternoon, "o'clock": .either,
      "o’clock": .either,
    ],
    timesOfDay: ["a.m": .morning, "am": .morning, "p.m": .afternoon, "pm": .afternoon],
    namedHours: ["noon": 720, "midday": 720, "midnight": 0],
    symbols: ["%": "percent", "€": "euro", "$": "dollar", "£": "pound", "°": "degree"])
}
