import BilingualLexicon
import BitextModel
import Testing

@testable import SentenceAlignment

/// Which clauses of two sentences match, and what they contradict; by spelling and numbers alone.
@Suite struct ClauseTests {
  private func table(_ source: String, _ target: String) throws -> ClaimTable {
    let (german, english) = (try #require(LanguageTag("de")), try #require(LanguageTag("en")))
    let source = try AnalysedText([source[...]], language: german)
    let target = try AnalysedText([target[...]], language: english)
    return try ClaimTable(
      source: source, target: target,
      correspondences: Correspondences(source: source, target: target, lexicon: nil),
      sources: [0], targets: [0])
  }

  @Test func theHalfThatMatchesIsPointedAt() throws {
    let (german, english) = (try #require(LanguageTag("de")), try #require(LanguageTag("en")))
    let text = "Anna Wunderlich rudert sehr schnell – Max Kruse verkauft Karten"
    let source = try AnalysedText([text[...]], language: german)
    let target = try AnalysedText(["Max Kruse sells tickets"], language: english)
    let relation = Correspondences(source: source, target: target, lexicon: nil)
    let weights = (
      source: TypeWeights(values: source.types.map { _ in 1 }),
      target: TypeWeights(values: target.types.map { _ in 1 })
    )
    var comparer = SegmentComparer(
      source: source, target: target, correspondences: relation, weights: weights)
    let matches = ClauseMatches(
      Clauses(source, weights.source)[0], Clauses(target, weights.target)[0], &comparer)
    #expect(matches.pairs.count == 1)
    let match = try #require(matches.pairs.first)
    #expect(
      String(decoding: text.utf8.dropFirst(match.source.range.lowerBound), as: UTF8.self)
        == "Max Kruse verkauft Karten")
    // Two of four words on either side.
    #expect(abs(match.share - 0.5) < 1e-6)
  }

  @Test(arguments: [
    ("Petzold schickt 250 Boote", "Petzold sends 300 boats", true),
    ("Petzold schickt 250 Boote", "Petzold sends 250 boats", false),
    ("Petzold schickt 250 Boote", "Petzold sends boats", false),
    ("Petzold schickt 250 von 300 Booten", "Petzold sends 250 boats of 400", false),
  ])
  func numbersContradict(source: String, target: String, isExpected: Bool) throws {
    let row = try #require(try table(source, target).rows.first)
    #expect((row.features.contradictions.numbers > 0) == isExpected)
  }

  @Test(arguments: [
    ("Petzold verkauft keine Boote", "Petzold sells boats", true),
    ("Petzold verkauft keine Boote", "Petzold doesn't sell boats", false),
    ("Petzold verkauft Boote", "Petzold never sells boats", true),
    ("Petzold verkauft Boote", "Petzold sells boats", false),
  ])
  func negationContradicts(source: String, target: String, isExpected: Bool) throws {
    let row = try #require(try table(source, target).rows.first)
    #expect((row.features.contradictions.polarity > 0) == isExpected)
  }

  @Test func nothingIsKnownOfOtherLanguages() {
    #expect(Negation.negates("nie", in: "pl") == nil)
    #expect(Negation.negates("nie", in: "de") == true)
  }
}
