import BilingualLexicon
import BitextModel
import SentenceAlignment
import TestSupport
import Testing

/// What `TokenAligner` says of two segments adds up to what the aligner goes by.
struct TokenEvidenceTests {
  private func lexicon() throws -> Lexicon {
    var builder = LexiconBuilder(
      source: try #require(LanguageTag("de")), target: try #require(LanguageTag("en")))
    for (a, b) in [
      ("Hund", "dog"), ("Haus", "house"), ("Haus", "home"), ("Tür", "door"), ("gehen", "go"),
      ("zur Verfügung stellen", "provide"), ("Baum", "tree"), ("stellen", "put"),
    ] {
      builder.add(a, b)
      builder.count(wordsOf: a, .source)
      builder.count(wordsOf: b, .target)
    }
    return try builder.lexicon()
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func addsUpToTheSimilarity(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let german = ["Hund", "Haustür", "geht", "Verfügung", "stellen", "Baum", "3", "Lawrow", "Wal"]
    let english = ["dog", "house", "home", "door", "goes", "provide", "tree", "3", "Lavrov", "put"]
    func text(_ words: [String]) -> String {
      (0..<Int.random(in: 1...8, using: &generator)).compactMap { _ in
        words.randomElement(using: &generator)
      }.joined(separator: " ")
    }
    let (a, b) = (text(german), text(english))
    let source = try AnalysedText([a[...]], language: try #require(LanguageTag("de")))
    let target = try AnalysedText([b[...]], language: try #require(LanguageTag("en")))
    let relation = Correspondences(source: source, target: target, lexicons: [try lexicon()])
    let weights = (
      TypeWeights.background(source, relation.source),
      TypeWeights.background(target, relation.target)
    )
    var comparer = SegmentComparer(
      source: source, target: target, correspondences: relation, weights: weights)
    let similarity = comparer.compare(CollectionOfOne(0), CollectionOfOne(0)).similarity
    let links = TokenAligner(
      source: source, target: target, correspondences: relation,
      weights: (weights.0.values, weights.1.values)
    ).alignment(source: 0, target: 0).links
    let sum = links.reduce(0) { $0 + $1.weight }
    #expect(abs(sum - Double(similarity)) < 1e-4, "\(a) | \(b)")
    #expect(links.allSatisfy { $0.weight > 0 })
  }
}
