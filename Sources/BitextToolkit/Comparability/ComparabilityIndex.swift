public import BilingualLexicon
public import BitextMeasures
internal import Foundation

/// Finds, among two sets of documents, the pairs that may tell of the same: for each document its most
/// comparable partners, through an inverted index of translated terms.
///
/// A pair's score counts what words have a counterpart in the other document; words that have one in
/// every document say nothing, rare ones most.
public struct ComparabilityIndex: Sendable {
  /// Two documents that are worth comparing.
  public struct Pair: Sendable, Hashable {
    public let source, target: Int
    /// 0 to 1, in the measure of this collection: higher is more comparable.
    public let score: Double
    public let comparability: Comparability
  }

  private let sources, targets: [Vocabulary]
  /// What the words of each document weigh, in the order of its vocabulary.
  private let sourceWeights, targetWeights: [[Float]]
  /// The targets in which a key stands.
  private let targetsByKey: [Vocabulary.Key: [Int32]]
  /// The targets' words that have a key as counterpart.
  private let wordsByKey: [Vocabulary.Key: [Place]]

  private struct Place: Sendable {
    let document, word: Int32
  }

  /// - Complexity: O(words × counterparts of each × documents in which these stand).
  public init(sources: [Vocabulary], targets: [Vocabulary]) {
    (self.sources, self.targets) = (sources, targets)
    let sourcesByKey = Self.documents(sources)
    targetsByKey = Self.documents(targets)
    sourceWeights = Self.weights(sources, targetsByKey, count: targets.count)
    targetWeights = Self.weights(targets, sourcesByKey, count: sources.count)
    var places: [Vocabulary.Key: [Place]] = [:]
    for (document, vocabulary) in targets.enumerated() {
      for (word, entry) in vocabulary.words.enumerated() {
        for key in entry.counterparts where sourcesByKey[key] != nil {
          places[key, default: []].append(Place(document: Int32(document), word: Int32(word)))
        }
      }
    }
    wordsByKey = places
  }

  /// For each document its most comparable partners of the other set.
  ///
  /// - Parameter partners: How many, at least 1. A pair that either document names is there.
  /// - Returns: Ascending by source, then target. Of equals the earlier document wins.
  public func pairs(partners: Int) -> [Pair] {
    var rows = Rows(index: self)
    var ofTarget: [[(score: Double, source: Int)]] = Array(repeating: [], count: targets.count)
    var chosen: [Set<Int>] = Array(repeating: [], count: sources.count)
    for source in sources.indices {
      let scores = rows.scores(of: source)
      let best = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
      chosen[source] = Set(best.prefix(partners))
      for target in scores.indices {
        let place = ofTarget[target].firstIndex { $0.score < scores[target] }
        ofTarget[target].insert((scores[target], source), at: place ?? ofTarget[target].endIndex)
        if ofTarget[target].count > partners { ofTarget[target].removeLast() }
      }
    }
    for (target, best) in ofTarget.enumerated() {
      for (_, source) in best { chosen[source].insert(target) }
    }
    return sources.indices.flatMap { source in
      let scores = rows.scores(of: source)
      return chosen[source].sorted().map { target in
        Pair(
          source: source, target: target, score: scores[target],
          comparability: Comparability(sources[source], targets[target]))
      }
    }
  }

  private static func documents(_ vocabularies: [Vocabulary]) -> [Vocabulary.Key: [Int32]] {
    var found: [Vocabulary.Key: [Int32]] = [:]
    for (document, vocabulary) in vocabularies.enumerated() {
      for key in vocabulary.keys { found[key, default: []].append(Int32(document)) }
    }
    return found
  }

  /// Inverse document frequency (Spärck Jones 1972) of a word's counterparts among the other documents,
  /// by how informative the word is in its language.
  private static func weights(
    _ vocabularies: [Vocabulary], _ documents: [Vocabulary.Key: [Int32]], count: Int
  ) -> [[Float]] {
    var seen = Stamps(count: count)
    return vocabularies.map { vocabulary in
      vocabulary.words.map { word in
        seen.clear()
        for key in word.counterparts {
          for document in documents[key] ?? [] { _ = seen.insert(document) }
        }
        return word.informativeness * Float(log(Double(count + 1) / (Double(seen.count) + 0.5)))
      }
    }
  }

  /// The scores of a source with all targets, one source at a time.
  private struct Rows {
    let index: ComparabilityIndex
    private var seen: Stamps
    private var seenWords: [Stamps]
    /// What all words of each target weigh together.
    private let totals: [Float]

    init(index: ComparabilityIndex) {
      self.index = index
      seen = Stamps(count: index.targets.count)
      seenWords = index.targets.map { Stamps(count: $0.words.count) }
      totals = index.targetWeights.map { $0.reduce(0, +) }
    }

    /// - Complexity: O(words × counterparts × documents in which these stand).
    mutating func scores(of source: Int) -> [Double] {
      var scores = [Float](repeating: 0, count: index.targets.count)
      for (word, weight) in zip(index.sources[source].words, index.sourceWeights[source]) {
        seen.clear()
        for key in word.counterparts {
          for target in index.targetsByKey[key] ?? [] where seen.insert(target) {
            scores[Int(target)] += weight
          }
        }
      }
      for target in seenWords.indices { seenWords[target].clear() }
      for key in index.sources[source].keys {
        for place in index.wordsByKey[key] ?? []
        where seenWords[Int(place.document)].insert(place.word) {
          scores[Int(place.document)] += index.targetWeights[Int(place.document)][Int(place.word)]
        }
      }
      let own = index.sourceWeights[source].reduce(0, +)
      return scores.indices.map { target in
        let total = own + totals[target]
        return total > 0 ? Double(scores[target] / total) : 0
      }
    }
  }
}

/// A set of small numbers that is cleared in constant time.
private struct Stamps: Sendable {
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  private(set) var count = 0

  init(count: Int) {
    stamps = Array(repeating: -1, count: count)
  }

  mutating func clear() { (stamp, count) = (stamp + 1, 0) }

  /// Whether the number was not there.
  mutating func insert(_ number: Int32) -> Bool {
    if stamps[Int(number)] == stamp { return false }
    stamps[Int(number)] = stamp
    count += 1
    return true
  }
}
