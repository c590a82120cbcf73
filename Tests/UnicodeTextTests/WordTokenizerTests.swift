import Testing
import UnicodeText

@Suite struct WordTokenizerTests {
  @Test(arguments: [
    ("Die U-Bahn fährt.", ["Die", "U", "-", "Bahn", "fährt", "."]),
    ("1,5 Mio. €", ["1,5", "Mio", ".", "€"]),
    ("", []),
    (" \u{00A0}\u{200B} ", []),
  ])
  func tokens(text: String, expected: [String]) throws {
    let tokens = try WordTokenizer().tokens(in: text)
    #expect(tokens.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("Straße", "strasse"), ("ÄRGER", "ärger"), ("ﬁnal", "final"), ("", ""),
    ("İ", "i\u{307}"),
  ])
  func caseFolding(given: String, expected: String) {
    #expect(Folding.caseFolded(given) == expected)
  }

  @Test func transliteratesCyrillic() throws {
    #expect(try Transliterator("Any-Latin; Latin-ASCII").transform("Шойгу") == "Sojgu")
  }
}
