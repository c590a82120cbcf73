import BitextModel
import TestSupport
import Testing
import TranslationMemory

/// Documents counted against a memory: every expected count was made by hand.
@Suite struct LeverageTests {
  private static let memory = [
    ("Der Kongress muss endlich die Mittel freigeben.", "Congress must finally release the funds."),
    ("Die Rakete flog 300 km weit.", "The rocket flew 300 km."),
    ("Ja.", "Yes."),
  ]

  private static let first = [
    "Ja.",  // 100
    "Die Rakete flog 400 km weit.",  // 98, less 2 for numbers: 96
    "Der Kongress muss die Mittel freigeben.",  // 6 of 7 words: 85
    "Etwas ganz anderes steht hier.",  // none
    "Ja.",  // 100 again
    "Etwas ganz anderes steht hier.",  // a repetition
  ]
  private static let second = ["Etwas ganz anderes steht hier.", "Ja."]

  private func unit(
    _ source: String, _ target: String, _ properties: [Property] = []
  ) throws -> TranslationUnit {
    TranslationUnit(
      variants: [
        Variant(language: try #require(LanguageTag("de")), content: SegmentContent(source)),
        Variant(language: try #require(LanguageTag("en")), content: SegmentContent(target)),
      ], properties: properties)
  }

  private func document(_ lines: [String], _ kind: Segment.Kind = .sentence) throws -> Document {
    var start = 0
    let segments = lines.map { line in
      defer { start += line.utf8.count + 1 }
      return Segment(range: start..<start + line.utf8.count + 1, kind: kind, paragraph: 0)
    }
    return try Document(
      language: try #require(LanguageTag("de")), text: lines.map { $0 + "\n" }.joined(),
      segments: segments)
  }

  private func leverage(
    _ documents: [Document], units: [TranslationUnit], repetitionsFirst: Bool = false
  ) throws -> Leverage {
    let lookup = try FuzzyLookup(InMemoryStore(units))
    let german = try #require(LanguageTag("de"))
    var leverage = Leverage(ranksRepetitionsFirst: repetitionsFirst)
    for document in documents {
      try leverage.count(document, name: "a") {
        try lookup.matches(
          for: $0, from: german, to: nil, minimum: LeverageBand.floor, limit: 1
        ).first?.match
      }
    }
    return leverage
  }

  private var units: [TranslationUnit] {
    get throws { try Self.memory.map { try unit($0, $1) } }
  }

  @Test func everySegmentIsInOneBand() throws {
    let found = try leverage([document(Self.first), document(Self.second)], units: units)
    let words = found.files.map { file in
      file.bands.mapValues { [$0.segments, $0.words, $0.characters, $0.charactersWithoutSpaces] }
    }
    #expect(
      words == [
        [
          .exact: [2, 2, 6, 6], .from95: [1, 6, 28, 23], .from85: [1, 6, 39, 34],
          .none: [1, 5, 30, 26], .repetition: [1, 5, 30, 26],
        ],
        [.crossFileRepetition: [1, 5, 30, 26], .exact: [1, 1, 3, 3]],
      ])
    #expect(found.files.map(\.unique.segments) == [4, 0])
    #expect(found.total.total.words == 30)
    #expect(found.total[.exact].segments == 3)
  }

  @Test func repetitionsMayComeFirst() throws {
    let found = try leverage(
      [document(Self.first), document(Self.second)], units: units, repetitionsFirst: true)
    #expect(found.files.map { $0[.exact].segments } == [1, 0])
    #expect(found.files.map { $0[.repetition].segments } == [2, 0])
    #expect(found.files.map { $0[.crossFileRepetition].segments } == [0, 2])
  }

  /// Neighbours make a context match; a penalty takes it to 100, which is no context any more.
  @Test func contextComesFromTheNeighbours() throws {
    let context = [Property("x-context-pre", "Kommst du?"), Property("x-context-post", "Gut.")]
    let known = try unit("Ja.", "Yes.", context)
    let lines = ["Kommst du?", "Ja.", "Gut.", "Ja."]
    let found = try leverage([document(lines)], units: [known])
    #expect(found.total[.context].segments == 1)
    // Its second place is a repetition and a match of 100, which is better.
    #expect(found.total[.exact].segments == 1)
    var unreviewed = known
    unreviewed.link = .init(
      relation: .translation, strength: .full, confidence: 0.9, status: .proposed, tool: nil)
    let less = try leverage([document(lines)], units: [unreviewed])
    #expect(less.total[.context].segments == 0)
    #expect([less.total[.exact].segments, less.total[.repetition].segments] == [1, 1])
  }

  @Test func furnitureIsCountedApart() throws {
    let found = try leverage([document(["Ja."], .boilerplate)], units: units)
    #expect(found.total.total.segments == 0)
    #expect(found.total.excluded.words == 1)
  }

  @Test func weightsMakePayableWords() throws {
    var weights = LeverageWeights()
    #expect(!weights.areSet)
    weights[.exact] = 0
    weights[.from95] = 50
    weights[.repetition] = 10
    let found = try leverage([document(Self.first)], units: units)
    // 2 · 0 + 6 · ½ + 6 + 5 + 5 · ⅒.
    #expect(weights.payableWords(found.total.bands) == 14.5)
  }
}
