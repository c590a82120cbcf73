import BitextModel
import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct TextSimilarityTests {
  /// Expected values worked out by hand; words are counted without punctuation.
  @Test(arguments: [
    // The same text; é composed and decomposed is the same text.
    ("Close the door.", "Close the door.", 100), ("été", "e\u{301}te\u{301}", 100),
    // Only white space differs: 99. One way in which they differ: 98. Case and punctuation: 97.
    ("Close the door.", "Close  the door.", 99), ("Close the door.", "close the door.", 98),
    ("Close the door.", "Close the door!", 98), ("Close the door.", "close the door", 97),
    // Numbers only: 98; numbers, case and punctuation: 96.
    ("Page 3 of 5", "Page 4 of 5", 98), ("Page 3 of 5.", "page 4 of 50", 96), ("7", "8", 98),
    // Straße folds to strasse: the same word in another spelling.
    ("STRASSE", "Straße", 98),
    // 7 words against 6, one inserted: ⌊100 · 6 / 7⌋ = ⌊85.71⌋.
    (
      "Der Kongress muss endlich die Mittel freigeben.", "Der Kongress muss die Mittel freigeben.",
      85
    ),
    // 3 words, one replaced: ⌊100 · 2 / 3⌋. A number counts as a word where a word differs too: 1 of 4.
    ("Close the door.", "Close the window.", 66), ("Page 3 of 5", "Page 4 in 6", 25),
    // 200 words, one replaced, is not rounded up: ⌊99.5⌋.
    (
      Array(repeating: "a", count: 200).joined(separator: " "),
      Array(repeating: "a", count: 199).joined(separator: " ") + " b", 99
    ),
    // Nothing in common; no words at all.
    ("Close the door.", "Völlig anders", 0), ("…", "!!!", 0), ("…", "…", 100), ("a", "", 0),
  ])
  func table(a: String, b: String, expected: Int) throws {
    let tokenizer = try WordTokenizer()
    let a = try ComparedText(SegmentContent(a), tokenizer: tokenizer)
    let b = try ComparedText(SegmentContent(b), tokenizer: tokenizer)
    #expect(TextSimilarity.percent(a, b) == expected)
    #expect(TextSimilarity.percent(b, a) == expected)
  }

  @Test func codesAloneTakeOnePoint() throws {
    let tokenizer = try WordTokenizer()
    let coded = SegmentContent([.text("Close"), .code(InlineCode(.placeholder, content: "<b>"))])
    let plain = try ComparedText("Close", tokenizer: tokenizer)
    #expect(TextSimilarity.percent(plain, try ComparedText(coded, tokenizer: tokenizer)) == 98)
  }

  @Test(arguments: 1...6)
  func isSymmetricAndBounded(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tokenizer = try WordTokenizer()
    let texts = try RandomMemory.units(count: 20, using: &generator).flatMap(\.variants).map {
      try ComparedText($0.content, tokenizer: tokenizer)
    }
    for a in texts {
      #expect(TextSimilarity.percent(a, a) == 100)
      for b in texts {
        let percent = TextSimilarity.percent(a, b)
        #expect(percent == TextSimilarity.percent(b, a))
        #expect((0...100).contains(percent))
        #expect((percent == 100) == (a.content == b.content))
        #expect(a.words != b.words || a.words.isEmpty || percent >= 95)
      }
    }
  }
}
