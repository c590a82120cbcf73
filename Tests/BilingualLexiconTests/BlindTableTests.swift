import BilingualLexicon
import BitextModel
import Foundation
import TestSupport
import Testing

/// Tables that were written before the code was run on them. Right at that first run: 33 of 46 values, 42
/// of 50 names, 37 of 46 compounds. Two rows of compounds were mended after it: one was not case-folded,
/// of one a form without its final e is as good.
struct BlindTableTests {
  private func relation(_ a: (String, String), _ b: (String, String), lexicon: Lexicon? = nil)
    throws
    -> (source: AnalysedText, target: AnalysedText, relation: Correspondences)
  {
    let source = try AnalysedText([Substring(a.1)], language: SampleLexicon.tag(a.0))
    let target = try AnalysedText([Substring(b.1)], language: SampleLexicon.tag(b.0))
    return (source, target, Correspondences(source: source, target: target, lexicon: lexicon))
  }

  static let values = [
    ("knapp 4,2 Millionen Tonnen", "nearly 4.2 million tons"), ("2.350 Euro", "€2,350"),
    ("minus 7 Grad", "-7 degrees"), ("17,5 Prozent", "17.5%"), ("rund 900.000", "some 900,000"),
    ("der 9. November 1989", "November 9, 1989"), ("am 31.12.2022", "on 31 December 2022"),
    ("7.45 Uhr", "7:45 a.m."), ("21 Uhr", "9 p.m."), ("um 20.15 Uhr", "at 8:15 pm"),
    ("sechzehn", "sixteen"), ("siebenundsiebzig", "77"), ("vierhundert", "400"),
    ("dreieinhalb Stunden", "three and a half hours"), ("anderthalb Jahre", "1.5 years"),
    ("ein Drittel", "a third"), ("zwei Drittel", "two-thirds"), ("die Hälfte", "half"),
    ("ein Viertel", "a quarter"), ("drei Viertel der Befragten", "three quarters of respondents"),
    ("100 Mrd. Dollar", "$100 billion"), ("0,3 Prozentpunkte", "0.3 percentage points"),
    ("50 Kilometer", "50 km"), ("1.250.000 Einwohner", "1.25 million inhabitants"),
    ("in den 80er Jahren", "in the 1980s"), ("der 1. FC", "1st FC"), ("erstmals 1871", "1871"),
    ("Ludwig XIV.", "Louis XIV"), ("Kapitel III", "chapter 3"), ("dreimal", "three times"),
    ("zweimal", "twice"), ("ein Dutzend", "a dozen"), ("Tausende", "thousands"),
    ("zehntausend", "ten thousand"), ("hundertfünfzig", "150"), ("eine Milliarde", "1 billion"),
    ("12,5 Mio. t", "12.5m tonnes"), ("5:3", "5-3"), ("24 Stunden", "twenty-four hours"),
    ("Mitte Juli 2021", "mid-July 2021"), ("am 5. Oktober", "on October 5th"),
    ("vom 3. bis 5. Juni", "June 3-5"), ("neunzehnhundertneunzig", "1990"),
    ("3/4", "three-quarters"),
    ("0,75 Liter", ".75 litres"), ("am Abend des 11. September", "on the evening of September 11"),
  ]

  @Test func values() throws {
    let wrong = try Self.values.filter { german, english in
      let (_, _, relation) = try relation(("de", german), ("en", english))
      return !relation.source.edges.joined().contains { $0.by == .number }
    }
    // Not read yet: fractions and multiples in words, decades without a century, Roman numbers against
    // Arabic ones, ranges of days, `12.5m` without a currency, decimals without a zero.
    #expect(wrong.count <= 13, "\(wrong)")
  }

  /// The third says whether the two are one name.
  static let names = [
    ("Gorbatschow", "Gorbachev", true), ("Tschernobyl", "Chernobyl", true),
    ("Jerewan", "Yerevan", true), ("Saporischschja", "Zaporizhzhia", true),
    ("Odessa", "Odesa", true), ("Achmatowa", "Akhmatova", true),
    ("Solschenizyn", "Solzhenitsyn", true),
    ("Medwedew", "Medvedev", true), ("Prigoschin", "Prigozhin", true), ("Kadyrow", "Kadyrov", true),
    ("Erdogan", "Erdoğan", true), ("Gaddafi", "Qaddafi", true), ("Dschibuti", "Djibouti", true),
    ("Aserbaidschan", "Azerbaijan", true), ("Kasachstan", "Kazakhstan", true),
    ("Usbekistan", "Uzbekistan", true), ("Bangladesch", "Bangladesh", true),
    ("Simbabwe", "Zimbabwe", true), ("Moçambique", "Mozambique", true), ("Kenia", "Kenya", true),
    ("Ruanda", "Rwanda", true), ("Damaskus", "Damascus", true), ("Tripolis", "Tripoli", true),
    ("Belgrad", "Belgrade", true), ("Bukarest", "Bucharest", true),
    ("Sewastopol", "Sevastopol", true),
    ("Scharapowa", "Sharapova", true), ("Schewtschenko", "Shevchenko", true),
    ("Haruki Murakami", "Haruki Murakami", true), ("Zürich", "Zurich", true),
    ("Córdoba", "Cordoba", true), ("Malmö", "Malmo", true), ("Hussein", "Hussain", true),
    ("Osama", "Usama", true), ("Niger", "Nigeria", false), ("Österreich", "Australia", false),
    ("Slowakei", "Slovenia", false), ("Schweden", "Switzerland", false),
    ("Georgien", "George", false),
    ("Mailand", "Mainland", false), ("Guinea", "Guyana", false), ("Mauritius", "Mauritania", false),
    ("Meier", "Mayer", true), ("Nizza", "Nice", false), ("Scholz", "Schulz", false),
    ("Johnson", "Johnston", false), ("Martin", "Martinez", false),
    ("Liberia", "Libya", false), ("Gambia", "Zambia", false), ("Roman", "Romania", false),
  ]

