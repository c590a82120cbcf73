import BilingualLexicon
import BitextModel
import Testing

/// What numbers, dates and times say is the same, however a language writes them.
struct ValueTests {
  /// Whether some value of one text explains a value of the other.
  private func agree(_ a: (String, String), _ b: (String, String)) throws -> Bool {
    let source = try AnalysedText([Substring(a.1)], language: SampleLexicon.tag(a.0))
    let target = try AnalysedText([Substring(b.1)], language: SampleLexicon.tag(b.0))
    let relation = Correspondences(source: source, target: target, lexicon: nil)
    return relation.source.edges.joined().contains { $0.by == .number }
  }

  @Test(arguments: [
    // Digits, grouped and with a decimal mark.
    ("700.000 Menschen", "700,000 people"), ("700 000 Menschen", "700,000 people"),
    ("1.234,5 Meter", "1,234.5 metres"), ("3,75 Prozent", "3.75 per cent"), ("0,5", "0.5"),
    ("12.000", "12 000"), ("1.000.000", "1,000,000"), ("2024", "2024"), ("007", "7"),
    ("1’500 Franken", "1,500 francs"),
    // Scales.
    ("1,5 Milliarden Euro", "€1.5 billion"), ("1,5 Mrd. Euro", "1.5bn euros"),
    ("61 Millionen", "61 million"), ("61 Mio. Pfund", "£61m"), ("zwei Billionen", "two trillion"),
    ("300 Tausend", "300,000"), ("700.000", "700 thousand"), ("1,2 Millionen", "1,200,000"),
    ("5 Mio. Euro", "5 million euros"), ("zwei Dutzend", "two dozen"),
    ("eine Million", "one million"),
    ("eine halbe Million", "half a million"), ("hunderttausend", "100,000"),
    ("zweitausend Menschen", "2,000 people"),
    // Words.
    ("drei Männer", "three men"), ("zwölf Prozent", "12 %"), ("zwölf Prozent", "12 percent"),
    ("einundzwanzig", "twenty-one"), ("fünfundvierzig", "45"), ("zweihundertfünfzig", "250"),
    ("dreißig", "thirty"), ("neunzehn", "19"), ("dreihundert", "three hundred"),
    ("zweiundneunzig", "ninety-two"), ("tausend", "a thousand"),
    // Ordinals.
    ("der 3. Platz", "3rd place"), ("der dritte Platz", "third place"),
    ("zum 20. Mal", "the 20th time"),
    ("im 21. Jahrhundert", "the 21st century"), ("der zehnte Tag", "the tenth day"),
    // Dates.
    ("am 24. November", "on Nov. 24"), ("am 24. November", "on November 24th"),
    ("am 24. November", "on 24 November"), ("am 1. Mai", "on May 1"),
    ("3. März", "the 3rd of March"),
    ("24.11.2024", "24 November 2024"), ("24.11.", "November 24"), ("2024-11-24", "Nov 24, 2024"),
    ("24.12.2023", "12/24/2023"), ("24.12.2023", "24/12/2023"), ("am 24. Nov.", "Nov. 24"),
    // Times of day.
    ("um 14.30 Uhr", "at 2:30 p.m."), ("um 14:30 Uhr", "at 14:30"), ("um 14:30 Uhr", "at 2.30pm"),
    ("um 9 Uhr", "at 9 a.m."), ("um 12 Uhr", "at noon"), ("um 0 Uhr", "at 12 a.m."),
    ("um 18 Uhr", "at 6 o'clock pm"), ("um Mitternacht", "at midnight"),
    // Within compounds and after a symbol.
    ("der 18-Jährige", "the 18-year-old"), ("ein 35-jähriger Mann", "a 35-year-old man"),
    ("ein 18-jähriger", "an 18-year-old"), ("in den 1990er Jahren", "in the 1990s"),
    ("$ 3,5 Mio.", "$3.5 million"), ("3,50 €", "€3.50"), ("10-prozentig", "10 percent"),
    ("20 km", "20km"), ("100-Meter-Lauf", "100m race"),
  ])
  func germanAndEnglish(german: String, english: String) throws {
    #expect(try agree(("de", german), ("en", english)))
    #expect(try agree(("en", english), ("de", german)))
  }

  @Test(arguments: [
    ("1,5 Milliarden", "1.5 million"), ("700.000", "700"), ("drei", "four"), ("3,5", "35"),
    ("24. November", "24 December"), ("24. November", "25 November"), ("14.30 Uhr", "2:30 a.m."),
    ("zwei Billionen", "two billion"), ("1.500", "1.5"), ("am 24. November", "24 people"),
    ("um 14 Uhr", "14 people"), ("im Mai", "may be"), ("die Billion", "a billion"),
  ])
  func differ(german: String, english: String) throws {
    #expect(try !agree(("de", german), ("en", english)))
  }

  @Test(arguments: [
    ("1,5 milliard d’euros", "1,5 Milliarden Euro"), ("le 24 novembre", "am 24. November"),
    ("le 1er mai", "am 1. Mai"), ("à 14 h 30", "um 14.30 Uhr"), ("à 14h30", "um 14:30 Uhr"),
    ("700 000 personnes", "700.000 Menschen"), ("vingt-cinq", "fünfundzwanzig"),
    ("quatre-vingt-dix", "neunzig"), ("soixante-douze", "72"), ("trois mille", "3.000"),
    ("deux cents", "zweihundert"), ("le XIXe siècle", "19. Jahrhundert"), ("midi", "12 Uhr"),
  ])
  func frenchAndGerman(french: String, german: String) throws {
    #expect(try agree(("fr", french), ("de", german)))
  }
}
