public import BitextModel

/// Learns which words translate each other from pairs of segments that do.
///
/// IBM Model 1 in both directions; a pair of words stays if it is probable both ways and was seen
/// often enough. Words are case-folded; numbers, dates and punctuation are left out.
public struct LexiconLearner {
  /// What is asked of a pair of words.
  public struct Settings: Sendable, Hashable {
    /// The least probability, 0 to 1: the geometric mean of both directions'.
    public var leastProbability = 0.1
    /// In how many pairs of segments both words stand, at least.
    public var leastCount = 2
    /// Rounds of expectation maximisation.
    public var rounds = 5
    /// The most pairs of words held at once; a hundred bytes each at worst.
    public var mostCells = 10_000_000

    public init() {}
  }

  /// A pair of words, as learned.
  public struct Entry: Sendable, Hashable {
    /// Case-folded.
    public let source, target: String
    /// Above 0, at most 1.
    public let probability: Double
    /// In how many pairs of segments both stand.
    public let count: Int
  }

  private let sourceLanguage, targetLanguage: LanguageTag
  private let settings: Settings
  private var sourceWords = TermTable()
  private var targetWords = TermTable()
  private var pairs = SegmentPairs()
  private var cells: WordPairCells

  /// Of longer segments, which align badly anyway, so many words are read.
  private static let longestSegment = 100

  public init(source: LanguageTag, target: LanguageTag, settings: Settings = Settings()) {
    (sourceLanguage, targetLanguage, self.settings) = (source, target, settings)
    cells = WordPairCells(limit: settings.mostCells)
  }

  /// Pairs of segments taken in.
  public var pairCount: Int { pairs.count }

  /// Takes in pairs of segments by their indexes.
  public mutating func add(
    _ source: AnalysedText, _ target: AnalysedText, pairs: some Sequence<(source: Int, target: Int)>
  ) {
    let sourceWords = source.types.map { Self.word($0, &self.sourceWords) }
    let targetWords = target.types.map { Self.word($0, &self.targetWords) }
    for pair in pairs {
      add(
        source.segments[pair.source].compactMap { sourceWords[$0.type] },
        target.segments[pair.target].compactMap { targetWords[$0.type] })
    }
  }

  private static func word(_ type: AnalysedText.WordType, _ words: inout TermTable) -> Int32? {
    type.isValue ? nil : Int32(words.intern(Array(type.text.utf8)))
  }

  private mutating func add(_ source: [Int32], _ target: [Int32]) {
    guard !source.isEmpty, !target.isEmpty else { return }
    let source = Array(source.prefix(Self.longestSegment))
    let target = Array(target.prefix(Self.longestSegment))
    pairs.append(source, target)
    for word in source { sourceWords.addToCount(of: Int(word)) }
    for word in target { targetWords.addToCount(of: Int(word)) }
    let targets = Set(target)
    for s in Set(source) {
      for t in targets { cells.add(WordPairCells.key(s, t)) }
    }
  }

  /// The pairs of words that pass, by source, then target.
  ///
  /// - Complexity: O(rounds · pairs of segments · length²).
  public func entries() -> [Entry] {
    var kept = cells
    // A pair that may not stay explains nothing away either: a third of the work, the same lexicon.
    kept.drop(below: UInt32(settings.leastCount))
    let model = WordTranslationModel(
      pairs, kept, sourceWords: sourceWords.count, targetWords: targetWords.count,
      rounds: settings.rounds)
    var entries: [Entry] = []
    for (cell, key) in kept.keys.enumerated() where key != WordPairCells.empty {
      let probability = (Double(model.forward[cell]) * Double(model.backward[cell])).squareRoot()
      guard probability >= settings.leastProbability else { continue }
      entries.append(
        Entry(
          source: Self.text(Int(key >> 32), sourceWords),
          target: Self.text(Int(key & 0xFFFF_FFFF), targetWords),
          probability: min(1, probability), count: Int(kept.counts[cell])))
    }
    return entries.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }

  private static func text(_ word: Int, _ words: TermTable) -> String {
    String(decoding: words.text(of: word), as: UTF8.self)
  }

  /// Adds what was learned, and how often each word stands in the segments, to a lexicon.
  ///
  /// - Returns: The number of pairs of words added.
  @discardableResult
  public func add(to builder: inout LexiconBuilder) -> Int {
    let entries = entries()
    for entry in entries {
      builder.add(entry.source, entry.target, probability: entry.probability)
    }
    for (side, words) in [(Lexicon.Side.source, sourceWords), (.target, targetWords)] {
      for word in 0..<words.count {
        builder.count(word: words.text(of: word), side, times: words.counts[word])
      }
    }
    return entries.count
  }

  /// What was learned, as a lexicon of its own.
  public func lexicon() throws -> Lexicon {
    var builder = LexiconBuilder(source: sourceLanguage, target: targetLanguage)
    add(to: &builder)
    return try builder.lexicon()
  }
}
