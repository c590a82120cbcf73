import BilingualLexicon
import BitextModel
import Testing

@testable import SentenceAlignment

@Suite struct ClaimTests {
  /// Of three sentences with three, similarities and the mean of what rivals explain: the second row's
  /// best is far ahead.
  static let margins = Margins(
    [
      (0, 0, 0.3, 0.3), (0, 1, 0.3, 0.4), (1, 0, 0.3, 0.5), (1, 1, 0.9, 0.2), (1, 2, 0.6, 0.3),
      (2, 2, 0.6, 0.4),
    ], sources: [0, 1, 2], targets: [0, 1, 2])

  @Test func neighboursOffTheTextTellNothing() {
    // Before (0, 0) stands nothing; behind it (1, 1), .9 less .2.
    #expect(abs(Self.margins.block(0, 0) - 0.7) < 1e-9)
    #expect(Self.margins.block(2, 0) == 0)
  }

  @Test func whatOneSentenceTellsAnotherContinues() {
    // Beside (1, 2) stands (1, 1), of the same source sentence.
    #expect(abs(Self.margins.shared(1, 2) - 0.7) < 1e-9)
  }

  @Test func clausesEndAtMarksUnlessTheyAreLight() throws {
    let text = try AnalysedText(
      ["However, the dam will hold – the valley was cleared by night"], language: .init("en")!)
    let weights = TypeWeights(values: text.types.map { $0.text == "however" ? 0.2 : 1 })
    let words = Clauses(text, weights)[0].map { $0.types.map { text.types[$0].text } }
    #expect(
      words == [
        ["however", "the", "dam", "will", "hold"],
        ["the", "valley", "was", "cleared", "by", "night"],
      ])
  }

  /// Expectation maximisation from a rate of .0444, worked out by a separate program.
  @Test(
    arguments: [
      ([4, 4, 4] + Array(repeating: -6, count: 7), 2.1725),
      (Array(repeating: -6, count: 10), -2.3891),
      ([], 0),
    ] as [([Double], Double)])
  func adaptsToTheRateOfLinks(logOdds: [Double], expected: Double) {
    let adjustment = ClaimModel.adjustment(to: logOdds, from: 0.0444)
    #expect(abs(adjustment - expected) < 0.001, "\(adjustment)")
  }

  @Test func candidatesAreThoseThatWordsLeadTo() throws {
    let source = try AnalysedText(["Minister Petzold", "Hafen Rauenthal"], language: .init("de")!)
    let target = try AnalysedText(
      ["Rauenthal harbour", "minister Petzold"], language: .init("en")!)
    let relation = Correspondences(source: source, target: target, lexicon: nil)
    let pairs = ClaimCandidates(
      source: source, target: target, correspondences: relation,
      weights: (
        TypeWeights.local(source, relation.source), TypeWeights.local(target, relation.target)
      ), sources: [0, 1], targets: [0, 1]
    ).pairs
    #expect(pairs.map { [$0.i, $0.j] } == [[0, 1], [1, 0]])
  }
}
