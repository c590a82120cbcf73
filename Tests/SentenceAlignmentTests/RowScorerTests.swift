import BilingualLexicon
import BitextModel
import Foundation
import TestSupport
import Testing

@testable import SentenceAlignment

/// The fast scores and the narrow search against the plain ones.
@Suite struct RowScorerTests {
  private static let words = [
    ("leuchtturm", "lighthouse"), ("insel", "island"), ("wärter", "keeper"), ("sturm", "storm"),
    ("boot", "boat"), ("hafen", "harbour"), ("nacht", "night"), ("licht", "light"),
    ("schiff", "ship"), ("treppe", "stairs"), ("fenster", "window"), ("meer", "sea"),
    ("hund", "dog"), ("brief", "letter"), ("weg", "way"), ("haus", "house"), ("turm", "tower"),
  ]

  /// Two texts of the same words, some segments left out or split on one side, some items of a list.
  private func texts(seed: UInt64, segments: Int) -> (source: [String], target: [String]) {
    var generator = SeededGenerator(seed: seed)
    var (source, target): ([String], [String]) = ([], [])
    for index in 0..<segments {
      let chosen = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
        Self.words.randomElement(using: &generator) ?? Self.words[0]
      }
      let number = Bool.random(using: &generator) ? " \(index)" : ""
      let label = ["", "", "", "\(index). ", "b) ", "– "].randomElement(using: &generator) ?? ""
      var (german, english) = (chosen.map(\.0), chosen.map(\.1))
      if Bool.random(using: &generator) {
        (german[0], english[0]) = (german[0].capitalized, english[0].capitalized)
      }
      let line = (
        source: label + german.joined(separator: " ") + number,
        target: label + english.joined(separator: " ") + number
      )
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: source.append(line.source)
      case 1: target.append(line.target)
      case 2 where english.count > 3:
        source.append(line.source)
        target.append(label + english.prefix(2).joined(separator: " ") + ",")
        target.append(english.dropFirst(2).joined(separator: " ") + number)
      default:
        source.append(line.source)
        target.append(line.target)
      }
    }
    return (source, target)
  }

  private func tables(
    _ texts: (source: [String], target: [String]), vectorsOf seed: UInt64? = nil
  ) throws -> BeadTables {
    let languages = (try #require(LanguageTag("de")), try #require(LanguageTag("en")))
    var builder = LexiconBuilder(source: languages.0, target: languages.1)
    for (de, en) in Self.words { builder.add(de, en) }
    // A phrase, and a compound: what is explained in parts.
    builder.add("leuchtturm", "tower light")
    let lexicon = try builder.lexicon()
    let pair = try AnalysedPair(
      Document(lines: texts.source, "de", linesPerParagraph: 3),
      Document(lines: texts.target, "en", linesPerParagraph: 3), lexicons: [lexicon])
    guard let seed else { return pair.beadTables() }
    var generator = SeededGenerator(seed: seed)
    let vectors = (texts.source + texts.target).map {
      ($0, (0..<3).map { _ in Float.random(in: -1...1, using: &generator) })
    }
    let encoder = TableEncoder(vectors: Dictionary(vectors) { first, _ in first })
    return try pair.encoded(by: encoder).beadTables()
  }

  @Test(arguments: 1...20, [false, true])
  func scoresAsThePlainScorerDoes(seed: Int, withEncoder: Bool) throws {
    let tables = try tables(
      texts(seed: UInt64(seed), segments: 9), vectorsOf: withEncoder ? UInt64(seed) : nil)
    let corridor = Corridor(
      sourceCount: tables.source.segmentCount, targetCount: tables.target.segmentCount)
    var plain = TranslationScorer(tables)
    let (fast, slow) = (ScoreTable(corridor, tables), ScoreTable(corridor, &plain))
    #expect(fast.beadStarts == slow.beadStarts, "seed \(seed)")
    #expect(fast.shapes == slow.shapes, "seed \(seed)")
    #expect(zip(fast.scores, slow.scores).allSatisfy { abs($0 - $1) < 1e-3 }, "seed \(seed)")
  }

  @Test(arguments: 1...6)
  func theNarrowSearchFindsWhatTheWholeOneDoes(seed: Int) throws {
    let tables = try tables(texts(seed: UInt64(seed), segments: 120))
    let (n, m) = (tables.source.segmentCount, tables.target.segmentCount)
    var scorer = TranslationScorer(tables)
    let chain = AnchorFinder.chain(AnchorFinder.candidates(tables, &scorer), targetCount: m)
    let narrow = Corridor(sourceCount: n, targetCount: m, chain: AnchorFinder.anchors(chain))
    let whole = Corridor(sourceCount: n, targetCount: m)
    #expect(narrow.rows.reduce(0) { $0 + $1.count } * 3 < whole.rows.reduce(0) { $0 + $1.count })
    let prices = PathSums.Prices(source: -2, target: -2)
    let found = BeadSearch(ScoreTable(narrow, tables)).path(prices)
    let expected = BeadSearch(ScoreTable(whole, tables)).path(prices)
    #expect(found.map(\.source) == expected.map(\.source), "seed \(seed)")
    #expect(found.map(\.target) == expected.map(\.target), "seed \(seed)")
  }
}
