import BilingualLexicon
import BitextModel
import Testing

@testable import SentenceAlignment

/// A translation whose words no lexicon knows, beside an encoder that knows what they mean.
@Suite struct EncodedTranslationTests {
  /// Six things that both texts tell; equal numbers mean the same.
  private static let german = [
    "Der Wärter steigt langsam hinauf", "Unten schlägt dumpf eine Tür", "Ein Segel zieht vorbei",
    "Gegen Abend dreht der Wind", "Niemand antwortet dem Rufen", "Morgen kommt endlich Post",
  ]
  private static let english = [
    "Slowly our keeper climbs up", "Below us some door slams shut", "One sail goes gliding by",
    "Towards dusk it blows from elsewhere", "Nobody replies when he shouts",
    "Letters should arrive tomorrow",
  ]

  /// A direction of its own for each thing; what is told of two lies between.
  private static func vectors(_ lines: [(String, things: [Int])]) -> [String: [Float]] {
    Dictionary(
      lines.map { line, things in
        (line, german.indices.map { things.contains($0) ? 1 : 0 })
      }
    ) { first, _ in first }
  }

  private static func links(_ alignment: Alignment) -> [[[Int]]] {
    alignment.links.map { [$0.source, $0.target] }
  }

  @Test func pairsWhatMeansTheSame() throws {
    // The second is left out of the English text, the fourth and fifth are one sentence in it.
    let joined = Self.english[3] + ", and " + Self.english[4]
    let english = [Self.english[0], Self.english[2], joined, Self.english[5]]
    let encoder = TableEncoder(
      vectors: Self.vectors(
        Self.german.indices.map { (Self.german[$0], [$0]) }
          + zip(english, [[0], [2], [3, 4], [5]]).map { ($0, $1) }))
    let outcome = try Aligner(mode: .parallel, lexicons: [], encoder: encoder)
      .align(Document(lines: Self.german, "de"), Document(lines: english, "en"))
    #expect(
      Self.links(outcome.alignment) == [[[0], [0]], [[2], [1]], [[3, 4], [2]], [[5], [3]]])
    #expect(outcome.encoder == "table")
    let terms = outcome.alignment.links.flatMap { $0.evidence.terms.map(\.name) }
    #expect(terms.contains("encoder"))
  }

  @Test func asksNobodyWhereTheWordsAreKnown() throws {
    let (de, en) = (try #require(LanguageTag("de")), try #require(LanguageTag("en")))
    var builder = LexiconBuilder(source: de, target: en)
    for (german, english) in zip(Self.german, Self.english) {
      for (a, b) in zip(german.split(separator: " "), english.split(separator: " ")) {
        builder.add(String(a).lowercased(), String(b).lowercased())
      }
    }
    // It fails when it is asked.
    let encoder = TableEncoder(vectors: [:])
    let aligner = Aligner(mode: .parallel, lexicons: [try builder.lexicon()], encoder: encoder)
    let english = Self.english.map { $0.split(separator: " ").prefix(5).joined(separator: " ") }
    let outcome = try aligner.align(
      Document(lines: Self.german, "de"), Document(lines: english, "en"))
    #expect(Self.links(outcome.alignment) == (0..<6).map { [[$0], [$0]] })
    #expect(outcome.encoder == nil)
  }
}
