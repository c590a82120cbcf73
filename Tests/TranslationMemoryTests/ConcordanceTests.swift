import BitextModel
import Testing
import TranslationMemory
import UnicodeText

@Suite struct ConcordanceTests {
  /// UTF-8 ranges counted by hand; ü and ß take two bytes.
  @Test(arguments: [
    ("Rakete", "Die Rakete flog.", [4..<10]), ("rakete", "RAKETE, Rakete!", [0..<6, 8..<14]),
    ("Rakete*", "Raketen und Raketenstarts", [0..<7, 12..<25]), ("Rakete", "Raketen", []),
    ("für die", "Geld für, die Armee für die Ukraine", [5..<14, 21..<29]),
    ("straße", "Die STRASSE", [4..<11]), ("a a", "a a a", [0..<3]),
    ("2023", "Im Mai 2023.", [7..<11]),
    ("U-Bahn*", "Die U-Bahnen", [4..<12]),
  ])
  func ranges(phrase: String, text: String, expected: [Range<Int>]) throws {
    let tokenizer = try WordTokenizer()
    let phrase = try #require(try Phrase(phrase, tokenizer: tokenizer))
    let text = try ComparedText(SegmentContent(text), tokenizer: tokenizer)
    #expect(phrase.ranges(in: text) == expected)
  }

  @Test(arguments: ["", "  ", "*", "…!"])
  func aPhraseHasWords(text: String) throws {
    #expect(try Phrase(text, tokenizer: try WordTokenizer()) == nil)
  }

  @Test func hitsComeWithTheOtherSide() throws {
    let (de, en) = (try #require(LanguageTag("de")), try #require(LanguageTag("en")))
    let store = try InMemoryStore(
      [("Die Armee.", "The army."), ("Kein Treffer", "die hard"), ("die Stadt", "the city")].map {
        TranslationUnit(variants: [
          Variant(language: de, content: SegmentContent($0.0)),
          Variant(language: en, content: SegmentContent($0.1)),
        ])
      })
    let phrase = try #require(try Phrase("die", tokenizer: try WordTokenizer()))
    let concordance = try Concordance(store)
    let german = try concordance.hits(phrase, in: de)
    #expect(german.map(\.unit.rawValue) == [1, 3])
    #expect(german.map { $0.counterparts.map(\.content.text) } == [["The army."], ["the city"]])
    let all = try concordance.hits(phrase, in: nil)
    #expect(all.map(\.variant) == [0, 1, 0])
    #expect(try concordance.hits(phrase, in: nil, limit: 2).count == 2)
  }

  /// More words than a segment has short numbers for: a phrase is found where its words follow one
  /// another, and nowhere else.
  @Test func findsRareWordsAmongMany() throws {
    let (de, en) = (try #require(LanguageTag("de")), try #require(LanguageTag("en")))
    let texts = (0..<8000).map { text in
      (0..<8).map { "w\(text * 8 + $0)x" }.joined(separator: " ")
    }
    let store = try InMemoryStore(
      texts.map { text in
        TranslationUnit(variants: [
          Variant(language: de, content: SegmentContent(text)),
          Variant(language: en, content: SegmentContent("the same")),
        ])
      })
    let tokenizer = try WordTokenizer()
    for text in stride(from: 0, to: 8000, by: 37) {
      for (words, expected) in [
        ([2, 3, 4], [text + 1]), ([4, 3], []), ([2, 4], []), ([7, 8], []),
      ] {
        let wanted = words.map { "w\(text * 8 + $0)x" }.joined(separator: " ")
        let phrase = try #require(try Phrase(wanted, tokenizer: tokenizer))
        var found: [Int] = []
        store.forEachVariant(containing: phrase, in: de) { place in
          found.append(Int(place.unit.rawValue))
          return true
        }
        #expect(found == expected, "\(wanted)")
      }
    }
  }
}
