import BilingualLexicon
import BitextModel
import Testing

@testable import SentenceAlignment

/// Knows a vector for every text it is asked for.
struct TableEncoder: SentenceEncoder {
  let identifier = "table"
  let vectors: [String: [Float]]

  struct Unknown: Error { let text: String }

  func vectors(of texts: [String]) throws -> [[Float]] {
    try texts.map { text in
      guard let vector = vectors[text] else { throw Unknown(text: text) }
      return vector
    }
  }
}

@Suite struct EncodedTextTests {
  private func encoded(
    _ source: [String], _ target: [String], _ vectors: [String: [Float]]
  ) throws -> EncodedTexts {
    let texts = (
      try AnalysedText(source.map { $0[...] }, language: .init("de")!),
      try AnalysedText(target.map { $0[...] }, language: .init("en")!)
    )
    func clauses(_ text: AnalysedText) -> Clauses {
      Clauses(text, TypeWeights(values: text.types.map { _ in 1 }))
    }
    return try EncodedTexts(
      EncodedTexts.Input(
        encoder: TableEncoder(vectors: vectors), source: source, target: target),
      clauses: (clauses(texts.0), clauses(texts.1)), sources: Array(source.indices),
      targets: Array(target.indices))
  }

  @Test func whatAllSentencesShareTellsNothing() throws {
    // Less their mean, (.5, .5, 1), the two of a side are opposite; two a side are trusted by half.
    let vectors: [String: [Float]] = [
      "Der Damm hält": [1, 0, 1], "Es regnet weiter": [0, 1, 1],
      "The dam holds": [1, 0, 1], "Rain goes on": [0, 1, 1],
    ]
    let encoded = try encoded(
      ["Der Damm hält", "Es regnet weiter"], ["The dam holds", "Rain goes on"], vectors)
    #expect(abs(encoded.likeness(0, 0).sentences - 0.5) < 1e-6)
    #expect(encoded.likeness(0, 1).sentences == 0)
    #expect(abs(encoded.likeness(0, 1).clauses + 0.5) < 1e-6)
  }

  @Test func aSingleSentenceIsAllTopic() throws {
    let encoded = try encoded(["Ja"], ["Yes"], ["Ja": [1, 0], "Yes": [1, 0]])
    #expect(encoded.likeness(0, 0) == EncodedTexts.Likeness(sentences: 0, clauses: 0))
  }

  @Test func clausesFindTheirOwn() throws {
    // The first sentence's clauses are two sentences of the other side: (1, 0) and (0, 1), less the
    // means of the clauses: of the source (1/3, 1/3), of the target (1/2, 1/2).
    let vectors: [String: [Float]] = [
      "der Damm hält gut, es regnet weiter stark": [0.6, 0.8], "der Damm hält gut": [1, 0],
      "es regnet weiter stark": [0, 1], "sonst nichts": [0, 0],
      "the dam holds well": [1, 0], "rain goes on hard": [0, 1],
    ]
    let encoded = try encoded(
      ["der Damm hält gut, es regnet weiter stark", "sonst nichts"],
      ["the dam holds well", "rain goes on hard"], vectors)
    // Of the source (2, -1) and (-1, 2), of the target (1, -1) and (-1, 1): cosines ±3 / √10.
    let cosine = 3 / 10.0.squareRoot()
    // One clause of the source and the one of the target are each other's; the other clause has none.
    #expect(abs(encoded.likeness(0, 0).clauses - 0.5 * (cosine + 0) / 2) < 1e-6)
  }

  @Test func theNearestOfEitherSideAreCandidates() throws {
    let vectors: [String: [Float]] = [
      "a": [1, 0, 0], "b": [0, 1, 0], "c": [0, 0, 1], "x": [0, 1, 0], "y": [0, 0, 1],
      "z": [1, 0, 0],
    ]
    let encoded = try encoded(["a", "b", "c"], ["x", "y", "z"], vectors)
    let pairs = encoded.nearest(sources: [0, 1, 2], targets: [0, 1, 2], perSegment: 1)
    #expect(Set(pairs.map { [$0.i, $0.j] }) == [[0, 2], [1, 0], [2, 1]])
  }
}
