/// Terms by number, each once: their texts in one array, found through a hash table.
struct TermTable {
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]
  private(set) var counts: [UInt32] = []
  private var slots: [UInt32]

  init() {
    slots = Array(repeating: LexiconLayout.emptySlot, count: 1 << 10)
  }

  var count: Int { counts.count }

  /// Words counted.
  var total: Int { counts.reduce(0) { $0 + Int($1) } }

  func text(of term: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[term])..<Int(starts[term + 1])]
  }

  mutating func addToCount(of term: Int, _ count: UInt32 = 1) { counts[term] += count }

  mutating func setCounts(_ count: (Int) -> UInt32) { counts = counts.indices.map(count) }

  /// The number of a term, a new one if it was not there.
  ///
  /// - Complexity: O(length) on average.
  mutating func intern(_ term: UnsafeBufferPointer<UInt8>) -> Int {
    if (counts.count + 1) * 3 > slots.count * 2 { grow() }
    var slot = Int(truncatingIfNeeded: LexiconLayout.hash(term)) & (slots.count - 1)
    while slots[slot] != LexiconLayout.emptySlot {
      let other = Int(slots[slot])
      if isText(of: other, term) { return other }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(counts.count)
    bytes.append(contentsOf: term)
    starts.append(UInt32(bytes.count))
    counts.append(0)
    return counts.count - 1
  }

  /// The number of a term that is there.
  func find(_ term: ArraySlice<UInt8>) -> Int? {
    var slot = Int(truncatingIfNeeded: LexiconLayout.hash(term)) & (slots.count - 1)
    while slots[slot] != LexiconLayout.emptySlot {
      if text(of: Int(slots[slot])) == term { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func intern(_ term: some Collection<UInt8>) -> Int {
    if let found = term.withContiguousStorageIfAvailable({ intern($0) }) { return found }
    return Array(term).withUnsafeBufferPointer { intern($0) }
  }

  private func isText(of term: Int, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (Int(starts[term]), Int(starts[term + 1]))
    guard end - start == other.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<other.count where bytes[start + index] != other[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: LexiconLayout.emptySlot, count: slots.count * 2)
    for term in counts.indices {
      var slot = Int(truncatingIfNeeded: LexiconLayout.hash(text(of: term))) & (slots.count - 1)
      while slots[slot] != LexiconLayout.emptySlot { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(term)
    }
  }

  /// The terms in the order of their bytes.
  func sorted() -> [Int] {
    // The first eight bytes decide most comparisons.
    let keys = counts.indices.map { term in
      (
        key: text(of: term).prefix(8).enumerated().reduce(0 as UInt64) {
          $0 | UInt64($1.element) << (56 - 8 * UInt64($1.offset))
        }, term: term
      )
    }
    return keys.sorted { a, b in
      if a.key != b.key { return a.key < b.key }
      return text(of: a.term).lexicographicallyPrecedes(text(of: b.term))
    }.map(\.term)
  }
}
