/// How a segment lies on disk: a header, arrays of little-endian numbers at offsets that are
/// multiples of 8, a record a side that says where they are, and a line a shape.
///
/// A segment never changes once it is written. Docs: docs/memory.md.
enum SegmentFormat {
  /// “BTXTSEG” and the version of the layout. A change of `WordKey`, of the skeleton or of
  /// `EntryFacts` is a change of the layout too.
  static let magic: UInt64 = 0x0147_4553_5458_5442

  /// The header's numbers, of 64 bits each, from the start of the file.
  enum Header: Int, CaseIterable {
    case magic, sideCount, size, sides, shapes, shapeBytes, bodyChecksum
    /// Of all above and of the records of the sides.
    case checksum
  }

  /// The numbers of a side's record, of 64 bits each; arrays are given by their offset in the file.
  enum Side: Int, CaseIterable {
    /// The primary language in ASCII, padded with zeros; 16 bytes.
    case language, languageEnd
    case entryCount, termCount, lengthCount, slotCount, tokenCount, postingCount, wordBytes
    /// What is added to each of `ids`.
    case baseID
    /// For each number of words from 0, the first entry that has as many; 32 bits each.
    case lengthStarts
    /// For each entry: 32 bits, of which the tokens' count 16-bit pieces.
    case ids, tokenStarts
    case tokens
    case signatures
    case skeletons
    case facts
    /// For each term, the most frequent first: its key, and where its postings and its word begin.
    case keys, postingStarts, wordStarts
    /// Entries that have the term, ascending; 32 bits each.
    case postings
    /// A hash table of terms by key: 0 or the term plus 1, 32 bits each; a power of two of them.
    case slots
    /// The terms in the order of their words without diacritics.
    case alphabet
    /// Of each term the word in UTF-8; where it has diacritics, a zero byte and the word without.
    case words
  }

  /// Terms from here on take two 16-bit pieces, the more frequent ones below only one.
  static let firstLongTerm = 0xE000

  /// A hash of 64-bit numbers, one after another.
  static func checksum(_ words: UnsafeBufferPointer<UInt64>, from start: UInt64) -> UInt64 {
    var hash = start
    for word in words {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  static let checksumStart: UInt64 = 0x6269_7465_7874_0001

  /// Where the search for a key begins in a table of so many slots.
  static func firstSlot(of key: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (count - 1)
  }
}
