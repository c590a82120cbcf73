import BitextModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Plain units are made on a short way; the general one gives the same.
@Suite struct PlainUnitTests {
  @Test(arguments: [11, 12, 13] as [UInt64], [1, 1 << 20]) func bothWaysGiveTheSame(
    seed: UInt64, chunk: Int
  ) throws {
    var random = RandomUnits(seed: seed)
    let bytes = try TMXFiles.written((0..<100).map { _ in random.unit() })
    #expect(TMXReading(bytes, chunk: chunk).units.count == 100)
    Self.expectTheSame(bytes, chunk: chunk)
  }

  /// Law: whatever a file is, the short way changes nothing of units, remarks and error.
  @Test func bothWaysGiveTheSameOfSpoiltFiles() throws {
    var random = RandomUnits(seed: 14)
    var corpus = [try TMXFiles.written((0..<12).map { _ in random.unit() })]
    for folder in ["valid", "invalid", "roundtrip"] {
      for name in TMXFiles.names(in: folder) {
        corpus.append([UInt8](try Data(contentsOf: Checkout.path("tmx/\(folder)/\(name).tmx"))))
      }
    }
    for seed in 0..<500 as Range<UInt64> {
      var mutator = Mutator(seed: seed)
      let bytes = mutator.spoilt(corpus)
      // What is wrong in character data that never ends depends on how much of it is seen at once.
      if !Self.endsCharacterData(bytes) { continue }
      guard Self.expectTheSame(bytes, chunk: seed % 3 == 0 ? 100 : 1 << 20) else {
        Issue.record("seed \(seed)")
        return
      }
    }
  }

  /// What the parser reads in a way of its own, next to what it does not.
  @Test(arguments: [
    "Gut ]]> so", "Gut ]] so", "a &amp;amp; b", "&#38;&#x3c;&#60;", "&#0;", "&#xFFFE;",
    "&#x10FFFF;",
    "&#xD800;", "\u{FFFE}", "\u{FEFF}\u{FFFD}", "a\r\nb\rc", "a\tb\nc", "<![CDATA[<tu>]]>",
    "<!-- <tu> -->x", "<?pi <tu>?>x", "<ph x=\"1\"/>", "<ph x='1' >a</ph >",
    "<ph x=\"1\" x=\"2\"/>",
    "<ph x=\"a\tb\"/>", "<ph x=\"&amp;&#10;\"/>", "<ph y=\"1\"/>", "<b>fett</b>",
    "<ph><sub>a<it/></sub></ph>",
    "<hi>a<hi>b</hi></hi>", "<ph>a</it>", "<ph x = \"1\"/>", "<ph x=\"<\"/>", "<ph\u{B}/>",
    "\u{7F}\u{85}",
    "<hi xml:lang=\"de\">a</hi>", "&quot;&apos;&gt;&lt;", "&nbsp;", "& b", "]", "]]", "]]&gt;",
    "\u{1F600}",
  ]) func oddText(text: String) throws {
    for text in [text, text + "]]>"] {
      let unit =
        "<tu tuid=\"\(text.filter { $0 != "\"" })\"><tuv xml:lang=\"de\"><seg>\(text)</seg></tuv></tu>"
      let plain =
        "<tu><note>n</note><tuv xml:lang='en'><prop type=\"a\">b</prop><seg>Good</seg></tuv></tu>"
      Self.expectTheSame(
        Array("<tmx version=\"1.4\"><header/><body>\(plain)\(unit)\n\(plain)</body></tmx>".utf8))
      let property = "<tu><prop type=\"\(text)\">\(text)</prop><tuv xml:lang='de'><seg/></tuv></tu>"
      Self.expectTheSame(
        Array("<tmx version=\"1.4\"><header/><body>\(property)\(plain)</body></tmx>".utf8))
    }
  }

  private static func endsCharacterData(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.ranges(of: "<![CDATA[").last else { return true }
    return text[start.upperBound...].contains("]]>")
  }

  /// But for the parser's own words, which depend on how much it sees at once.
  @discardableResult private static func expectTheSame(
    _ bytes: [UInt8], chunk: Int = 1 << 20
  ) -> Bool {
    let found = [false, true].map { TMXReading(bytes, chunk: chunk, parsesAll: $0) }
    let said = found.map { reading in
      reading.remarks.map { remark in
        if case .malformedXML = remark.cause { return "\(remark.line): \(remark.outcome)" }
        return remark.description
      }
    }
    let errors = found.map { $0.error.map { "\($0.line)" } }
    let isSame = found[0].units == found[1].units
    #expect(isSame, "\(found[0].units.count) and \(found[1].units.count) units")
    #expect(said[0] == said[1])
    #expect(errors[0] == errors[1])
    return isSame && said[0] == said[1] && errors[0] == errors[1]
  }

  @Test func strayTextIsKept() throws {
    let text = """
      <tmx version="1.4"><header/><body>out
      <tu>one<tuv xml:lang="de">two<seg>Gut</seg></tuv></tu></body></tmx>
      """
    let reading = TMXReading(text.utf8)
    let unit = try #require(reading.units.first)
    #expect(unit.properties == [Property("x-text", "one")])
    #expect(unit.variants.first?.properties == [Property("x-text", "two")])
    let said = reading.remarks.filter { $0.cause == .strayText }.map(\.description)
    #expect(
      said == [
        "1: text outside of any segment (skipped)", "2: text outside of any segment (mended)",
        "2: text outside of any segment (mended)",
      ])
  }
}
