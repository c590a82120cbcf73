import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Small files that would grow without bound are refused with a reason. TMX has tests of its own.
@Suite struct HostileFileTests {
  private static func fault(_ format: UnitFormat, _ text: String) -> FileFault? {
    do {
      _ = try UnitFormatContract.read(["": Array(text.utf8)], format)
      return nil
    } catch {
      return error as? FileFault
    }
  }

  private static let bomb =
    "<!DOCTYPE x [<!ENTITY a0 \"ha\">"
    + (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
    .joined()
    + "]>"

  private static func wrapped(_ text: String, _ format: UnitFormat) -> String {
    format == .tbx
      ? "<martif type=\"TBX\"><text><body><termEntry><langSet xml:lang=\"de\"><tig><term>\(text)"
        + "</term></tig></langSet></termEntry></body></text></martif>"
      : "<xliff version=\"1.2\"><file source-language=\"de\" target-language=\"en\"><body>"
        + "<trans-unit id=\"1\"><source>\(text)</source><target>x</target></trans-unit></body></file>"
        + "</xliff>"
  }

  @Test(arguments: [UnitFormat.xliff, .tbx]) func entitiesAndDepthAndLength(format: UnitFormat) {
    let entity = Self.fault(format, Self.bomb + Self.wrapped("&a9;", format))
    #expect(entity?.cause.contains("entities are refused") == true)
    let external = "<!DOCTYPE x [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>"
    let parameter = Self.fault(format, external + Self.wrapped("a", format))
    #expect(parameter?.cause.contains("entities are refused") == true)
    let deep = Self.fault(format, Self.wrapped(String(repeating: "<g>", count: 1_000_000), format))
    #expect(deep?.cause.contains("not well-formed XML") == true)
    let long = String(repeating: "Wort ", count: 4_000_000)
    #expect(Self.fault(format, Self.wrapped(long, format))?.cause == "more than 16 MiB in one text")
  }

  @Test func entitiesOfPagesAreText() throws {
    let format = try #require(DocumentFormat(fileName: "a.html"))
    let page = Self.bomb + "<html><body><p>&a9; Text</p></body></html>"
    #expect(try format.text(of: Array(page.utf8)).text.contains("Text"))
    let long = "<p>" + String(repeating: "Wort ", count: 4_000_000)
    #expect(throws: FileFault.self) { try format.text(of: Array(long.utf8)) }
  }

  /// An entry that unpacks to 65 MiB, a text of 30 MiB, and a page of 30 MB that the book names 2000
  /// times.
  @Test(arguments: [
    ("docx", "word/document.xml is larger than 64 MiB"), ("odt", "more than 16 MiB in one text"),
    ("epub", "more than 256 MiB, unpacked"),
  ]) func archivesThatGrow(ending: String, cause: String) throws {
    let format = try #require(DocumentFormat(fileName: "a.\(ending)"))
    let bytes = [UInt8](
      try Data(contentsOf: Checkout.path("Tests/Formats/hostile/bomb.\(ending)")))
    #expect(bytes.count < 100_000)
    let fault = #expect(throws: FileFault.self) { try format.text(of: bytes) }
    #expect(fault?.cause == cause)
  }

  @Test func archivesOfDeepElements() throws {
    let deep = String(repeating: "<w:p>", count: 100_000)
    #expect(throws: FileFault.self) {
      try UnitFormat.xliff.reader(UnitFileInput(.bytes(["": Array("<xliff>\(deep)".utf8)])))
    }
  }
}
