/// A query as the searches of all segments share it.
struct QueryWords {
  let text: ComparedText
  let skeleton: UInt32
  let signature: UInt64
  let facts: EntryFacts
  /// The distinct words: their keys, and how often each stands in the query.
  let distinct: [(key: WordKey, count: Int)]
  /// For each word of the query, its index in `distinct`.
  let sequence: [Int]

  init(_ text: ComparedText) {
    self.text = text
    skeleton = UInt32(truncatingIfNeeded: text.skeleton)
    signature = text.signature
    facts = EntryFacts(text)
    var indexes: [WordKey: Int] = [:]
    var distinct: [(key: WordKey, count: Int)] = []
    sequence = text.keys.map { key in
      if let known = indexes[key] {
        distinct[known].count += 1
        return known
      }
      indexes[key] = distinct.count
      distinct.append((key, 1))
      return distinct.count - 1
    }
    self.distinct = distinct
  }

  var count: Int { sequence.count }
}

/// The words of a query as the terms of one side, with the places where each stands: what a text's
/// terms are compared with.
///
/// The edit distance is `WordDistance`'s, over numbers instead of words and in memory of its own.
struct TermQuery {
  /// The query's terms in the side, with how often the query has each and its number of entries;
  /// terms that the side lacks have none. The rarest first.
  let terms: [(term: Int?, count: Int, entries: Int)]
  private let length: Int
  private let blocks: Int
  /// An open hash table: the term plus 1, or 0, and the bits of its places, `blocks` of them.
  private let slots: [UInt32]
  private let masks: [UInt64]

  init(_ query: QueryWords, in side: SegmentSide) {
    length = query.count
    blocks = max(1, (length + 63) / 64)
    var size = 16
    while size < query.distinct.count * 4 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    var masks = [UInt64](repeating: 0, count: size * blocks)
    var places = [Int?](repeating: nil, count: query.distinct.count)
    let terms = query.distinct.enumerated().map { index, word in
      let term = side.term(word.key)
      if let term {
        var slot = term & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = UInt32(term + 1)
        places[index] = slot
      }
      return (term: term, count: word.count, entries: term.map { side.postingRange($0).count } ?? 0)
    }
    for (position, index) in query.sequence.enumerated() {
      if let slot = places[index] {
        masks[slot * blocks + position / 64] |= 1 << UInt64(position % 64)
      }
    }
    self.terms = terms.enumerated().sorted {
      ($0.element.entries, $0.offset) < ($1.element.entries, $1.offset)
    }.map(\.element)
    (self.slots, self.masks) = (slots, masks)
  }

  /// The edit distance between the query's words and an entry's, or some number above `most` where it
  /// exceeds that.
  ///
  /// - Parameter words: How many the entry has.
  func distance(to entry: Int, of side: SegmentSide, words: Int, most: Int) -> Int {
    guard length > 0 else { return words }
    return slots.withUnsafeBufferPointer { slots in
      masks.withUnsafeBufferPointer { masks in
        blocks == 1
          ? shortDistance(entry, side, slots, masks, words: words, most: most)
          : longDistance(entry, side, slots, masks)
      }
    }
  }

  /// Whether an entry with as many words has the query's, in their order.
  func isSame(_ entry: Int, of side: SegmentSide) -> Bool {
    distance(to: entry, of: side, words: length, most: 0) == 0
  }

  /// Myers (1999) with one machine word a column; given up, with a distance above `most`, as soon as
  /// the words left could not bring it down to that.
  private func shortDistance(
    _ entry: Int, _ side: SegmentSide, _ slots: UnsafeBufferPointer<UInt32>,
    _ masks: UnsafeBufferPointer<UInt64>, words: Int, most: Int
  ) -> Int {
    var up = ~UInt64(0)
    var down: UInt64 = 0
    // The distance less the words left, which no step lowers by more than it takes off them.
    var excess = length - words
    let last = UInt64(length - 1)
    let wrap = slots.count - 1
    var pieces = side.pieces(entry)
    while let term = pieces.next() {
      var slot = Int(term) & wrap
      while slots[slot] != 0, slots[slot] != term + 1 { slot = (slot + 1) & wrap }
      // A column of the table, as `Column` has it, between two of the first row.
      let equal = slots[slot] == 0 ? 0 : masks[slot]
      let vertical = equal | down
      let horizontal = (((equal & up) &+ up) ^ up) | equal
      let stepUp = down | ~(horizontal | up)
      let stepDown = up & horizontal
      excess += 1 + Int(stepUp >> last & 1) - Int(stepDown >> last & 1)
      if excess > most { return excess }
      let shiftedUp = stepUp << 1 | 1
      up = stepDown << 1 | ~(vertical | shiftedUp)
      down = shiftedUp & vertical
    }
    return excess
  }

  /// In blocks of 64 (Hyyrö 2003).
  private func longDistance(
    _ entry: Int, _ side: SegmentSide, _ slots: UnsafeBufferPointer<UInt32>,
    _ masks: UnsafeBufferPointer<UInt64>
  ) -> Int {
    var columns = [Column](repeating: Column(), count: blocks)
    var distance = length
    let last: UInt64 = 1 << UInt64((length - 1) % 64)
    let wrap = slots.count - 1
    side.forEachTerm(entry) { term in
      var slot = Int(term) & wrap
      while slots[slot] != 0, slots[slot] != term + 1 { slot = (slot + 1) & wrap }
      let isKnown = slots[slot] != 0
      var (carryUp, carryDown) = (true, false)
      for block in 0..<blocks {
        let equal = isKnown ? masks[slot * blocks + block] : 0
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
