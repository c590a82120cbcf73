/// The edit distance of words to one text, prepared for many comparisons.
///
/// Counts the insertions, deletions and replacements that turn one sequence into the other
/// (Levenshtein 1966) by the bit-parallel method of Myers (1999) in the block form of Hyyrö (2003):
/// O(⌈m / 64⌉ · n) for sequences of m and n words.
struct WordDistance<Word: Hashable> {
  private let count: Int
  private let blocks: Int
  /// For each word of the query, the bits of the places where it stands, one run of `blocks` a word.
  private let places: [UInt64]
  private let slots: [Word: Int]

  init(to query: [Word]) {
    count = query.count
    blocks = max(1, (query.count + 63) / 64)
    var slots: [Word: Int] = [:]
    var places: [UInt64] = []
    for (index, word) in query.enumerated() {
      let slot = slots[word] ?? slots.count
      if slot == slots.count {
        slots[word] = slot
        places.append(contentsOf: repeatElement(0, count: blocks))
      }
      places[slot * blocks + index / 64] |= 1 << UInt64(index % 64)
    }
    (self.slots, self.places) = (slots, places)
  }

  func distance(from words: [Word]) -> Int {
    guard count > 0 else { return words.count }
    return blocks == 1 ? shortDistance(from: words) : longDistance(from: words)
  }

  /// For queries of at most 64 words: one machine word holds a column of the table.
  private func shortDistance(from words: [Word]) -> Int {
    var column = Column()
    var distance = count
    let last: UInt64 = 1 << UInt64(count - 1)
    for word in words {
      let equal = slots[word].map { places[$0] } ?? 0
      let step = column.advance(equal: equal, carryUp: true, carryDown: false)
      if step.up & last != 0 { distance += 1 }
      if step.down & last != 0 { distance -= 1 }
    }
    return distance
  }

  private func longDistance(from words: [Word]) -> Int {
    var columns = [Column](repeating: Column(), count: blocks)
    var distance = count
    let last: UInt64 = 1 << UInt64((count - 1) % 64)
    for word in words {
      let slot = slots[word]
      var (carryUp, carryDown) = (true, false)
      for block in 0..<blocks {
        let equal = slot.map { places[$0 * blocks + block] } ?? 0
        let step = columns[block].advance(equal: equal, carryUp: carryUp, carryDown: carryDown)
        if block == blocks - 1 {
          if step.up & last != 0 { distance += 1 }
          if step.down & last != 0 { distance -= 1 }
        }
        (carryUp, carryDown) = (step.up >> 63 == 1, step.down >> 63 == 1)
      }
    }
    return distance
  }
}

/// 64 rows of a column of the table, as differences between neighbours: +1, −1 or neither a bit.
struct Column {
  var up = ~UInt64(0)
  var down: UInt64 = 0

  /// Moves to the next column; the carries are the horizontal difference at the row above.
  ///
  /// - Returns: The horizontal differences of these rows.
  @inline(__always)
  mutating func advance(equal: UInt64, carryUp: Bool, carryDown: Bool) -> (up: UInt64, down: UInt64)
  {
    let vertical = equal | down
    let reached = equal | (carryDown ? 1 : 0)
    let horizontal = (((reached & up) &+ up) ^ up) | reached
    let stepUp = down | ~(horizontal | up)
    let stepDown = up & horizontal
    let shiftedUp = stepUp << 1 | (carryUp ? 1 : 0)
    let shiftedDown = stepDown << 1 | (carryDown ? 1 : 0)
    up = shiftedDown | ~(vertical | shiftedUp)
    down = shiftedUp & vertical
    return (stepUp, stepDown)
  }
}
