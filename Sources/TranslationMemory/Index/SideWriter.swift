/// Writes the texts of one language, from one source or several, as a side of a segment.
struct SideWriter<Source: SideSource> {
  private let sources: [Source]
  /// What a shape of each source is in the segment.
  private let shapes: [[UInt16]]
  /// The entries that stay, in the order of the segment, and where each number of words begins.
  private let order: [Place]
  private let lengthStarts: [UInt32]
  private let terms: TermUnion

  /// - Parameter keeps: Whether an entry of a source stays.
  init(
    _ sources: [Source], shapes: [[UInt16]], keeps: (_ source: Int, _ unit: Int64) -> Bool
  ) {
    (self.sources, self.shapes) = (sources, shapes)
    let starts = sources.map(\.lengthStarts)
    let lengths = (starts.map(\.count).max() ?? 1) - 1
    var order: [Place] = []
    order.reserveCapacity(starts.reduce(0) { $0 + ($1.last ?? 0) })
    var lengthStarts: [UInt32] = []
    for length in 0..<max(0, lengths) {
      lengthStarts.append(UInt32(order.count))
      Self.merge(sources, starts: starts, length: length, keeps: keeps, into: &order)
    }
    lengthStarts.append(UInt32(order.count))
    (self.order, self.lengthStarts) = (order, lengthStarts)
    terms = TermUnion(sources, order: order)
  }

  var isEmpty: Bool { order.isEmpty }

  /// The entries of one number of words, from all sources, by skeleton, then unit.
  private static func merge(
    _ sources: [Source], starts: [[Int]], length: Int, keeps: (Int, Int64) -> Bool,
    into order: inout [Place]
  ) {
    var heads: [(source: Int, next: Int, end: Int, skeleton: UInt32, id: Int64)] = []
    for (source, starts) in starts.enumerated() where length + 1 < starts.count {
      let (next, end) = (starts[length], starts[length + 1])
      if next < end {
        heads.append(
          (source, next, end, sources[source].skeleton(next), sources[source].id(next)))
      }
    }
    while !heads.isEmpty {
      var least = 0
      for index in 1..<max(1, heads.count)
      where (heads[index].skeleton, heads[index].id) < (heads[least].skeleton, heads[least].id) {
        least = index
      }
      let head = heads[least]
      if keeps(head.source, head.id) {
        order.append(Place(source: head.source, entry: head.next))
      }
      if head.next + 1 < head.end {
        heads[least].next += 1
        heads[least].skeleton = sources[head.source].skeleton(head.next + 1)
        heads[least].id = sources[head.source].id(head.next + 1)
      } else {
        heads.remove(at: least)
      }
    }
  }

