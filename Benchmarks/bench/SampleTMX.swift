internal import BitextToolkit
internal import Foundation

/// A memory such as agencies exchange, made up of a list of words: the same bytes on every machine.
enum SampleTMX {
  private static let english = """
    the report says that ships have left port since Monday and officials of both countries expect an \
    answer by Friday more than 300 people were on board according to ministry
    """.split(separator: " ").map(String.init)
  private static let german = """
    der Bericht sagt dass Schiffe seit Montag den Hafen verlassen haben und Behörden beider Länder \
    erwarten eine Antwort bis Freitag mehr als 300 Menschen waren laut Ministerium an Bord
    """.split(separator: " ").map(String.init)

  /// Writes units of two languages with 5 to 25 words a side; each has a number and a date, one in
  /// four properties and a note, one in eight a pair of inline codes.
  static func write(to path: String, megabytes: Int) throws {
    guard let en = LanguageTag("en"), let de = LanguageTag("de") else { return }
    var (random, count, number) = (Dice(state: 1), 0, 0)
    let output = try OutputFile(path)
    let handle = try output.open()
    var writer = try TMX.Writer(options: .init(toolVersion: "bench", sourceLanguage: en)) { bytes in
      count += bytes.count
      try handle.write(contentsOf: Data(bytes))
    }
    while count < megabytes * 1_000_000 {
      var unit = TranslationUnit(variants: [
        Variant(language: en, content: content(english, &random)),
        Variant(language: de, content: content(german, &random)),
      ])
      unit.attributes = [
        Attribute("tuid", String(number)), Attribute("creationdate", "20260101T000000Z"),
      ]
      if random.roll(4) == 0 {
        unit.properties = [Property("domain", "news"), Property("x-client", "none & all")]
        unit.notes = [Note("Checked twice")]
      }
      try writer.write(unit)
      number += 1
    }
    try writer.finish()
    try output.commit()
  }

  private static func content(_ words: [String], _ random: inout Dice) -> SegmentContent {
    let picked = (0..<5 + random.roll(21)).map { _ in words[random.roll(words.count)] }
    let text = picked.joined(separator: " ")
    guard random.roll(8) == 0 else { return SegmentContent(text + ".") }
    let code = { (kind: InlineCode.Kind, tag: String) in
      SegmentContent.Part.code(
        InlineCode(kind, attributes: [Attribute("i", "1")], content: SegmentContent(tag)))
    }
    return SegmentContent([
      .text("See "), code(.begin, "<b>"), .text(text), code(.end, "</b>"), .text("."),
    ])
  }

  /// A linear congruential generator (Knuth's MMIX constants).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }
}