  @Test func names() throws {
    let wrong = try Self.names.filter { german, english, isOne in
      let (source, target, relation) = try relation(
        ("de", "Gestern war \(german)"), ("en", "Yesterday it was \(english)"))
      let (a, b) = (
        try #require(source.segments[0].last).type, try #require(target.segments[0].last)
      )
      return relation.source.edges[a].contains { $0.type == b.type && $0.by == .cognate } != isOne
    }
    #expect(wrong.count <= Self.names.count / 10, "\(wrong)")
  }

  /// As `CompoundSplitterTests.splits`: parts in order, alternatives after a slash; `-` is no compound.
  static let compounds = """
    waffenlieferung = waffe/waffen lieferung
    friedensverhandlungen = frieden verhandlung/verhandlungen
    kriegsverbrechen = krieg verbrechen
    flüchtlingslager = flüchtling lager
    geheimdienstchef = geheimdienst/geheim+dienst chef
    luftabwehrsystem = luftabwehr/luft+abwehr system
    milliardenhilfe = milliarde/milliarden hilfe
    preissteigerung = preis steigerung
    zentralbankrat = zentralbank/zentral+bank rat
    einkommensteuer = einkommen steuer
    mindestlohn = mindest/mindeste lohn
    arbeitszeit = arbeit zeit
    betriebsrat = betrieb rat
    kindergarten = kind/kinder garten
    grundschullehrer = grundschule/grund+schule lehrer
    hochschulreife = hochschule/hoch+schule/hoch+schul reife
    wissenschaftsrat = wissenschaft rat
    forschungsinstitut = forschung institut
    herzinfarkt = herz infarkt
    lungenentzündung = lunge/lungen entzündung
    blutdruckmessgerät = blutdruck/blut+druck messgerät/mess+gerät/messe+gerät
    notaufnahme = not aufnahme
    feuerwehrmann = feuerwehr/feuer+wehr mann
    polizeipräsidium = polizei präsidium
    verkehrsunfall = verkehr unfall
    lastwagenfahrer = lastwagen/last+wagen fahrer
    schneesturm = schnee sturm
    waldbrandgefahr = waldbrand/wald+brand gefahr
    erdbebengebiet = erdbeben/erde+beben gebiet
    meeresspiegel = meer spiegel
    olympiasieger = olympia sieger
    fussballnationalmannschaft = fussball/fuss+ball nationalmannschaft/national+mannschaft
    torhüter = tor hüter
    weltmeisterschaft = welt meisterschaft
    musikfestival = musik festival
    buchhandlung = buch handlung
    zeitungsbericht = zeitung bericht
    fernsehsender = fernsehen/fernseh sender
    pressekonferenz = presse konferenz
    menschenrechte = mensch/menschen recht/rechte
    verfassungsschutz = verfassung schutz
    sicherheitsrat = sicherheit rat
    kernkraftwerk = kernkraft/kern+kraft werk/kraftwerk
    speicherplatz = speicher platz
    tastenkombination = taste/tasten kombination
    dateiname = datei name
    """.split(separator: "\n").map { line in line.components(separatedBy: " = ") }

  @Test(
    .enabled(
      if: CompoundSplitterTests.compiled != nil, "no compiled de-en lexicon in the data folder"))
  func compounds() throws {
    let lexicon = try #require(CompoundSplitterTests.compiled)
    let splitter = CompoundSplitter(lexicon, side: .source)
    let wrong = Self.compounds.compactMap { row -> String? in
      let found = splitter.split(row[0])
      return CompoundSplitterTests.fits(found, row[1]) ? nil : "\(row[0]): \(found)"
    }
    #expect(wrong.count <= Self.compounds.count / 10, "\(wrong.joined(separator: "\n"))")
  }
}
