/// The pairs of a lexicon, as each side lists them.
enum LexiconPairs {
  /// Ranks of two terms, and how surely they translate each other, in 255ths.
  struct Pair {
    let source, target: UInt32
    let weight: UInt8
    /// Where it comes from, a bit an origin.
    var origins: UInt8

    var key: UInt64 { UInt64(source) << 32 | UInt64(target) }
    func term(_ side: Lexicon.Side) -> UInt32 { side == .source ? source : target }
  }

  /// The translations of each term of a side, likeliest first, then by rank.
  struct Grouped {
    /// Where each term's translations begin, and the end.
    var offsets: [UInt32]
    var terms: [UInt32]
    var weights: [UInt8]
    var origins: [UInt8]
  }

  /// - Parameter pairs: Ascending by source, then target.
  /// - Complexity: O(n) but for terms whose translations differ in weight.
  static func grouped(_ pairs: [Pair], by side: Lexicon.Side, termCount: Int) -> Grouped {
    var offsets = [UInt32](repeating: 0, count: termCount + 1)
    for pair in pairs { offsets[Int(pair.term(side)) + 1] += 1 }
    for term in 0..<termCount { offsets[term + 1] += offsets[term] }
    var next = offsets
    var terms = [UInt32](repeating: 0, count: pairs.count)
    var weights = [UInt8](repeating: 0, count: pairs.count)
    var origins = weights
    for pair in pairs {
      let place = Int(next[Int(pair.term(side))])
      next[Int(pair.term(side))] += 1
      terms[place] = pair.term(side.other)
      weights[place] = pair.weight
      origins[place] = pair.origins
    }
    for term in 0..<termCount {
      let range = Int(offsets[term])..<Int(offsets[term + 1])
      guard let first = range.first, weights[range].contains(where: { $0 != weights[first] })
      else { continue }
      let sorted = range.sorted { (weights[$1], terms[$0]) < (weights[$0], terms[$1]) }
      terms.replaceSubrange(range, with: sorted.map { terms[$0] })
      weights.replaceSubrange(range, with: sorted.map { weights[$0] })
      origins.replaceSubrange(range, with: sorted.map { origins[$0] })
    }
    return Grouped(offsets: offsets, terms: terms, weights: weights, origins: origins)
  }
}
