/// Texts of one language on their way into a segment, in memory.
struct SideBatch {
  private(set) var ids: [Int64] = []
  private(set) var lengths: [UInt32] = []
  private(set) var skeletons: [UInt32] = []
  private(set) var signatures: [UInt64] = []
  private(set) var facts: [EntryFacts] = []
  /// Where the tokens of each entry begin, and where the last end.
  private(set) var tokenStarts: [Int] = [0]
  /// Indexes into `words`.
  private(set) var tokens: [UInt32] = []
  private(set) var words: [String] = []
  private(set) var keys: [UInt64] = []
  private var terms: [UInt64: UInt32] = [:]

  mutating func add(_ entry: IndexEntry, of unit: Int64, shape: UInt16) {
    ids.append(unit)
    lengths.append(UInt32(entry.keys.count))
    skeletons.append(entry.skeleton)
    signatures.append(entry.signature)
    var facts = entry.facts
    facts.shape = shape
    self.facts.append(facts)
    for (key, word) in zip(entry.keys, entry.words) {
      if let term = terms[key.rawValue] {
        tokens.append(term)
      } else {
        let term = UInt32(words.count)
        terms[key.rawValue] = term
        words.append(word)
        keys.append(key.rawValue)
        tokens.append(term)
      }
    }
    tokenStarts.append(tokens.count)
  }
}

/// A batch in the order of a segment: by number of words, then skeleton, then unit.
struct SortedBatch: SideSource {
  private let batch: SideBatch
  private let order: [Int]
  let lengthStarts: [Int]

  init(_ batch: SideBatch) {
    self.batch = batch
    order = batch.ids.indices.sorted { a, b in
      (batch.lengths[a], batch.skeletons[a], batch.ids[a], batch.facts[a].position)
        < (batch.lengths[b], batch.skeletons[b], batch.ids[b], batch.facts[b].position)
    }
    let longest = Int(batch.lengths.max() ?? 0)
    var counts = [Int](repeating: 0, count: longest + 2)
    for length in batch.lengths { counts[Int(length) + 1] += 1 }
    for length in 1..<counts.count { counts[length] += counts[length - 1] }
    lengthStarts = counts
  }

  var termCount: Int { batch.words.count }
  func key(ofTerm term: Int) -> UInt64 { batch.keys[term] }
  func word(ofTerm term: Int) -> String { batch.words[term] }
  func id(_ index: Int) -> Int64 { batch.ids[order[index]] }
  func skeleton(_ index: Int) -> UInt32 { batch.skeletons[order[index]] }
  func signature(_ index: Int) -> UInt64 { batch.signatures[order[index]] }
  func facts(_ index: Int) -> EntryFacts { batch.facts[order[index]] }

  func forEachToken(_ index: Int, _ take: (Int) -> Void) {
    let entry = order[index]
    for place in batch.tokenStarts[entry]..<batch.tokenStarts[entry + 1] {
      take(Int(batch.tokens[place]))
    }
  }
}
