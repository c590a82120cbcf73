/// The pairs of words that stand in some pair of segments together, each with a number: a hash table
/// from a pair to its cell.
///
/// Bounded: when it is full, the pairs seen least often go, as in lossy counting (Manku & Motwani 2002).
/// What goes was rare so far; a pair that is not rare comes back.
struct WordPairCells {
  /// Source word in the upper, target word in the lower half; `empty` where there is none.
  private(set) var keys: [UInt64]
  /// In how many pairs of segments.
  private(set) var counts: [UInt32]
  private(set) var count = 0
  private let limit: Int

  static let empty = UInt64.max

  /// - Parameter limit: The most pairs to hold.
  init(limit: Int) {
    self.limit = max(limit, 1 << 10)
    keys = Array(repeating: Self.empty, count: 1 << 12)
    counts = Array(repeating: 0, count: 1 << 12)
  }

  static func key(_ source: Int32, _ target: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: target))
  }

  /// Places in the table; of them `count` are taken.
  var capacity: Int { keys.count }

  mutating func add(_ key: UInt64) {
    let place = place(of: key)
    if keys[place] == key {
      counts[place] += 1
      return
    }
    keys[place] = key
    counts[place] = 1
    count += 1
    if count * 3 > keys.count * 2 {
      count < limit ? rehash(into: keys.count * 2, least: 1) : prune()
    }
  }

  /// The place of a pair; `nil` when it is not there.
  func find(_ key: UInt64) -> Int? {
    let place = place(of: key)
    return keys[place] == key ? place : nil
  }

  /// Forgets the pairs seen less often than that.
  mutating func drop(below least: UInt32) { rehash(into: keys.count, least: least) }

  private mutating func prune() {
    var least: UInt32 = 2
    let before = count
    while count > before / 2 {
      rehash(into: keys.count, least: least)
      least += 1
    }
  }

  private func place(of key: UInt64) -> Int {
    // Fibonacci hashing spreads the low bits over the high ones (Knuth, TAOCP 3, 6.4).
    let hash = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: hash >> 20) & (keys.count - 1)
    while keys[place] != Self.empty, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func rehash(into capacity: Int, least: UInt32) {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = Array(repeating: Self.empty, count: capacity)
    counts = Array(repeating: 0, count: capacity)
    count = 0
    for (index, key) in oldKeys.enumerated() where key != Self.empty && oldCounts[index] >= least {
      let place = place(of: key)
      (keys[place], counts[place]) = (key, oldCounts[index])
      count += 1
    }
  }
}
