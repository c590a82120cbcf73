/// The texts of one language in a segment.
///
/// Pointers into the segment's bytes, good as long as it lives. `@unchecked Sendable`: nobody writes
/// there.
struct SegmentSide: @unchecked Sendable {
  let language: String
  let entryCount, termCount, lengthCount: Int
  private let slotCount: Int
  private let baseID: Int64
  private let lengthTable: UnsafePointer<UInt32>
  private let ids, tokenStarts: UnsafePointer<UInt32>
  private let tokens: UnsafePointer<UInt16>
  let signatures: UnsafePointer<UInt64>
  let skeletons: UnsafePointer<UInt32>
  private let factBytes: UnsafeRawPointer
  private let keys: UnsafePointer<UInt64>
  private let postingStarts, wordStarts, slots: UnsafePointer<UInt32>
  let postings, alphabet: UnsafePointer<UInt32>
  private let words: UnsafePointer<UInt8>
  let scratch = ScratchPool()

  init(_ bytes: SegmentBytes, record: Int) {
    let field = { (field: SegmentFormat.Side) in
      Int(truncatingIfNeeded: bytes.word(at: record + field.rawValue * 8))
    }
    let array = { (start: SegmentFormat.Side) in bytes.base + field(start) }
    let name = UnsafeRawBufferPointer(start: bytes.base + record, count: 16)
    language = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    (entryCount, termCount) = (field(.entryCount), field(.termCount))
    (lengthCount, slotCount) = (field(.lengthCount), field(.slotCount))
    baseID = Int64(field(.baseID))
    lengthTable = array(.lengthStarts).assumingMemoryBound(to: UInt32.self)
    ids = array(.ids).assumingMemoryBound(to: UInt32.self)
    tokenStarts = array(.tokenStarts).assumingMemoryBound(to: UInt32.self)
    tokens = array(.tokens).assumingMemoryBound(to: UInt16.self)
    signatures = array(.signatures).assumingMemoryBound(to: UInt64.self)
    skeletons = array(.skeletons).assumingMemoryBound(to: UInt32.self)
    factBytes = array(.facts)
    keys = array(.keys).assumingMemoryBound(to: UInt64.self)
    postingStarts = array(.postingStarts).assumingMemoryBound(to: UInt32.self)
    wordStarts = array(.wordStarts).assumingMemoryBound(to: UInt32.self)
    slots = array(.slots).assumingMemoryBound(to: UInt32.self)
    postings = array(.postings).assumingMemoryBound(to: UInt32.self)
    alphabet = array(.alphabet).assumingMemoryBound(to: UInt32.self)
    words = array(.words).assumingMemoryBound(to: UInt8.self)
  }

  /// The longest text's number of words; -1 when there is no text.
  var longest: Int { lengthCount - 2 }

  /// The entries with so many words, which lie next to one another.
  func entries(ofLength length: Int) -> Range<Int> {
    guard length < lengthCount - 1 else { return entryCount..<entryCount }
    return Int(lengthTable[length])..<Int(lengthTable[length + 1])
  }

  func unitID(_ entry: Int) -> Int64 { baseID + Int64(ids[entry]) }

  func entryFacts(_ entry: Int) -> EntryFacts {
    factBytes.loadUnaligned(
      fromByteOffset: entry * MemoryLayout<EntryFacts>.stride, as: EntryFacts.self)
  }

  /// The terms of an entry's words, in order.
  @inline(__always)
  func forEachTerm(_ entry: Int, _ take: (UInt32) -> Void) {
    var place = tokens + Int(tokenStarts[entry])
    let end = tokens + Int(tokenStarts[entry + 1])
    while place < end {
      let piece = Int(place[0])
      if piece < SegmentFormat.firstLongTerm {
        take(UInt32(piece))
        place += 1
      } else {
        let high = (piece - SegmentFormat.firstLongTerm) << 16
        take(UInt32(high + Int(place[1]) + SegmentFormat.firstLongTerm))
        place += 2
      }
    }
  }

  /// The terms of an entry's words, one after another.
  @inline(__always)
  func pieces(_ entry: Int) -> Pieces {
    Pieces(place: tokens + Int(tokenStarts[entry]), end: tokens + Int(tokenStarts[entry + 1]))
  }

  struct Pieces {
    fileprivate var place: UnsafePointer<UInt16>
    fileprivate let end: UnsafePointer<UInt16>

    @inline(__always)
    mutating func next() -> UInt32? {
      guard place < end else { return nil }
      let piece = UInt32(place[0])
      if piece < UInt32(SegmentFormat.firstLongTerm) {
        place += 1
        return piece
      }
      let term = (piece - UInt32(SegmentFormat.firstLongTerm)) << 16 + UInt32(place[1])
      place += 2
      return term + UInt32(SegmentFormat.firstLongTerm)
    }
  }

  func term(_ key: WordKey) -> Int? {
    guard slotCount > 0 else { return nil }
    var slot = SegmentFormat.firstSlot(of: key.rawValue, count: slotCount)
    while slots[slot] != 0 {
      let term = Int(slots[slot]) - 1
      if keys[term] == key.rawValue { return term }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  /// Places in `postings`.
  func postingRange(_ term: Int) -> Range<Int> {
    Int(postingStarts[term])..<Int(postingStarts[term + 1])
  }

  func wordKey(_ term: Int) -> WordKey { WordKey(rawValue: keys[term]) }

  /// The word as folded, and without its diacritics.
  func spelling(_ term: Int) -> (word: UnsafeBufferPointer<UInt8>, bare: UnsafeBufferPointer<UInt8>)
  {
    let all = UnsafeBufferPointer(
      start: words + Int(wordStarts[term]), count: Int(wordStarts[term + 1] - wordStarts[term]))
    guard let zero = all.firstIndex(of: 0) else { return (all, all) }
    return (
      UnsafeBufferPointer(rebasing: all[..<zero]),
      UnsafeBufferPointer(rebasing: all[(zero + 1)...])
    )
  }
}

extension SegmentSide: SideSource {
  var lengthStarts: [Int] { (0..<lengthCount).map { Int(lengthTable[$0]) } }
  func key(ofTerm term: Int) -> UInt64 { keys[term] }
  func word(ofTerm term: Int) -> String { String(decoding: spelling(term).word, as: UTF8.self) }
  func id(_ index: Int) -> Int64 { unitID(index) }
  func skeleton(_ index: Int) -> UInt32 { skeletons[index] }
  func signature(_ index: Int) -> UInt64 { signatures[index] }
  func facts(_ index: Int) -> EntryFacts { entryFacts(index) }

  func forEachToken(_ index: Int, _ take: (Int) -> Void) { forEachTerm(index) { take(Int($0)) } }
}
