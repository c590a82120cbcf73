import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct TMXRoundTripTests {
  @Test(
    arguments: ["valid", "roundtrip"].flatMap { folder in
      TMXFiles.names(in: folder).map { TMXFiles.path(folder, $0) }
    })
  func readingWhatWasWrittenGivesTheSame(path: String) throws {
    let first = TMXReading(path: path)
    #expect(first.error == nil)
    let second = TMXReading(try TMXFiles.written(first.units), policy: .strict)
    #expect(second.error == nil)
    #expect(second.units == first.units)
  }

  @Test func nothingOfAUnitIsLost() throws {
    let unit = try #require(TMXReading(path: TMXFiles.path("roundtrip", "everything")).units.first)
    #expect(
      unit.attributes.map(\.name) == ["tuid", "datatype", "usagecount", "creationdate", "segtype"])
    #expect(unit.notes == [Note("Two words & a half", language: LanguageTag("en"))])
    #expect(unit.properties == [Property("domain", "roads")])
    #expect(
      unit.link
        == TranslationUnit.Link(
          relation: .claim, strength: .partial, confidence: 0.875, status: .accepted,
          tool: "bitext 0.1.0"))
    let german = unit.variants[0]
    #expect(
      german.origin
        == Origin(
          document: "bericht.txt", sha256: "00ff", spans: [4..<20, 27..<50], segments: [0, 2]))
    #expect(german.properties == [Property("state", "done", language: LanguageTag("en"))])
    #expect(unit.variants[1].content.text == "  The bridge\n\twith space\r ")
    #expect(unit.variants[2].content == "")
  }

  /// Law: reading what was written gives the same units, and what was written is valid.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func writtenUnitsComeBack(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    let units = (0..<250).map { _ in random.unit() }
    let bytes = try TMXFiles.written(units)
    let reading = TMXReading(bytes, policy: .strict)
    #expect(reading.error == nil)
    #expect(reading.units.count == units.count)
    for (read, written) in zip(reading.units, units) where read != written {
      Issue.record("seed \(seed): \(written) came back as \(read)")
      break
    }
  }

  @Test(.enabled(if: TMXFiles.xmllint != nil, "needs xmllint"), arguments: [5, 6] as [UInt64])
  func whateverIsWrittenIsValid(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    random.isWild = true
    let units = (0..<250).map { _ in random.unit() }
    #expect(try TMXFiles.violations(try TMXFiles.written(units)) == "")
  }

  @Test(
    .enabled(if: TMXFiles.xmllint != nil, "needs xmllint"),
    arguments: [
      ("valid", TMXFiles.names(in: "valid")), ("invalid", TMXFiles.names(in: "invalid")),
      ("roundtrip", TMXFiles.names(in: "roundtrip")),
    ]) func filesAreWrittenValid(folder: String, names: [String]) throws
  {
    for name in names {
      let units = TMXReading(path: TMXFiles.path(folder, name)).units
      #expect(try TMXFiles.violations(try TMXFiles.written(units)) == "", "\(name)")
    }
  }

  /// Units that spoilt files gave, in every way of writing.
  @Test(.enabled(if: TMXFiles.xmllint != nil, "needs xmllint"), arguments: [1, 2])
  func unitsOfSpoiltFilesAreWrittenValid(level: Int) throws {
    let corpus = try ["valid", "invalid", "roundtrip"].flatMap { folder in
      try TMXFiles.names(in: folder).map { name in
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: TMXFiles.path(folder, name))))
      }
    }
    let units = (0..<400 as Range<UInt64>).flatMap { seed in
      var mutator = Mutator(seed: seed)
      return TMXReading(mutator.spoilt(corpus)).units
    }
    #expect(units.count > 400)
    let codes = try [#require(LanguageTag("de")): "DE_<\u{1}\"&"]
    let bytes = try TMXFiles.written(units, level: level, codes: codes)
    #expect(try TMXFiles.violations(bytes) == "")
  }

  @Test func levelOneIsTextAlone() throws {
    let unit = try #require(TMXReading(path: TMXFiles.path("valid", "codes")).units.first)
    let back = TMXReading(try TMXFiles.written([unit], level: 1), policy: .strict).units
    #expect(back.first?.variants.map(\.content.hasCodes).contains(true) == false)
    #expect(
      back.first?.variants.map(\.content.text) == unit.variants.map(\.content.text))
  }

  @Test func charactersThatXMLLacksAreMendedVisibly() throws {
    let unit = TranslationUnit(variants: [
      Variant(language: try #require(LanguageTag("de")), content: "a\u{0}b\u{1F}c\u{FFFF}d\u{7F}")
    ])
    let reading = TMXReading(try TMXFiles.written([unit]), policy: .strict)
    #expect(reading.units.first?.variants[0].content == "a\u{2400}b\u{241F}c\u{FFFD}d\u{7F}")
  }

  @Test func fileIsTheSameEveryTime() throws {
    let unit = TranslationUnit(variants: [
      Variant(language: try #require(LanguageTag("de")), content: "Die Brücke")
    ])
    #expect(
      String(decoding: try TMXFiles.written([unit]), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4">
        <header creationtool="bitext" creationtoolversion="0" segtype="sentence" o-tmf="bitext" \
        adminlang="en" srclang="*all*" datatype="plaintext">
        </header>
        <body>
        <tu>
        <tuv xml:lang="de">
        <seg>Die Brücke</seg>
        </tuv>
        </tu>
        </body>
        </tmx>

        """)
  }
}