  /// Writes the arrays.
  ///
  /// - Returns: The record that tells where they are.
  func write(_ language: String, to output: SegmentOutput) throws(SegmentFault) -> [UInt64] {
    var record = [UInt64](repeating: 0, count: SegmentFormat.Side.allCases.count)
    let set = { (field: SegmentFormat.Side, value: Int) in
      record[field.rawValue] = UInt64(bitPattern: Int64(value))
    }
    for (index, byte) in language.utf8.prefix(16).enumerated() {
      record[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
    set(.entryCount, order.count)
    set(.termCount, terms.keys.count)
    set(.lengthCount, lengthStarts.count)
    set(.lengthStarts, output.offset)
    try output.append(lengthStarts)
    try output.align()

    let base = order.reduce(Int64.max) { min($0, sources[$1.source].id($1.entry)) }
    set(.baseID, Int(base))
    set(.ids, output.offset)
    try appendEach(to: output) { UInt32(truncatingIfNeeded: $0.id($1) - base) }
    set(.signatures, output.offset)
    try appendEach(to: output) { $0.signature($1) }
    set(.skeletons, output.offset)
    try appendEach(to: output) { $0.skeleton($1) }
    set(.facts, output.offset)
    try appendFacts(to: output)
    try appendTokens(to: output, set)
    try appendPostings(to: output, set)

    set(.keys, output.offset)
    try output.append(terms.keys)
    try appendSlots(to: output, set)
    let spellings = terms.spellings()
    set(.words, output.offset)
    set(.wordBytes, spellings.bytes.count)
    try output.append(spellings.bytes)
    try output.align()
    set(.wordStarts, output.offset)
    try output.append(spellings.starts)
    try output.align()
    set(.alphabet, output.offset)
    try output.append(spellings.alphabet)
    try output.align()
    return record
  }

  /// How many numbers are gathered before they are handed on.
  private static var chunk: Int { 1 << 14 }

  private func appendEach<Number: BitwiseCopyable>(
    to output: SegmentOutput, _ value: (Source, Int) -> Number
  ) throws(SegmentFault) {
    var chunk: [Number] = []
    for place in order {
      chunk.append(value(sources[place.source], place.entry))
      if chunk.count == Self.chunk {
        try output.append(chunk)
        chunk.removeAll(keepingCapacity: true)
      }
    }
    try output.append(chunk)
    try output.align()
  }

  private func appendFacts(to output: SegmentOutput) throws(SegmentFault) {
    var chunk: [EntryFacts] = []
    for place in order {
      var facts = sources[place.source].facts(place.entry)
      let map = shapes[place.source]
      facts.shape = Int(facts.shape) < map.count ? map[Int(facts.shape)] : .max
      chunk.append(facts)
      if chunk.count == Self.chunk {
        try output.append(chunk)
        chunk.removeAll(keepingCapacity: true)
      }
    }
    try output.append(chunk)
    try output.align()
  }

  private func appendTokens(
    to output: SegmentOutput, _ set: (SegmentFormat.Side, Int) -> Void
  ) throws(SegmentFault) {
    set(.tokens, output.offset)
    var starts: [UInt32] = []
    starts.reserveCapacity(order.count + 1)
    var pieces: [UInt16] = []
    var count = 0
    for place in order {
      starts.append(UInt32(count + pieces.count))
      let map = terms.numbers[place.source]
      sources[place.source].forEachToken(place.entry) { token in
        let term = Int(map[token])
        if term < SegmentFormat.firstLongTerm {
          pieces.append(UInt16(term))
        } else {
          let rest = term - SegmentFormat.firstLongTerm
          pieces.append(UInt16(SegmentFormat.firstLongTerm + rest >> 16))
          pieces.append(UInt16(truncatingIfNeeded: rest))
        }
      }
      if pieces.count >= Self.chunk {
        count += pieces.count
        try output.append(pieces)
        pieces.removeAll(keepingCapacity: true)
      }
    }
    count += pieces.count
    try output.append(pieces)
    try output.align()
    starts.append(UInt32(count))
    set(.tokenCount, count)
    set(.tokenStarts, output.offset)
    try output.append(starts)
    try output.align()
  }

  /// How many postings are put in order at a time; each time all tokens are read.
  private static var postingsAtATime: Int { 1 << 25 }

  private func appendPostings(
    to output: SegmentOutput, _ set: (SegmentFormat.Side, Int) -> Void
  ) throws(SegmentFault) {
    set(.postings, output.offset)
    var starts: [UInt32] = [0]
    starts.reserveCapacity(terms.counts.count + 1)
    var total = 0
    for count in terms.counts {
      total += Int(count)
      starts.append(UInt32(total))
    }
    set(.postingCount, total)
    var first = 0
    while first < terms.counts.count {
      var end = first + 1
      while end < terms.counts.count,
        Int(starts[end + 1] - starts[first]) <= Self.postingsAtATime
      { end += 1 }
      try output.append(postings(of: first..<end, starts: starts))
      first = end
    }
    try output.align()
    set(.postingStarts, output.offset)
    try output.append(starts)
    try output.align()
  }

  private func postings(of chosen: Range<Int>, starts: [UInt32]) -> [UInt32] {
    let base = starts[chosen.lowerBound]
    var postings = [UInt32](repeating: 0, count: Int(starts[chosen.upperBound] - base))
    var next = chosen.map { starts[$0] - base }
    var last = [UInt32](repeating: .max, count: chosen.count)
    for (entry, place) in order.enumerated() {
      let map = terms.numbers[place.source]
      sources[place.source].forEachToken(place.entry) { token in
        let term = Int(map[token]) - chosen.lowerBound
        guard term >= 0, term < next.count, last[term] != UInt32(entry) else { return }
        last[term] = UInt32(entry)
        postings[Int(next[term])] = UInt32(entry)
        next[term] += 1
      }
    }
    return postings
  }

  private func appendSlots(
    to output: SegmentOutput, _ set: (SegmentFormat.Side, Int) -> Void
  ) throws(SegmentFault) {
    var count = terms.keys.isEmpty ? 0 : 8
    while count < terms.keys.count * 2 { count *= 2 }
    var slots = [UInt32](repeating: 0, count: count)
    for (term, key) in terms.keys.enumerated() {
      var slot = SegmentFormat.firstSlot(of: key, count: count)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt32(term + 1)
    }
    set(.slotCount, count)
    set(.slots, output.offset)
    try output.append(slots)
    try output.align()
  }
}
