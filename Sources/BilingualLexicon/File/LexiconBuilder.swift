public import BitextModel
internal import Foundation
internal import UnicodeText

/// Collects pairs of terms and compiles them into a lexicon.
public struct LexiconBuilder {
  public let source, target: LanguageTag
  private var terms = [TermTable(), TermTable()]
  /// Pairs as they came, some of them more than once: `settled` brings them into order.
  private var entries: [Entry] = []
  /// Inflected forms and their base forms, by side.
  private var forms: [[(form: UInt32, base: UInt32)]] = [[], []]
  private var origins: [LexiconInfo.Origin] = []
  /// Running words that the counts of a side refer to, where they are not those counted here.
  private var running: [Int?] = [nil, nil]

  /// A pair of terms: the source term in the upper, the target term in the lower half.
  private struct Entry {
    let pair: UInt64
    let weight: UInt8
    /// The places of its origins among `origins`, a bit each.
    let origins: UInt8
  }

  public init(source: LanguageTag, target: LanguageTag) {
    (self.source, self.target) = (source, target)
  }

  /// Adds that `source` and `target` translate each other. Terms are folded here; a pair that is
  /// there already keeps its higher probability.
  ///
  /// - Parameter probability: Above 0, at most 1.
  public mutating func add(_ source: String, _ target: String, probability: Double = 1) {
    guard let a = intern(folded: Array(Folding.caseFolded(source).utf8)[...], .source),
      let b = intern(folded: Array(Folding.caseFolded(target).utf8)[...], .target)
    else { return }
    add(a, b, probability: probability)
  }

  /// The same for terms that `intern` gave.
  mutating func add(_ source: Int, _ target: Int, probability: Double = 1) {
    precondition(probability > 0 && probability <= 1, "a probability lies within 0 and 1")
    entries.append(
      Entry(
        pair: UInt64(source) << 32 | UInt64(target),
        weight: UInt8(max(1, (probability * 255).rounded())), origins: 1 << origin))
  }

  /// Counts the words of running text, from which words get their weight.
  public mutating func count(wordsOf text: String, _ side: Lexicon.Side) {
    let folded = Array(Folding.caseFolded(text).utf8)
    for word in folded.split(whereSeparator: TermText.isSpace) {
      count(word: TermText.trimmed(word), side)
    }
  }

  /// The same for one folded word, bare of marks.
  mutating func count(word: ArraySlice<UInt8>, _ side: Lexicon.Side, times: UInt32 = 1) {
    if word.isEmpty { return }
    terms[side.rawValue].addToCount(of: terms[side.rawValue].intern(word), times)
  }

  /// The place of the origin that entries come from now. What the mask has no bit for shares the last.
  private var origin: UInt8 { UInt8(min(origins.count, 7)) }

  /// Records where the entries added since the last record, or since the beginning, come from.
  public mutating func record(_ origin: LexiconInfo.Origin) {
    origins.append(origin)
  }

  /// Pairs of terms added; one that was added twice counts twice until the lexicon is compiled.
  public var entryCount: Int { entries.count }

  /// The number of a folded term, and of each of its words, through which a phrase is found; `nil` when
  /// it has none.
  mutating func intern(folded term: ArraySlice<UInt8>, _ side: Lexicon.Side) -> Int? {
    let words = term.split(whereSeparator: TermText.isSpace)
    guard words.count != 1 else { return terms[side.rawValue].intern(words[0]) }
    guard !words.isEmpty else { return nil }
    for word in words { _ = terms[side.rawValue].intern(word) }
    return terms[side.rawValue].intern(words.joined(separator: [UInt8(ascii: " ")]).map(\.self))
  }

  /// Whether each term of a side has a translation, as far as entries were added.
  func translatedTerms(_ side: Lexicon.Side) -> [Bool] {
    var isTranslated = [Bool](repeating: false, count: terms[side.rawValue].count)
    for entry in entries {
      isTranslated[Int(side == .source ? entry.pair >> 32 : entry.pair & 0xFFFF_FFFF)] = true
    }
    return isTranslated
  }

