extension ValueWords {
  static let german = ValueWords(
    writesDatesWithPeriods: true,
    months: numbered([
      ["januar", "jan", "jänner"], ["februar", "feb", "feber"], ["märz"], ["april", "apr"], ["mai"],
      ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["oktober", "okt"], ["november", "nov"], ["dezember", "dez"],
    ]),
    numerals: numerals(
      // Longer numbers are put together from these: JoinedNumeral.
      [
        "null": 0, "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5,
        "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
        "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
        "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreissig": 30, "vierzig": 40,
        "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
      ],
      scales: [
        "hundert": 100, "tausend": 1e3, "million": 1e6, "milliarde": 1e9, "billion": 1e12,
        "dutzend": 12,
      ],
      plurals: [
        "tsd": 1e3, "millionen": 1e6, "mio": 1e6, "milliarden": 1e9, "mrd": 1e9, "billionen": 1e12,
        "bio": 1e12,
      ],
      ordinals: [
        "erste": 1, "ersten": 1, "erster": 1, "erstes": 1, "erstem": 1, "dritte": 3, "dritten": 3,
        "dritter": 3, "drittes": 3, "drittem": 3, "siebte": 7, "siebten": 7, "siebter": 7,
        "siebtes": 7, "siebtem": 7, "achte": 8, "achter": 8, "achtes": 8, "achtem": 8,
      ],
      fractions: [
        "halbe": 0.5, "halben": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5,
        "dreieinhalb": 3.5,
      ]),
    notAlone: ["ein", "eins", "acht"],
    joinsNumerals: true,
    clock: ["uhr": .either],
    timesOfDay: [
      "morgens": .morning, "vormittags": .morning, "früh": .morning, "nachmittags": .afternoon,
      "abends": .afternoon,
    ],
    namedHours: ["mitternacht": 0],
    symbols: ["%": "prozent", "€": "euro", "$": "dollar", "£": "pfund", "°": "grad"])
}
