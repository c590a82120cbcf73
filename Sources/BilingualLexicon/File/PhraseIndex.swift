internal import BitextModel

/// The words of each phrase of a side, and the phrases of each word: how a phrase is found in a text that
/// inflects it.
struct PhraseIndex {
  /// For each term the words that matter, as base forms: where they begin, and the end.
  private(set) var wordOffsets: [UInt32] = [0]
  private(set) var wordTerms: [UInt32] = []
  /// For each term the phrases of which it is the rarest word: where they begin, and the end.
  private(set) var phraseOffsets: [UInt32] = []
  private(set) var phraseTerms: [UInt32] = []

  /// - Parameters:
  ///   - order: The terms by rank.
  ///   - pairs: The translations of each rank.
  ///   - bases: The base forms of each rank.
  ///   - total: The running words that the terms' counts refer to.
  /// - Complexity: O(n) in the bytes of the phrases.
  init(
    _ terms: TermTable, order: [Int], rank: [UInt32], pairs: LexiconPairs.Grouped,
    bases: LexiconPairs.Grouped, stemmer: BaseForms, words total: Int
  ) {
    let words = Words(terms: terms, rank: rank, pairs: pairs, bases: bases, stemmer: stemmer)
    var canonical: [UInt32: UInt32] = [:]
    var keys: [(key: UInt32, phrase: UInt32)] = []
    for (place, term) in order.enumerated() {
      defer { wordOffsets.append(UInt32(wordTerms.count)) }
      guard words.isTranslated(UInt32(place)) else { continue }
      let parts = terms.text(of: term).split(separator: 0x20)
      guard parts.count > 1 else { continue }
      let content = parts.compactMap { terms.find($0) }
        .filter { !FrequentWords.contain(Int(terms.counts[$0]), of: total) }
      let bases = content.map { term in
        let base = canonical[rank[term]] ?? words.base(of: term)
        canonical[rank[term]] = base
        return base
      }
      let rarest = bases.min { a, b in
        (terms.counts[order[Int(a)]], a) < (terms.counts[order[Int(b)]], b)
      }
      guard let rarest else { continue }
      wordTerms += bases
      keys.append((rarest, UInt32(place)))
    }
    phraseOffsets = Array(repeating: 0, count: order.count + 1)
    for (key, _) in keys { phraseOffsets[Int(key) + 1] += 1 }
    for place in order.indices { phraseOffsets[place + 1] += phraseOffsets[place] }
    var next = phraseOffsets
    phraseTerms = Array(repeating: 0, count: keys.count)
    for (key, phrase) in keys {
      phraseTerms[Int(next[Int(key)])] = phrase
      next[Int(key)] += 1
    }
  }

  private struct Words {
    let terms: TermTable
    let rank: [UInt32]
    let pairs, bases: LexiconPairs.Grouped
    let stemmer: BaseForms

    func isTranslated(_ rank: UInt32) -> Bool {
      pairs.offsets[Int(rank)] < pairs.offsets[Int(rank) + 1]
    }

    /// The rank of the form under which a text's inflected forms of a word meet: its lemma, or else
    /// itself if it has translations, or else the likeliest stem that has.
    func base(of term: Int) -> UInt32 {
      let own = rank[term]
      let lemmas = Int(bases.offsets[Int(own)])..<Int(bases.offsets[Int(own) + 1])
      if let lemma = lemmas.first { return bases.terms[lemma] }
      if isTranslated(own) { return own }
      let word = String(decoding: terms.text(of: term), as: UTF8.self)
      let stems = stemmer.candidates(of: word).lazy
        .compactMap { terms.find(Array($0.utf8)[...]).map { rank[$0] } }
      return stems.first(where: isTranslated) ?? own
    }
  }
}
