/// Lays the arrays of a lexicon out as a file.
struct LexiconFileWriter {
  private var bytes: [UInt8]
  private let metadataLength: Int

  init(metadata: [UInt8]) {
    bytes = [UInt8](repeating: 0, count: LexiconLayout.headLength + LexiconLayout.tableLength)
    bytes += metadata
    metadataLength = metadata.count
  }

  /// - Parameter order: The terms in the order of their bytes.
  mutating func append(
    _ side: Lexicon.Side, terms: TermTable, order: [Int], pairs: LexiconPairs.Grouped,
    bases: LexiconPairs.Grouped, phrases: PhraseIndex
  ) {
    var (text, offsets): ([UInt8], [UInt32]) = ([], [0])
    for term in order {
      text += terms.text(of: term)
      offsets.append(UInt32(text.count))
    }
    append(side, .text, text)
    append(side, .textOffsets, offsets)
    append(side, .counts, order.map { terms.counts[$0] })
    append(side, .slots, slots(terms, order))
    append(side, .entryOffsets, pairs.offsets)
    append(side, .entryTerms, pairs.terms)
    append(side, .entryWeights, pairs.weights)
    append(side, .entryOrigins, pairs.origins)
    append(side, .baseOffsets, bases.offsets)
    append(side, .baseTerms, bases.terms)
    append(side, .wordOffsets, phrases.wordOffsets)
    append(side, .wordTerms, phrases.wordTerms)
    append(side, .phraseOffsets, phrases.phraseOffsets)
    append(side, .phraseTerms, phrases.phraseTerms)
  }

  mutating func finished() -> [UInt8] {
    pad()
    bytes.replaceSubrange(0..<8, with: LexiconLayout.magic)
    put(LexiconLayout.version, at: 8)
    put(UInt32(metadataLength), at: 12)
    put(UInt64(bytes.count), at: 16)
    let bodyStart = LexiconLayout.headLength + LexiconLayout.tableLength + metadataLength
    put(bytes.withUnsafeBytes { LexiconLayout.checksum($0, from: bodyStart) }, at: 24)
    put(
      bytes.withUnsafeBytes { LexiconLayout.headChecksum($0, bodyStart: bodyStart) },
      at: LexiconLayout.headChecksum)
    return bytes
  }

  /// A hash table at most two thirds full.
  private func slots(_ terms: TermTable, _ order: [Int]) -> [UInt32] {
    var capacity = 2
    while capacity * 2 < order.count * 3 + 2 { capacity *= 2 }
    var slots = [UInt32](repeating: LexiconLayout.emptySlot, count: capacity)
    for (rank, term) in order.enumerated() {
      let hash = LexiconLayout.hash(terms.text(of: term))
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] != LexiconLayout.emptySlot { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(rank)
    }
    return slots
  }

  private mutating func append<Number: FixedWidthInteger>(
    _ side: Lexicon.Side, _ section: LexiconLayout.Section, _ numbers: [Number]
  ) {
    pad()
    let row = side.rawValue * LexiconLayout.Section.allCases.count + section.rawValue
    put(UInt64(bytes.count), at: LexiconLayout.headLength + row * 16)
    put(UInt64(numbers.count), at: LexiconLayout.headLength + row * 16 + 8)
    // A no-op on machines that store the low byte first.
    numbers.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
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
