import BitextModel
import Segmentation
import TestSupport
import Testing

/// What holds for any text at all.
@Suite struct TilingTests {
  /// Pieces that texts are made of: what rules look for, and what they may trip over.
  private static let pieces: [String] = [
    ".", "!", "?", "…", "...", ". ", "! ", "\n", "\r\n", "\u{2028}", "\u{85}", " ", "\u{A0}", "\t",
    "\u{200B}", "\u{FEFF}", "\u{200D}", "Dr.", "z. B.", "U.S.", "12.", "1)", "a.", "•", "–", "(",
    ")",
    "[", "]", "[12]", "“", "”", "„", "»", "«", "'", "\"", "’s", "Er", "she", "Haus", "ließ", "Ö",
    "é",
    "e\u{301}", "\u{301}\u{308}", "א", "שלום.", "مرحبا؟", "世界。", "こんにちは", "👩‍👩‍👧‍👦", "🇩🇪", "\u{E000}",
    "\u{FFFD}", "\u{10FFFF}", "\0", "www.a.b/C.d", "a@b.cd", "#x", "|", "Quelle: x",
    "Home | News | More",
    "by Anna", "3.5.2020", "¹", "*", ":", ";", ",",
  ]

  @Test(arguments: ["de", "en", "fr", "ja", "und"], [0 as UInt64, 1, 2, 3])
  func segmentsTileRandomText(language: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<150 {
      let count = Int.random(in: 0...60, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined()
      for profile in Segmenter.Profile.allCases {
        for wrapped in [false, true] {
          let segmenter = Segmenter(language: try .of(language), profile: profile, wrapped: wrapped)
          // `Document` refuses segments that do not tile the text.
          let document = try segmenter.document(text: text)
          let again = try segmenter.document(text: text)
          #expect(document == again, "seed \(seed), round \(round)")
          #expect(document.segments.isEmpty == text.isEmpty)
        }
      }
    }
  }

  @Test func segmentsTileRandomBytesMadeValid() throws {
    var generator = SeededGenerator(seed: 7)
    let segmenter = Segmenter(language: try .of("de"))
    for _ in 0..<200 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(try segmenter.document(text: text).text == text)
    }
  }

  @Test func aLongRunWithoutASpaceIsOneSegment() throws {
    let text = String(repeating: "Donaudampfschiff", count: 100_000)
    let document = try Segmenter(language: try .of("de")).document(text: text)
    #expect(document.segments.count == 1)
  }

  @Test(arguments: ["a.B", "(a.", "1.", "”.“", "z."])
  func aLongRunOfTrapsTakesNoQuadraticTime(trap: String) throws {
    let text = String(repeating: trap, count: 3000)
    let document = try Segmenter(language: try .of("en")).document(text: text)
    #expect(document.segments.last?.range.upperBound == text.utf8.count)
  }

  @Test func anEmptyTextHasNoSegments() throws {
    #expect(try Segmenter(language: try .of("de")).document(text: "").segments == [])
  }

  @Test(arguments: [" ", "\n", " \n\t\r\n\u{A0}", "\u{FEFF}"])
  func whiteSpaceAloneIsOneBlankSegment(text: String) throws {
    let document = try Segmenter(language: try .of("de")).document(text: text)
    #expect(
      document.segments == [
        Segment(range: 0..<text.utf8.count, kind: .boilerplate, paragraph: 0, reason: "blank")
      ])
  }

  @Test func whiteSpaceBelongsToTheSegmentBefore() throws {
    let document = try Segmenter(language: try .of("en")).document(text: "  One.  \n Two. ")
    #expect(document.segments.map(\.range) == [0..<10, 10..<15])
    #expect(document.segments.map(\.paragraph) == [0, 1])
  }
}
