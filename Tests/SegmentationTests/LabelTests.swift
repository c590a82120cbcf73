import BitextModel
import Segmentation
import Testing

/// Which lines of a page are furniture, which headings, which neither.
@Suite struct LabelTests {
  private static let german =
    "Der Fluss stieg in der Nacht um zwei Meter und trat über die Ufer. Am Morgen fiel er wieder."
  private static let english =
    "The river rose by two metres overnight and broke its banks. It fell again in the morning."

  /// The label of a line that stands below a report.
  private func label(_ line: String, _ language: String) throws -> String {
    let report = language == "de" ? Self.german : Self.english
    let document = try Segmenter(language: try .of(language)).document(text: report + "\n\n" + line)
    let last = try #require(document.segments.last)
    return last.reason ?? last.kind.rawValue
  }

  @Test(arguments: [
    ("Zum Inhalt springen", "skip-link"), ("Startseite | Wetter | Sport", "menu"),
    ("Menü", "menu"), ("Artikel teilen · Merken · Drucken", "share"),
    ("Teilen auf: Facebook", "share"),
    ("#Fluss #Wetter", "hashtags"), ("Quelle: hfl/dk", "source"),
    ("Foto: Erika Beispiel", "source"),
    ("Mehr zum Thema – Als der Damm brach", "link-teaser"),
    ("Lesen Sie auch: Der lange Regen", "link-teaser"),
    ("Die Kommentarfunktion ist geschlossen.", "comments"), ("Kommentare", "comments"),
    ("© Beispiel GmbH. Alle Rechte vorbehalten.", "copyright"), ("Nach oben", "page-position"),
    ("Wir verwenden Cookies, um diese Seite zu verbessern.", "cookies"),
    ("Anzeige", "advertisement"),
    ("Jetzt Newsletter abonnieren", "newsletter"), ("Von Erika Beispiel", "byline"),
    ("Stand: 3. März, 10.15 Uhr", "byline"), ("3. März 2031, 10:15 Uhr", "date"),
    (":", "lone-punctuation"), ("* * *", "lone-punctuation"), ("———", "lone-punctuation"),
    ("nachrichten-allgemein", "stray-word"), ("https://beispiel.de/fluss", "address"),
    ("Schlagwörter: Fluss, Wetter", "tags"), ("12 Kommentare", "comments"),
    ("Kommentare (3)", "comments"), ("Startseite > Politik > Ausland", "menu"),
    ("Startseite » Nachrichten » Welt", "menu"), ("Datenschutz | Impressum", "menu"),
    ("3 Min. Lesezeit", "byline"), ("(Symbolbild)", "source"), ("dpa", "source"),
    ("Vorheriger Artikel", "page-position"), ("Seite 2 von 7", "page-position"),
    ("« Zurück", "menu"), ("Bildergalerie", "link-teaser"), ("Antworten", "comments"),
    // What a template forgot to translate.
    ("Skip to content", "skip-link"), ("Powered by Example", "powered-by"), ("Share", "share"),
  ])
  func germanFurniture(line: String, reason: String) throws {
    #expect(try label(line, "de") == reason)
  }

  @Test(arguments: [
    ("Skip to main content", "skip-link"), ("Home | Weather | Sport", "menu"), ("Menu", "menu"),
    ("Share", "share"), ("Email this story", "share"), ("#river #weather", "hashtags"),
    ("Source: example.org", "source"), ("Photo: Jo Sample", "source"),
    ("Read more: When the dam broke", "link-teaser"), ("Related: The long rain", "link-teaser"),
    ("Comments are closed.", "comments"), ("Leave a reply", "comments"),
    ("© Example Inc. All rights reserved.", "copyright"), ("bottom of page", "page-position"),
    ("We use cookies to improve this site.", "cookies"), ("Advertisement", "advertisement"),
    ("Sign up for our newsletter", "newsletter"),
    ("By Jo Sample and Al Case, Staff Writers", "byline"),
    ("March 3, 2031, 10:15 a.m.", "date"), ("Powered by ExampleScripts", "powered-by"),
    ("Subscribe | Log in", "menu"), ("Tags: river, weather", "tags"), ("|", "lone-punctuation"),
    ("12 Comments", "comments"), ("Comments (3)", "comments"), ("Log in | Register", "menu"),
    ("Home > World > Europe", "menu"), ("« Previous", "menu"), ("5 min read", "byline"),
    ("Updated 2 hours ago", "byline"), ("(AP Photo/Jo Sample)", "source"),
    ("Getty Images", "source"), ("Previous article", "page-position"),
    ("Page 2 of 7", "page-position"), ("Play video", "link-teaser"), ("Reply", "comments"),
    ("(c) 2031 Example Media", "copyright"),
  ])
  func englishFurniture(line: String, reason: String) throws {
    #expect(try label(line, "en") == reason)
  }

  @Test(arguments: [
    ("Quellen sprudeln hier seit Jahren.", "de"), ("Weitere Informationen folgen.", "de"),
    ("Mehr wissen wir nicht.", "de"), ("Von Anna fehlt jede Spur.", "de"),
    ("Teilen macht Freude.", "de"),
    ("Politik ist sein Beruf.", "de"), ("12 Kommentare blieben stehen.", "de"),
    ("Seite 2 von 7 fehlte in dem Heft, das er bekam.", "de"),
    ("Antworten gab er keine.", "de"), ("Danke!", "de"), ("Anzeige erstattete niemand.", "de"),
    ("Share prices fell by a tenth.", "en"), ("Sources said nothing.", "en"),
    ("More rain is due.", "en"), ("12 comments were deleted.", "en"),
    ("Updated 2 rules, they met again.", "en"), ("Reuters reported the flood.", "en"),
    ("(c) 3 apples and a pear.", "en"),
    ("By Monday the water was gone.", "en"), ("Comments from the mayor were brief.", "en"),
    ("Home is where the river is.", "en"), ("Related species drowned.", "en"), ("Yes!", "en"),
  ])
  func sentencesAreNoFurniture(line: String, language: String) throws {
    #expect(try label(line, language) == "sentence")
  }

  @Test func linesBelowATeaserBelongToIt() throws {
    let page = Self.german + "\n\nMehr zum Thema\nAls der Damm brach\nWer jetzt zahlt\n"
    let document = try Segmenter(language: try .of("de")).document(text: page)
    #expect(document.segments.suffix(3).map(\.reason) == Array(repeating: "link-teaser", count: 3))
  }

  @Test func headingsStandAboveText() throws {
    let page =
      "Home\n\nRiver Breaks Its Banks\n\(Self.english)\n\nWhat Comes Next\n\(Self.english)\nthe end"
    let document = try Segmenter(language: try .of("en")).document(text: page)
    let labels = document.segments.map { $0.reason ?? $0.kind.rawValue }
    #expect(
      labels == [
        "menu", "title", "sentence", "sentence", "subhead", "sentence", "sentence", "sentence",
      ])
  }

  @Test func aListOfShortLinesIsNoFurniture() throws {
    let document = try Segmenter(language: try .of("de")).document(text: "spielen\nspielt\nspiele")
    #expect(document.segments.map(\.kind) == [.sentence, .sentence, .sentence])
  }

  @Test func nothingIsEverLeftOut() throws {
    let page = "Menu\n\n:\n\n" + Self.english + "\n\nShare\n"
    let document = try Segmenter(language: try .of("en")).document(text: page)
    #expect(document.segments.map { String(page.utf8Slice($0.range)) }.joined() == page)
  }
}
