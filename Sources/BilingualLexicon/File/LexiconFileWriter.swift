/// Lays the arrays of a lexicon out as a file.
struct LexiconFileWriter {
  private var bytes: [UInt8]
  private let metadataLength: Int

  init(metadata: [UInt8]) {
    bytes = [UInt8](repeating: 0, count: LexiconLayout.headLength + LexiconLayout.tableLength)
    bytes += metadata
    metadataLength = metadata.count
  }

  /// - Parameter pairs: (term of this side, term of the other, weight), ascending by the first.
  mutating func append(
    _ side: Lexicon.Side, terms: [[UInt8]], counts: [UInt32], pairs: [(UInt32, UInt32, UInt8)]
  ) {
    append(side, .text, terms.joined(), count: terms.reduce(0) { $0 + $1.count })
    var offset: UInt32 = 0
    append(
      side, .textOffsets,
      terms.map { text in
        defer { offset += UInt32(text.count) }
        return offset
      } + [terms.reduce(0) { $0 + UInt32($1.count) }])
    append(side, .counts, counts)
    append(side, .slots, slots(of: terms))
    var entryOffsets = [UInt32](repeating: 0, count: terms.count + 1)
    for pair in pairs { entryOffsets[Int(pair.0) + 1] += 1 }
    for term in terms.indices { entryOffsets[term + 1] += entryOffsets[term] }
    append(side, .entryOffsets, entryOffsets)
    append(side, .entryTerms, pairs.map(\.1))
    append(side, .entryWeights, pairs.lazy.map(\.2), count: pairs.count)
  }

  mutating func finished() -> [UInt8] {
    pad()
    bytes.replaceSubrange(0..<8, with: LexiconLayout.magic)
    put(LexiconLayout.version, at: 8)
    put(UInt32(metadataLength), at: 12)
    put(UInt64(bytes.count), at: 16)
    put(bytes.withUnsafeBytes(LexiconLayout.checksum), at: 24)
    return bytes
  }

  /// A hash table at most two thirds full.
  private func slots(of terms: [[UInt8]]) -> [UInt32] {
    var capacity = 2
    while capacity * 2 < terms.count * 3 + 2 { capacity *= 2 }
    var slots = [UInt32](repeating: LexiconLayout.emptySlot, count: capacity)
    for (term, text) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: LexiconLayout.hash(text)) & (capacity - 1)
      while slots[slot] != LexiconLayout.emptySlot { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(term)
    }
    return slots
  }

  private mutating func append(
    _ side: Lexicon.Side, _ section: LexiconLayout.Section, _ numbers: [UInt32]
  ) {
    append(
      side, section,
      numbers.lazy.flatMap { number in
        (0..<4).lazy.map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
      }, count: numbers.count)
  }

  private mutating func append(
    _ side: Lexicon.Side, _ section: LexiconLayout.Section, _ content: some Sequence<UInt8>,
    count: Int
  ) {
    pad()
    let row = side.rawValue * LexiconLayout.Section.allCases.count + section.rawValue
    put(UInt64(bytes.count), at: LexiconLayout.headLength + row * 16)
    put(UInt64(count), at: LexiconLayout.headLength + row * 16 + 8)
    bytes.append(contentsOf: content)
  }

  private mutating func pad() {
    while bytes.count % 8 != 0 { bytes.append(0) }
  }

  private mutating func put(_ number: some FixedWidthInteger, at offset: Int) {
    withUnsafeBytes(of: number.littleEndian) {
      bytes.replaceSubrange(offset..<offset + $0.count, with: $0)
    }
  }
}
