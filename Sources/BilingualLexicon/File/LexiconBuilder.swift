public import BitextModel
internal import Foundation
internal import UnicodeText

/// Collects pairs of terms and compiles them into a lexicon.
public struct LexiconBuilder {
  public let source, target: LanguageTag
  private var terms: [[String: Int32]] = [[:], [:]]
  private var counts: [[UInt32]] = [[], []]
  private var weights: [UInt64: UInt8] = [:]
  private var origins: [LexiconInfo.Origin] = []

  public init(source: LanguageTag, target: LanguageTag) {
    (self.source, self.target) = (source, target)
  }

  /// Adds that `source` and `target` translate each other. Terms are folded here; a pair that is
  /// there already keeps its higher probability.
  ///
  /// - Parameter probability: Above 0, at most 1.
  public mutating func add(_ source: String, _ target: String, probability: Double = 1) {
    precondition(probability > 0 && probability <= 1, "a probability lies within 0 and 1")
    guard let a = intern(source, .source), let b = intern(target, .target) else { return }
    let pair = UInt64(a) << 32 | UInt64(b)
    let weight = UInt8(max(1, (probability * 255).rounded()))
    weights[pair] = max(weight, weights[pair] ?? 0)
  }

  /// Counts the words of running text, from which words get their weight.
  public mutating func count(wordsOf text: String, _ side: Lexicon.Side) {
    for word in Self.words(of: text) {
      let bare = word.trimmingCharacters(in: .punctuationCharacters)
      if bare.isEmpty { continue }
      counts[side.rawValue][Int(intern(term: bare, side))] += 1
    }
  }

  /// Records where the entries added came from.
  public mutating func record(_ origin: LexiconInfo.Origin) {
    origins.append(origin)
  }

  public var entryCount: Int { weights.count }

  private static func words(of phrase: String) -> [Substring] {
    Folding.caseFolded(phrase).split(whereSeparator: \.isWhitespace)
  }

  /// The term of a phrase, and of each of its words: a phrase is found through them.
  private mutating func intern(_ phrase: String, _ side: Lexicon.Side) -> Int32? {
    let words = Self.words(of: phrase)
    guard !words.isEmpty else { return nil }
    let ids = words.map { intern(term: String($0), side) }
    return words.count == 1 ? ids[0] : intern(term: words.joined(separator: " "), side)
  }

  private mutating func intern(term: String, _ side: Lexicon.Side) -> Int32 {
    let next = Int32(counts[side.rawValue].count)
    let id = terms[side.rawValue][term, default: next]
    if id == next {
      terms[side.rawValue][term] = next
      counts[side.rawValue].append(0)
    }
    return id
  }

  // MARK: Compiling

  /// The compiled lexicon's file: equal entries give equal bytes.
  ///
  /// - Complexity: O(n log n) in the entries.
  public func compiled() throws -> [UInt8] {
    let info = LexiconInfo(source: source, target: target, origins: origins)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let ranked = Lexicon.Side.allCases.map(rankedTerms)
    var pairs = weights.map { pair, weight in
      (
        ranked[0].rank[Int(pair >> 32)], ranked[1].rank[Int(pair & 0xFFFF_FFFF)], weight
      )
    }
    var file = LexiconFileWriter(metadata: [UInt8](try encoder.encode(info)))
    for side in Lexicon.Side.allCases {
      pairs.sort { ($0.0, $1.2, $0.1) < ($1.0, $0.2, $1.1) }
      file.append(
        side, terms: ranked[side.rawValue].texts, counts: ranked[side.rawValue].counts, pairs: pairs
      )
      pairs = pairs.map { ($0.1, $0.0, $0.2) }
    }
    return file.finished()
  }

  public func lexicon() throws -> Lexicon { try Lexicon(bytes: compiled()) }

  /// A side's terms in the order of their UTF-8 bytes, and each interned term's place in it.
  private func rankedTerms(
    _ side: Lexicon.Side
  ) -> (texts: [[UInt8]], counts: [UInt32], rank: [UInt32]) {
    let sorted = terms[side.rawValue].map { (Array($0.key.utf8), Int($0.value)) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    var rank = [UInt32](repeating: 0, count: sorted.count)
    for (place, term) in sorted.enumerated() { rank[term.1] = UInt32(place) }
    return (sorted.map(\.0), sorted.map { counts[side.rawValue][$0.1] }, rank)
  }
}
