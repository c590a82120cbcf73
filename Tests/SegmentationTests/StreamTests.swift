import BitextModel
import Segmentation
import TestSupport
import Testing

/// A text gives the same segments at once and in pieces.
@Suite struct StreamTests {
  private static let pieces: [String] = [
    "Er kam. ", "Sie ging! ", "am 12. Mai ", "z. B. ", "Dr. Haus ", "„Nein!“, sagte er. ", "\n",
    "\n\n",
    "\r\n", "  ", "Quelle: x\n", "Mehr zum Thema\n", "Überschrift ohne Punkt\n", "1) eins 2) zwei ",
    "世界。こんにちは。", "👩‍👩‍👧‍👦", "é", "e\u{301}", "שלום. ", "(offen ", ") zu. ", "www.a.de/B.c ",
    "Welt.Heute ", "lang", "… ", "[12] ", "\u{2028}",
    "ein ganzer Satz, der etwas länger ist, damit er zählt. ",
  ]

  private func pieces(
    of text: String, _ segmenter: Segmenter, sizes: () -> Int
  ) throws -> [Segment] {
    var stream = SegmentStream(segmenter)
    var (found, whole): ([Segment], String) = ([], "")
    let keep = { (segment: Segment, text: String) in
      found.append(segment)
      whole += text
    }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = sizes()
      try stream.append(rest.prefix(count), keep)
      rest = rest.dropFirst(count)
    }
    try stream.finish(keep)
    #expect(whole == text)
    return found
  }

  @Test(arguments: ["de", "en", "zh"], [false, true])
  func shortLinesInPieces(language: String, wrapped: Bool) throws {
    var generator = SeededGenerator(seed: 11)
    let segmenter = Segmenter(language: try .of(language), wrapped: wrapped)
    let text = (0..<60_000).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    let expected = try segmenter.document(text: text).segments
    let found = try pieces(of: text, segmenter) {
      Int.random(in: 1...300_000, using: &generator)
    }
    #expect(found == expected)
  }

  @Test(arguments: [false, true])
  func oneEndlessLineInPieces(wrapped: Bool) throws {
    var generator = SeededGenerator(seed: 12)
    let segmenter = Segmenter(language: try .of("de"), wrapped: wrapped)
    let inline = Self.pieces.filter { !$0.contains { $0.isNewline } }
    let text = (0..<150_000).map { _ in inline.randomElement(using: &generator) ?? "" }.joined()
    let expected = try segmenter.document(text: text).segments
    #expect(expected.count > 10_000)
    let found = try pieces(of: text, segmenter) { 1 << 16 }
    #expect(found == expected)
  }

  @Test func headingsAndProseFarFromTheStart() throws {
    let segmenter = Segmenter(language: try .of("en"))
    // No running text in the first MiB: the lines are a list.
    let list = String(repeating: "home\nThe Harbour\n", count: 80_000)
    let text = list + "The river rose overnight by two metres and broke its banks at last.\nhome\n"
    let expected = try segmenter.document(text: text).segments
    #expect(expected.allSatisfy { $0.reason != "menu" })
    #expect(try pieces(of: text, segmenter) { 77_777 } == expected)
  }

  @Test func aTextWithoutAnyEndIsCut() throws {
    let segmenter = Segmenter(language: try .of("de"))
    let text = String(repeating: "ä", count: 9 << 20)
    let expected = try segmenter.document(text: text).segments
    #expect(expected.map(\.range) == [0..<1 << 24, 1 << 24..<18 << 20])
    #expect(try pieces(of: text, segmenter) { 3 << 20 } == expected)
  }

  @Test func tenMegabytesWithoutASpaceAreOneSegment() throws {
    let text = String(repeating: "Donaudampfschiff", count: 650_000)
    let segmenter = Segmenter(language: try .of("de"))
    #expect(try segmenter.document(text: text).segments.count == 1)
    #expect(try pieces(of: text, segmenter) { 1 << 18 }.count == 1)
  }

  @Test func anEmptyTextHasNoSegments() throws {
    #expect(try pieces(of: "", Segmenter(language: .of("de"))) { 1 } == [])
  }
}
