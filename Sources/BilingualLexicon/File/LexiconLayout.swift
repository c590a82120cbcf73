/// The layout of a lexicon file, all numbers little-endian:
///
/// | bytes | what |
/// | --- | --- |
/// | 8 | `bitextLX` |
/// | 4, 4 | format version; length of the metadata |
/// | 8 | length of the file |
/// | 8 | FNV-1a of all 8-byte words after the head |
/// | 2 × 10 × 16 | for the source, then the target side: offset and element count of each section |
/// | … | metadata (JSON), then the sections, each at a multiple of 8 |
enum LexiconLayout {
  static let magic = Array("bitextLX".utf8)
  static let version: UInt32 = 3
  static let headLength = 32
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

    var elementSize: Int {
      switch self {
      case .text, .entryWeights, .entryOrigins: 1
      case .textOffsets, .counts, .slots, .entryOffsets, .entryTerms, .baseOffsets, .baseTerms: 4
      }
    }
  }

  static let emptySlot = UInt32.max

  /// FNV-1a, 64 bits (Fowler, Noll & Vo 1991).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// The checksum of a file: FNV-1a over the 8-byte words that follow the head.
  static func checksum(_ file: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: headLength, to: file.count - 7, by: 8) {
      let word = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}
