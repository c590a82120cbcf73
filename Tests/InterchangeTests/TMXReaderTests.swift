import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct TMXReaderTests {
  @Test(arguments: TMXFiles.names(in: "valid"))
  func validFile(name: String) throws {
    let reading = TMXReading(path: TMXFiles.path("valid", name), policy: .strict)
    #expect(reading.error == nil)
    #expect(reading.remarks == [])
    let listing = reading.units.map { unit in
      unit.variants.map { "\($0.language): \($0.content.text)\n" }.joined()
    }
    let expected = try TMXFiles.expected("valid", name)
    #expect(listing.joined(separator: "\n") == expected)
  }

  @Test(arguments: TMXFiles.names(in: "invalid"))
  func invalidFile(name: String) throws {
    let reading = TMXReading(path: TMXFiles.path("invalid", name))
    let said = reading.remarks.map(\.description) + (reading.error.map { [$0.description] } ?? [])
    let found = (["\(reading.units.count) units"] + said).joined(separator: "\n") + "\n"
    let expected = try TMXFiles.expected("invalid", name)
    #expect(found == expected)
  }

  /// Whatever the chunks, the result is the same: characters, tags and lines may be cut anywhere.
  @Test(arguments: TMXFiles.names(in: "invalid"), [1, 7, 64])
  func chunksDoNotMatter(name: String, chunk: Int) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: TMXFiles.path("invalid", name))))
    let (whole, pieces) = (TMXReading(bytes), TMXReading(bytes, chunk: chunk))
    #expect(pieces.units == whole.units)
    #expect(pieces.remarks == whole.remarks)
    #expect(pieces.error == whole.error)
  }

  @Test(arguments: [
    ("bare-ampersand", 6), ("control-character", 6), ("wrong-end-tag", 6), ("cut-off", 6),
    ("invalid-bytes", 6), ("missing-end-tag", 7),
  ])
  func strictStopsAfterTheHealthyUnits(name: String, line: Int) {
    let reading = TMXReading(path: TMXFiles.path("invalid", name), policy: .strict)
    #expect(reading.units.count == 1)
    #expect(reading.error?.line == line)
  }

  @Test func headerIsKnownBeforeTheFirstUnit() throws {
    let reader = try TMX.Reader(path: TMXFiles.path("valid", "plain"))
    #expect(reader.header.version == "1.4")
    #expect(reader.header[attribute: "creationtool"] == "hand")
    #expect(reader.header.sourceLanguage == LanguageTag("de"))
  }

  @Test func foreignTagsStayAsPlaceholders() throws {
    let reading = TMXReading(path: TMXFiles.path("invalid", "html-in-segment"))
    let content = try #require(reading.units.first).variants[0].content
    let code = { (tag: String) in
      SegmentContent.Part.code(InlineCode(.placeholder, content: SegmentContent(tag)))
    }
    #expect(content.text == "Die Brücke ist zu.")
    #expect(
      content.parts == [
        .text("Die "), code("<b class=\"x\">"), .text("Brücke"), code("</b>"), .text(" ist "),
        code("<br/>"), .text("zu."),
      ])
  }

  @Test func mendedTextIsKept() throws {
    let text = { (name: String) in
      TMXReading(path: TMXFiles.path("invalid", name)).units[1].variants.map(\.content.text)
    }
    #expect(text("bare-ampersand") == ["Ein & Aus", "On & off"])
    #expect(text("bare-less-than") == ["a < b", "a is less"])
    #expect(text("control-character") == ["Ein\u{240B}Aus", "On off"])
    #expect(text("html-entity") == ["5\u{A0}km", "5 km &bogus;"])
  }

  // MARK: Hostile files

  static let head = "<tmx version=\"1.4\"><header/><body>"
  static let unit = "<tu><tuv xml:lang=\"de\"><seg>Gut</seg></tuv></tu>"
  static let tail = "</body></tmx>"

  @Test func entityBombIsRefused() {
    let bomb = (1...9).map {
      "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 - 1);", count: 10) + "\">"
    }
    let text =
      "<!DOCTYPE tmx [<!ENTITY a0 \"ha\">\(bomb.joined())]>" + Self.head
      + "<tu><tuv xml:lang=\"de\"><seg>&a9;</seg></tuv></tu>" + Self.tail
    #expect(TMXReading(text.utf8).error?.reason == .entityDeclaration("a0"))
  }

  @Test func externalDefinitionIsNotFetched() {
    let text =
      "<!DOCTYPE tmx SYSTEM \"http://localhost:1/tmx14.dtd\">" + Self.head + Self.unit + Self.tail
    let reading = TMXReading(text.utf8)
    #expect(reading.error == nil)
    #expect(reading.units.count == 1)
  }

  @Test(arguments: ["hi", "tu", "b", "sub"]) func deepNestingIsLeftOut(element: String) {
    let deep = String(repeating: "<\(element)>", count: 1_000_000)
    let text =
      Self.head + Self.unit + "<tu><tuv xml:lang=\"de\"><seg>\(deep)</seg></tuv></tu>"
      + Self.unit + Self.tail
    let reading = TMXReading(text.utf8)
    #expect(reading.error == nil)
    #expect(reading.units.count == 2)
    #expect(reading.remarks.contains { $0.outcome == .skipped })
  }

  @Test func hugeUnitIsLeftOut() {
    let huge = String(repeating: "Wort ", count: (TMX.Reader.unitLimit + 1_000_000) / 5)
    let text =
      Self.head + "\n" + Self.unit + "\n<tu><tuv xml:lang=\"de\"><seg>\(huge)</seg></tuv></tu>\n"
      + Self.unit + Self.tail
    let reading = TMXReading(text.utf8)
    #expect(reading.error == nil)
    #expect(reading.units.count == 2)
    #expect(
      reading.remarks.last?.description
        == "3: a unit of more than 16 MiB (skipped)")
  }

  @Test func zerosAreNoXML() {
    #expect(TMXReading([UInt8](repeating: 0, count: 100_000)).error?.reason == .notXML)
  }

  @Test func everyCutIsNoticed() {
    let text = Array((Self.head + Self.unit + Self.unit + "</body></tmx>").utf8)
    let firstEnd = Self.head.utf8.count + Self.unit.utf8.count
    for end in 1..<text.count {
      let reading = TMXReading(text[..<end])
      let isNoticed = reading.remarks.last?.cause == .truncated || reading.error != nil
      #expect(isNoticed, "cut at \(end)")
      #expect(
        reading.units.count == (end < firstEnd ? 0 : end < firstEnd + Self.unit.utf8.count ? 1 : 2))
    }
  }

  @Test(arguments: ["tmx/valid", "tmx/no-such-file.tmx"]) func unreadablePath(path: String) {
    guard case .unreadable = TMXReading(path: Checkout.path(path).path).error?.reason else {
      Issue.record("no error for \(path)")
      return
    }
  }
}
