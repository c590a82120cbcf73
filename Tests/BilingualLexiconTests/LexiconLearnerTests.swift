import BitextModel
import TestSupport
import Testing

@testable import BilingualLexicon

struct LexiconLearnerTests {
  private func learner(
    _ pairs: [(String, String)], _ settings: LexiconLearner.Settings = .init()
  ) throws -> LexiconLearner {
    let (de, en) = try SampleLexicon.languages("de", "en")
    var learner = LexiconLearner(source: de, target: en, settings: settings)
    learner.add(
      try AnalysedText(pairs.map { $0.0[...] }, language: de),
      try AnalysedText(pairs.map { $0.1[...] }, language: en),
      pairs: pairs.indices.map { (source: $0, target: $0) })
    return learner
  }

  /// The textbook's example (Koehn 2010, figure 4.4), the last pair once more.
  @Test func tellsWordsApart() throws {
    let entries = try learner([
      ("das Haus", "the house"), ("das Buch", "the book"), ("ein Buch", "a book"),
      ("ein Buch", "a book"), ("das Haus", "the house"),
    ]).entries()
    let best = Dictionary(grouping: entries, by: \.source).mapValues { entries in
      entries.max { $0.probability < $1.probability }?.target
    }
    #expect(best == ["das": "the", "haus": "house", "buch": "book", "ein": "a"])
  }

  @Test func asksThatAPairIsSeenOftenEnough() throws {
    let pairs = [("Hund", "dog"), ("Hund", "dog"), ("Katze", "cat")]
    #expect(try learner(pairs).entries().map(\.source) == ["hund"])
    #expect(try learner(pairs).entries().map(\.count) == [2])
    var settings = LexiconLearner.Settings()
    settings.leastCount = 1
    #expect(try learner(pairs, settings).entries().map(\.source) == ["hund", "katze"])
  }

  @Test func leavesNumbersAndMarksOut() throws {
    let pairs = Array(repeating: ("Am 24. November: 12 Züge!", "On Nov. 24: 12 trains."), count: 3)
    let words = try learner(pairs).entries().flatMap { [$0.source, $0.target] }
    #expect(Set(words) == ["am", "züge", "on", "trains"])
  }

  @Test func nothingIsLearnedFromNothing() throws {
    #expect(try learner([]).entries().isEmpty)
    #expect(try learner([("", "dog"), ("Hund", "")]).entries().isEmpty)
  }

  @Test func becomesALexicon() throws {
    let lexicon = try learner(Array(repeating: ("Hund", "dog"), count: 4)).lexicon()
    #expect(lexicon.sortedTranslations("hund") == ["dog"])
    let hund = try #require(lexicon.term("hund", .source))
    #expect(lexicon.count(of: hund, .source) == 4)
  }

  /// The fast model is the plain one, in both directions.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func isThePlainModel(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pairs = (0..<30).map { _ in
      let source = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Int32.random(in: 0..<8, using: &generator)
      }
      let target = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Int32.random(in: 0..<9, using: &generator)
      }
      return (source: source, target: target)
    }
    var (segments, cells) = (SegmentPairs(), WordPairCells(limit: 1 << 20))
    for (source, target) in pairs {
      segments.append(source, target)
      for s in Set(source) {
        for t in Set(target) { cells.add(WordPairCells.key(s, t)) }
      }
    }
    let fast = WordTranslationModel(segments, cells, sourceWords: 8, targetWords: 9, rounds: 4)
    let forward = ReferenceTranslationModel(pairs, rounds: 4)
    let backward = ReferenceTranslationModel(pairs.map { ($0.target, $0.source) }, rounds: 4)
    for (cell, key) in cells.keys.enumerated() where key != WordPairCells.empty {
      let (s, t) = (Int32(key >> 32), Int32(key & 0xFFFF_FFFF))
      #expect(abs(Double(fast.forward[cell]) - (forward.probability[s]?[t] ?? 0)) < 1e-4)
      #expect(abs(Double(fast.backward[cell]) - (backward.probability[t]?[s] ?? 0)) < 1e-4)
    }
  }

  /// A full table forgets what is rare and keeps what is not.
  @Test func isBounded() {
    var cells = WordPairCells(limit: 2000)
    for round in 0..<40 {
      for frequent in 0..<100 as Range<Int32> { cells.add(WordPairCells.key(frequent, frequent)) }
      for rare in 0..<500 as Range<Int32> {
        cells.add(WordPairCells.key(1000 + rare, Int32(round) * 500 + rare))
      }
      #expect(cells.capacity <= 8192)
    }
    let kept = (0..<100 as Range<Int32>).filter { cells.find(WordPairCells.key($0, $0)) != nil }
    #expect(kept.count == 100)
  }
}
