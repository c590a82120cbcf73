import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct DocumentFormatTests {
  static func document(_ name: String) throws -> DocumentText {
    let format = try #require(DocumentFormat(fileName: name))
    let path = Checkout.path("Tests/Formats/\(name)")
    return try format.text(of: [UInt8](try Data(contentsOf: path)))
  }

  @Test(arguments: [
    (
      "bericht.html", "de-AT",
      """
      Die Brücke

      Die Brücke ist seit Montag\u{A0}zu & bleibt es.
      Sie wird repariert.

      Erstens

      Zweitens
      """
    ),
    (
      "notes.md", nil,
      """
      The bridge

      It has been closed since Monday, and
      stays so; see closing_time.

      First

      Second

      Quoted *stars*
      """
    ),
    ("bericht.docx", "de-DE", "Die Brücke\n\nSie ist zu & bleibt es.\n\nZelle"),
    ("report.odt", "en", "The bridge\n\nIt is closed (Since Monday).\nStill."),
    ("buch.epub", "de", "Eins\n\nEs war einmal.\n\nUnd wenn sie nicht gestorben sind."),
  ])
  func textIsTakenOut(name: String, language: String?, expected: String) throws {
    let document = try Self.document(name)
    #expect(document.text == expected)
    #expect(document.language?.description == language)
  }

  @Test(arguments: ["bericht.html", "notes.md"]) func offsetsLeadBack(name: String) throws {
    let document = try Self.document(name)
    let raw = [UInt8](try Data(contentsOf: Checkout.path("Tests/Formats/\(name)")))
    let text = Array(document.text.utf8)
    for piece in document.pieces {
      // The first character of each piece stands in the file, unless a reference stands for it.
      let first = text[piece.range.lowerBound]
      #expect(raw[piece.offset] == first || raw[piece.offset] == UInt8(ascii: "&"))
      #expect(document.source(of: piece.range.lowerBound)?.offset == piece.offset)
    }
    for word in ["Montag", "repariert", "Zweitens", "Monday", "closing_time", "stars"] {
      guard let place = document.text.range(of: word) else { continue }
      let offset = document.text.utf8.distance(from: document.text.startIndex, to: place.lowerBound)
      let source = try #require(document.source(of: offset))
      #expect(raw[source.offset...].starts(with: word.utf8))
    }
  }

  @Test func offsetsNameTheEntryOfAnArchive() throws {
    let document = try Self.document("buch.epub")
    let offset = document.text.utf8.count - 5
    #expect(document.source(of: offset)?.part == "OEBPS/two%20b.xhtml")
    #expect(document.source(of: 0)?.part == "OEBPS/one.xhtml")
  }

  @Test func latin1PageIsRead() throws {
    let format = try #require(DocumentFormat(fileName: "a.html"))
    let page =
      "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Br\u{FC}cke</p></body></html>"
    let bytes = page.unicodeScalars.map { UInt8($0.value) }
    #expect(try format.text(of: bytes).text == "Brücke")
  }

  @Test func deepPageDoesNotOverflow() throws {
    let format = try #require(DocumentFormat(fileName: "a.html"))
    let page = "<p>Text</p>" + String(repeating: "<div>", count: 100_000) + "deep"
    #expect(try format.text(of: Array(page.utf8)).text.hasPrefix("Text"))
  }

  @Test(arguments: ["docx", "odt", "epub"]) func whatIsNoArchiveIsAFault(ending: String) throws {
    let format = try #require(DocumentFormat(fileName: "a.\(ending)"))
    #expect(throws: FileFault.self) { try format.text(of: Array("no archive".utf8)) }
  }
}
