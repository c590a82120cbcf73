/// The layout of a lexicon file, all numbers little-endian:
///
/// | bytes | what |
/// | --- | --- |
/// | 8 | `bitextLX` |
/// | 4, 4 | format version; length of the metadata |
/// | 8 | length of the file |
/// | 8 | FNV-1a of all 8-byte words after the metadata: what `isIntact` checks |
/// | 8 | FNV-1a of the 32 bytes before, the sections' table and the metadata: checked at each opening |
/// | 2 × 14 × 16 | for the source, then the target side: offset and element count of each section |
/// | … | metadata (JSON), then the sections, each at a multiple of 8 |
enum LexiconLayout {
  static let magic = Array("bitextLX".utf8)
  static let version: UInt32 = 3
  /// Where the checksum of the head stands; what it covers stands before and after.
  static let headChecksum = 32
  static let headLength = 40
  static let tableLength = 2 * Section.allCases.count * 16

  /// One array of a side.
  enum Section: Int, CaseIterable {
    /// The terms' texts, UTF-8, one after another, in ascending order.
    case text
    /// UInt32: where each term's text begins, and the end.
    case textOffsets
    /// UInt32: how often each term stands in the dictionaries' text.
    case counts
    /// UInt32: an open-addressing hash table of terms; `emptySlot` where there is none.
    case slots
    /// UInt32: where each term's translations begin, and the end.
    case entryOffsets
    /// UInt32: the translations, terms of the other side.
    case entryTerms
    /// UInt8 a translation: its probability in 255ths, never 0.
    case entryWeights
    /// UInt8 a translation: its origins, a bit each.
    case entryOrigins
    /// UInt32: where the base forms of each term begin, and the end.
    case baseOffsets
    /// UInt32: the base forms, terms of the same side.
    case baseTerms
    /// UInt32: where the words that matter of each term begin, and the end; a single word has none.
    case wordOffsets
    /// UInt32: those words, terms of the same side, as base forms.
    case wordTerms
    /// UInt32: where the phrases begin of which each term is the rarest word, and the end.
    case phraseOffsets
    /// UInt32: those phrases, terms of the same side.
    case phraseTerms

    var elementSize: Int {
      switch self {
      case .text, .entryWeights, .entryOrigins: 1
      default: 4
      }
    }
  }

  static let emptySlot = UInt32.max

  /// FNV-1a, 64 bits (Fowler, Noll & Vo 1991).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(basis) { ($0 ^ UInt64($1)) &* prime }
  }

  /// FNV-1a over the 8-byte words from an offset on.
  static func checksum(_ file: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var hash = basis
    for offset in stride(from: start, to: file.count - 7, by: 8) {
      let word = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* prime
    }
    return hash
  }

  /// The checksum of all that `bodyStart` comes after.
  static func headChecksum(_ file: UnsafeRawBufferPointer, bodyStart: Int) -> UInt64 {
    let parts = [file[..<headChecksum], file[headLength..<bodyStart]]
    return hash(parts.joined())
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
}
