import Testing
import UnicodeText

@Suite struct DisplayWidthTests {
  // Widths as a terminal shows them: UAX #11 and UTS #51, not this code.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Straße", 6), ("a\u{301}", 1), ("日本", 4), ("Ａ", 2), ("ﾊ", 1),
    ("한국", 4), ("👍🏽", 2), ("🇩🇪", 2), ("☎", 1), ("☎\u{FE0F}", 2), ("a\u{200B}b", 2), ("\u{7}", 0),
    ("…–“„", 4), ("हिन्दी", 2),
  ])
  func columns(text: String, expected: Int) {
    #expect(text.displayWidth == expected)
  }
}
