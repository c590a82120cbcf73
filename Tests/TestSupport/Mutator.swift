/// Spoils files at random from a seed, as disks, editors and bad tools do.
public struct Mutator {
  private var random: SeededGenerator
  /// What is likely to matter to a reader: delimiters, numbers at their limits, broken characters.
  private static let pieces: [[UInt8]] =
    ([
      "<", ">", "&", "\"", "]]>", "<![CDATA[", "<!--", "-->", "<tu>", "</tu>", "<seg>", "</seg>",
      "<tuv xml:lang=\"de\">", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "&#x0;", "&#xD800;",
      "&nbsp;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "msgid \"", "msgstr[9] \"", "#~ ", "\\",
      "\n", "\r\n", "\t", ",", ";", "{", "}", "[", "]", ":", "null", "1e999", "-1", "\\u",
      "9223372036854775808", "<script>", "<b", "</", "%00", "\u{FEFF}", "\u{2028}",
    ].map { Array($0.utf8) })
    + [[0], [0xFF], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x0B]]

  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A spoilt file: one to eight changes to one of the corpus, sometimes with parts of another.
  public mutating func spoilt(_ corpus: [[UInt8]]) -> [UInt8] {
    guard var bytes = corpus.randomElement(using: &random) else { return [] }
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let length = min(bytes.count - at, 1 << Int.random(in: 0...10, using: &random))
      switch Int.random(in: 0..<9, using: &random) {
      case 0: bytes.removeSubrange(at..<at + length)
      case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
      case 2: bytes.insert(contentsOf: bytes[at..<at + length], at: at)
      case 3 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 4 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 5: bytes.removeLast(bytes.count - at)
      case 6:
        let other = corpus.randomElement(using: &random) ?? []
        let from = Int.random(in: 0...other.count, using: &random)
        bytes.insert(contentsOf: other[from...].prefix(length), at: at)
      case 7:
        let piece = Self.pieces.randomElement(using: &random) ?? []
        let times = 1 << Int.random(in: 0...9, using: &random)
        bytes.insert(contentsOf: (0..<times).flatMap { _ in piece }, at: at)
      default: bytes.replaceSubrange(at..<at + length, with: bytes[at..<at + length].reversed())
      }
      if bytes.count > 1 << 18 { bytes.removeLast(bytes.count - 1 << 18) }
    }
    return bytes
  }
}
