import BitextModel
import Testing
import TranslationMemory

@Suite struct SubsegmentTests {
  private func lookup(_ texts: [String]) throws -> InMemoryStore {
    let tags = try ["de", "en"].map { try #require(LanguageTag($0)) }
    return try InMemoryStore(
      texts.map { text in
        TranslationUnit(variants: [
          Variant(language: tags[0], content: SegmentContent(text)),
          Variant(language: tags[1], content: SegmentContent("(\(text))")),
        ])
      })
  }

  private func parts(_ query: String, in texts: [String]) throws -> [SubsegmentMatch] {
    try SubsegmentLookup(lookup(texts)).matches(
      for: LookupQuery(query), from: try #require(LanguageTag("de")), to: nil)
  }

  /// The longest runs of three words and more, none within another.
  @Test func theLongestPartsAreFound() throws {
    let texts = [
      "der Rat tagt am Montag", "am Montag in Berlin und in Wien", "Berlin und Wien",
      "ein Rat tagt nie",
    ]
    let found = try parts("Heute tagt der Rat: der Rat tagt am Montag in Berlin!", in: texts)
    #expect(found.map(\.text) == ["der Rat tagt am Montag", "am Montag in Berlin"])
    #expect(found.map(\.wordCount) == [5, 4])
    // “Heute tagt der Rat: ” is 20 bytes, “der Rat tagt am Montag” 22.
    #expect(found.map(\.range) == [20..<42, 33..<52])
    #expect(found.map { $0.hits.map(\.unit.rawValue) } == [[1], [2]])
  }

  /// What is nothing else comes first, then the shorter text.
  @Test func shortTextsComeFirst() throws {
    let texts = ["a b c d e f g", "x a b c", "a b c"]
    let found = try parts("q a b c q", in: texts)
    #expect(found.map { $0.hits.map(\.unit.rawValue) } == [[3, 2]])
  }

  @Test func twoWordsAreTooFew() throws {
    #expect(try parts("der Rat schweigt", in: ["der Rat tagt"]).isEmpty)
    #expect(try parts("", in: ["der Rat tagt"]).isEmpty)
  }
}