  /// The number of a folded term that is there already.
  func find(folded term: ArraySlice<UInt8>, _ side: Lexicon.Side) -> Int? {
    terms[side.rawValue].find(term)
  }

  /// Adds that a folded word is an inflected form of a term.
  mutating func add(form: ArraySlice<UInt8>, of base: Int, _ side: Lexicon.Side) {
    let form = UInt32(terms[side.rawValue].intern(form))
    forms[side.rawValue].append((form, UInt32(base)))
  }

  /// Replaces the counts of a side's words by those of a language, in so many running words.
  ///
  /// - Parameter counts: By term; words that are missing are rarer than the rarest there.
  mutating func weigh(by counts: [Int: Int], of words: Int, _ side: Lexicon.Side) {
    let rare = max(1, (counts.values.min() ?? 2) / 2)
    terms[side.rawValue].setCounts { UInt32(clamping: counts[$0] ?? rare) }
    running[side.rawValue] = words
  }

  // MARK: Compiling

  /// The compiled lexicon's file: equal entries give equal bytes.
  ///
  /// - Complexity: O(n log n) in the entries.
  public func compiled() throws -> [UInt8] {
    let words = zip(running, terms).map { $0 ?? $1.total }
    let info = LexiconInfo(
      source: source, target: target, origins: origins, words: words)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let orders = terms.map { $0.sorted() }
    let ranks = orders.map { order in
      var rank = [UInt32](repeating: 0, count: order.count)
      for (place, term) in order.enumerated() { rank[term] = UInt32(place) }
      return rank
    }
    var file = LexiconFileWriter(metadata: [UInt8](try encoder.encode(info)))
    let pairs = settled(ranks)
    for side in Lexicon.Side.allCases {
      let ordered = LexiconPairs.grouped(
        pairs, by: side, termCount: terms[side.rawValue].count)
      let bases = LexiconPairs.grouped(
        settledForms(side, ranks[side.rawValue]), by: .source,
        termCount: terms[side.rawValue].count)
      let phrases = PhraseIndex(
        terms[side.rawValue], order: orders[side.rawValue], rank: ranks[side.rawValue],
        pairs: ordered, bases: bases, stemmer: BaseForms.of(side == .source ? source : target),
        words: words[side.rawValue])
      file.append(
        side, terms: terms[side.rawValue], order: orders[side.rawValue], pairs: ordered,
        bases: bases, phrases: phrases)
    }
    return file.finished()
  }

  public func lexicon() throws -> Lexicon { try Lexicon(bytes: compiled()) }

  /// Every pair once, by the ranks of its terms, with its highest weight.
  private func settled(_ ranks: [[UInt32]]) -> [LexiconPairs.Pair] {
    var pairs = entries.map { entry in
      LexiconPairs.Pair(
        source: ranks[0][Int(entry.pair >> 32)], target: ranks[1][Int(entry.pair & 0xFFFF_FFFF)],
        weight: entry.weight, origins: entry.origins)
    }
    return Self.distinct(&pairs)
  }

  /// Every form with every base form once, by their ranks.
  private func settledForms(_ side: Lexicon.Side, _ rank: [UInt32]) -> [LexiconPairs.Pair] {
    var pairs = forms[side.rawValue].map { form, base in
      LexiconPairs.Pair(source: rank[Int(form)], target: rank[Int(base)], weight: 1, origins: 0)
    }
    return Self.distinct(&pairs)
  }

  /// Of equal pairs the likeliest, with the origins of all.
  private static func distinct(_ pairs: inout [LexiconPairs.Pair]) -> [LexiconPairs.Pair] {
    pairs.sort { ($0.key, $1.weight) < ($1.key, $0.weight) }
    var count = 0
    for (index, pair) in pairs.enumerated() {
      if count > 0, index > 0, pair.key == pairs[count - 1].key {
        pairs[count - 1].origins |= pair.origins
      } else {
        pairs[count] = pair
        count += 1
      }
    }
    pairs.removeLast(pairs.count - count)
    return pairs
  }
}
