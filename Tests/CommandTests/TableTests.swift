import TestSupport
import Testing
import UnicodeText

@testable import bitext

@Suite struct TableTests {
  @Test func textsStandSideBySide() {
    var table = Table([.figures("link"), .text("de"), .text("en"), .fitting("how sure")])
    table.append([
      "1", "Der Rat hat am Montag entschieden.", "The council decided on Monday evening.", "0.93",
    ])
    table.append(["10", "Ja.", "Yes.", "1"])
    // 54 columns less 3 gaps of 2 and the fitting columns' 4 and 8 leave 18 for either text.
    #expect(
      table.lines(width: 54, isStyled: false) == [
        "link  de                  en                  how sure",
        "────  ──────────────────  ──────────────────  ────────",
        "   1  Der Rat hat am      The council         0.93",
        "      Montag              decided on Monday",
        "      entschieden.        evening.",
        "  10  Ja.                 Yes.                1",
      ])
  }

  @Test func shortTextsLeaveTheirShareToLongOnes() {
    var table = Table([.text("a"), .text("b")], isSpaced: true)
    table.append(["one", "a longer text of several words"])
    table.append(["two", "short"])
    #expect(
      table.lines(width: 24, isStyled: false) == [
        "a    b",
        "───  ───────────────────",
        "one  a longer text of",
        "     several words",
        "",
        "two  short",
      ])
  }

  @Test func stylesAndControlCharactersNeverMix() {
    var table = Table([.fitting("")])
    table.append([Table.Cell("a\u{1B}[2Jb", style: .dim)])
    #expect(table.lines(width: 80, isStyled: false) == ["a\u{FFFD}[2Jb"])
    #expect(table.lines(width: 80, isStyled: true) == ["\u{1B}[2ma\u{FFFD}[2Jb\u{1B}[0m"])
  }

  @Test(arguments: [
    ("", 10, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 100, ["one two three"]),
    ("  one \n two\u{A0}", 20, ["one two"]),
    ("Donaudampfschiff fährt", 10, ["Donaudampf", "schiff", "fährt"]),
    ("日本語の文章", 5, ["日本", "語の", "文章"]),
    ("am 日本語", 6, ["am 日", "本語"]),
  ])
  func wraps(text: String, width: Int, expected: [String]) {
    #expect(TextWrapping.lines(of: text, width: width) == expected)
  }

  @Test(arguments: [
    ("short", 5, "short"), ("too long", 5, "too …"), ("日本語", 5, "日本…"), ("a\nb", 9, "a b"),
  ])
  func truncates(text: String, width: Int, expected: String) {
    #expect(TextWrapping.truncated(text, width: width) == expected)
  }

  @Test func wrappingLosesNothingAndKeepsTheWidth() {
    var random = SeededGenerator(seed: 20)
    let alphabet: [Character] = ["a", "b", "ß", "日", "e\u{301}", " ", " ", "👍🏽", "-"]
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
      let width = Int.random(in: 2...30, using: &random)
      let lines = TextWrapping.lines(of: text, width: width)
      #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(text.debugDescription) at \(width)")
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
