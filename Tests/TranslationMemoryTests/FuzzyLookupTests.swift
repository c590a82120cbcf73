import BitextModel
import TestSupport
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct FuzzyLookupTests {
  private let german = LanguageTag("de")
  private let english = LanguageTag("en")

  @Test(arguments: 1...4)
  func findsWhatBruteForceFinds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let units = RandomMemory.units(count: 150, using: &generator)
    let store = try InMemoryStore(units)
    let lookup = try FuzzyLookup(store)
    let (german, english) = (try #require(german), try #require(english))
    for _ in 0..<20 {
      let query = RandomMemory.query(like: units, using: &generator)
      for minimum in [50, 70, 90] {
        let found = try lookup.matches(
          for: LookupQuery(query), from: german, to: english, minimum: minimum, limit: .max)
        let expected = try bruteForce(query, units, from: german, minimum: minimum)
        let pairs = found.map { [Int($0.match.unit.rawValue), $0.match.similarity] }
        #expect(Set(pairs) == Set(expected), "“\(query)”, seed \(seed)")
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.match.score >= $1.match.score })
        let best = try lookup.matches(
          for: LookupQuery(query), from: german, to: english, minimum: minimum, limit: 3)
        #expect(best == Array(found.prefix(3)))
      }
    }
  }

  /// Every unit compared, nothing left out.
  private func bruteForce(
    _ query: String, _ units: [TranslationUnit], from language: LanguageTag, minimum: Int
  ) throws -> [[Int]] {
    let tokenizer = try WordTokenizer()
    let text = try ComparedText(SegmentContent(query), tokenizer: tokenizer)
    return try units.enumerated().flatMap { index, unit in
      try unit.variants.filter { language.matches($0.language) }.compactMap { variant in
        let other = try ComparedText(variant.content, tokenizer: tokenizer)
        let percent = ReferenceSimilarity.percent(text, other)
        return percent >= minimum ? [index + 1, percent] : nil
      }
    }
  }

  @Test func contextIsAHundredAndOne() throws {
    let unit = TranslationUnit(
      variants: try pair("Ja.", "Yes."),
      properties: [Property("x-context-pre", "Kommst du?"), Property("x-context-post", "Gut.")])
    let lookup = try FuzzyLookup(InMemoryStore([unit]))
    for (previous, next, kind, score) in [
      ("Kommst du?", "Gut.", Match.Kind.context, 101), ("Kommst du?", nil, .context, 101),
      ("Gehst du?", "Gut.", .exact, 100), (nil, nil, .exact, 100),
    ] as [(String?, String?, Match.Kind, Int)] {
      let query = LookupQuery("Ja.", previous: previous, next: next)
      let found = try lookup.matches(
        for: query, from: try #require(german), to: english)
      #expect(found.map(\.match.kind) == [kind])
      #expect(found.map(\.match.score) == [score])
      #expect(found.map(\.match.similarity) == [100])
    }
  }

  /// 100 less the penalties that apply, each by its name.
  @Test(arguments: [
    (Bead.Relation.translation, Bead.Strength.full, Bead.Status.accepted, "de", [String](), 100),
    (.translation, .full, .proposed, "de-DE", ["unreviewed"], 99),
    (.claim, .full, .proposed, "de", ["claim", "unreviewed"], 94),
    (.claim, .partial, .accepted, "de", ["claim", "partial"], 90),
    (.translation, .full, .accepted, "de-AT", ["foreign variant de-AT"], 99),
  ])
  func penaltiesAreNamed(
    relation: Bead.Relation, strength: Bead.Strength, status: Bead.Status, language: String,
    names: [String], score: Int
  ) throws {
    let link = TranslationUnit.Link(
      relation: relation, strength: strength, confidence: 0.9, status: status, tool: nil)
    let unit = TranslationUnit(
      variants: try pair("Das Haus ist alt.", "The house is old.", language), link: link)
    let found = try FuzzyLookup(InMemoryStore([unit])).matches(
      for: LookupQuery("Das Haus ist alt."), from: try #require(german), to: english)
    #expect(found.map { $0.match.penalties.map(\.name) } == [names])
    #expect(found.map(\.match.score) == [score])
  }

  @Test func otherNumbersAreAPenalty() throws {
    let unit = TranslationUnit(variants: try pair("Seite 3 von 5", "page 3 of 5"))
    let found = try FuzzyLookup(InMemoryStore([unit])).matches(
      for: LookupQuery("Seite 4 von 5"), from: try #require(german), to: english)
    // 99, less 1 for numbers that differ: 98; less the penalty of 2.
    #expect(found.map(\.match.similarity) == [98])
    #expect(found.map(\.match.penalties) == [[Penalty("numbers", points: 2)]])
    #expect(found.map(\.match.score) == [96])
  }

  @Test func everyTranslationOfASourceIsShownNewestFirst() throws {
    let units = try ["Yes.", "Indeed.", "Yep."].map {
      TranslationUnit(variants: try pair("Ja.", $0))
    }
    let found = try FuzzyLookup(InMemoryStore(units)).matches(
      for: LookupQuery("Ja."), from: try #require(german), to: english)
    #expect(found.map(\.target.content.text) == ["Yep.", "Indeed.", "Yes."])
  }

  @Test func lettersBreakTies() throws {
    let units = try ["Das Haus", "Das Boot"].map {
      TranslationUnit(variants: try pair("\($0) ist alt", "it is old \($0)"))
    }
    // One word of four differs in both: 75. “Hauz” is nearer to “Haus”, though the other is newer.
    let found = try FuzzyLookup(InMemoryStore(units)).matches(
      for: LookupQuery("Das Hauz ist alt"), from: try #require(german), to: english)
    #expect(found.map(\.match.similarity) == [75, 75])
    #expect(found.first?.source.content.text == "Das Haus ist alt")
  }

  @Test func bothDirections() throws {
    let store = try InMemoryStore([TranslationUnit(variants: try pair("Ja.", "Yes."))])
    let lookup = try FuzzyLookup(store)
    let (german, english) = (try #require(german), try #require(english))
    let there = try lookup.matches(for: LookupQuery("Ja."), from: german, to: english)
    let back = try lookup.matches(for: LookupQuery("Yes."), from: english, to: german)
    #expect(there.map(\.target.content.text) == ["Yes."])
    #expect(back.map(\.target.content.text) == ["Ja."])
    #expect(try lookup.matches(for: LookupQuery(""), from: german, to: english).isEmpty)
  }

  private func pair(_ de: String, _ en: String, _ tag: String = "de") throws -> [Variant] {
    [
      Variant(language: try #require(LanguageTag(tag)), content: SegmentContent(de)),
      Variant(language: try #require(english), content: SegmentContent(en)),
    ]
  }
}

/// The score as docs/lookup.md states it, with the plain table and nothing else of the package's.
enum ReferenceSimilarity {
  static func percent(_ a: ComparedText, _ b: ComparedText) -> Int {
    if a.content == b.content { return 100 }
    if a.words.isEmpty && b.words.isEmpty && a.text != b.text { return 0 }
    let mask = { (text: ComparedText) in
      zip(text.words, text.wordTokens).map { $1.kind == .number ? "#" : $0 }
    }
    // How many points the four ways take is TextSimilarityTests' business.
    if mask(a) == mask(b) { return TextSimilarity.percent(a, b) }
    let distance = ReferenceWordDistance.distance(a.words, b.words)
    let longer = max(a.words.count, b.words.count)
    return 100 * (longer - distance) / longer
  }
}
