extension ValueWords {
  static let french = ValueWords(
    groupers: [".", "\u{A0}", "\u{202F}"],
    writesDatesWithPeriods: true,
    months: numbered([
      ["janvier", "janv"], ["février", "févr"], ["mars"], ["avril"], ["mai"], ["juin"], ["juillet"],
      ["août"], ["septembre", "sept"], ["octobre", "oct"], ["novembre", "nov"],
      ["décembre", "déc"],
    ]),
    numerals: numerals(
      [
        "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
        "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
        "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
        "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
        "nonante": 90,
      ],
      scales: [
        "cent": 100, "mille": 1e3, "million": 1e6, "milliard": 1e9, "douzaine": 12,
      ],
      plurals: ["cents": 100, "millions": 1e6, "milliards": 1e9],
      ordinals: [
        "premier": 1, "première": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
        "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "centième": 100,
      ],
      fractions: [:]),
    connectors: ["-", "et"], notAlone: ["un", "une", "neuf"],
    countsInScores: true,
    clock: ["heures": .either, "heure": .either, "h": .either],
    namedHours: ["midi": 720, "minuit": 0],
    romanEndings: ["e", "ème"],
    symbols: ["%": "pourcent", "€": "euro", "$": "dollar", "£": "livre", "°": "degré"])
}
