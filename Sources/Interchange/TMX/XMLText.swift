/// Text as XML 1.0 can carry it.
enum XMLText {
  /// The text with what XML reserves escaped. Characters that XML does not allow at all are mended so
  /// that one sees it: a control character becomes its picture (U+001F: U+241F), U+FFFE and U+FFFF
  /// become U+FFFD.
  ///
  /// - Parameter quotes: Whether it goes into an attribute, where quotes and white space other than
  ///   the space need escaping too.
  static func escaped(_ text: String, quotes: Bool = false) -> String {
    var bytes: [UInt8] = []
    append(text, quotes: quotes, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ text: String, quotes: Bool = false, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        guard byte < 0x40 ? suspects & (1 << UInt64(byte)) != 0 : byte == 0xEF,
          let replacement = replacement(of: byte, at: index, in: utf8, quotes: quotes)
        else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        bytes.append(contentsOf: replacement.text.utf8)
        start = index + replacement.count
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// The ASCII characters below 0x40 that may need a replacement, a bit each: control characters and
  /// `"`, `&`, `<`, `>`.
  private static let suspects: UInt64 = {
    let marks = [UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">")]
    return marks.reduce(0xFFFF_FFFF) { $0 | 1 << UInt64($1) }
  }()

  /// What stands for the character that begins at `index`, and how many bytes that character has;
  /// `nil` when it may stay.
  private static func replacement(
    of byte: UInt8, at index: Int, in utf8: UnsafeBufferPointer<UInt8>, quotes: Bool
  ) -> (text: String, count: Int)? {
    switch byte {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    // A closing ]]> may not stand in text.
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return quotes ? ("&quot;", 1) : nil
    case 0x09: return quotes ? ("&#9;", 1) : nil
    case 0x0A: return quotes ? ("&#10;", 1) : nil
    // A parser would read a bare carriage return as a line feed.
    case 0x0D: return ("&#13;", 1)
    case 0..<0x20: return (picture(of: UInt32(byte)), 1)
    case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
      return ("\u{FFFD}", 3)
    default: return nil
    }
  }

  /// What stands for a scalar that XML does not allow.
  static func picture(of scalar: UInt32) -> String {
    let picture = scalar < 0x20 ? Unicode.Scalar(0x2400 + scalar) : "\u{FFFD}"
    return String(Character(picture ?? "\u{FFFD}"))
  }
}

extension [UInt8] {
  /// Appends markup as it is.
  mutating func append(markup: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }
}
