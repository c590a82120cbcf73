#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A place among bytes of XML, which moves on over what is plain.
struct ByteScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  /// Whether the bytes ended before something could be told.
  private(set) var isCut = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) {
    (self.bytes, self.at) = (bytes, at)
  }

  /// The byte here; at the end of the bytes, zero, which XML does not have.
  var next: UInt8 {
    mutating get {
      if at < bytes.count { return bytes[at] }
      isCut = true
      return 0
    }
  }

  mutating func skipSpace() {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Moves behind a literal if it stands here.
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard let base = bytes.baseAddress, bytes.count - at >= count else {
      isCut = true
      return false
    }
    guard memcmp(base + at, literal.utf8Start, count) == 0 else { return false }
    at += count
    return true
  }

  /// Moves over ASCII letters and what else is in TMX's names.
  mutating func name() -> UnsafeBufferPointer<UInt8> {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      guard byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2D || byte == 0x3A else {
        break
      }
      at += 1
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<at])
  }

  /// What may follow one another in a text, or stand in quotes.
  enum Ending {
    case markup
    case quote(UInt8)
  }

  /// Moves over characters that stand for themselves, up to where a text ends, a reference, or
  /// something that is not plain. Gives what was passed; `nil` for what XML does not allow.
  mutating func characters(until ending: Ending) -> UnsafeBufferPointer<UInt8>? {
    let start = at
    let stops =
      switch ending {
      case .markup: Self.textStops
      case .quote(let quote): Self.valueStops | 1 << UInt64(quote)
      }
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x40 {
        if stops >> UInt64(byte) & 1 != 0 { break }
      } else if byte == 0x5D || byte == 0xEF {
        guard at + 2 < bytes.count else {
          isCut = true
          return nil
        }
        let (second, third) = (bytes[at + 1], bytes[at + 2])
        // ]]> may not stand in text; U+FFFE and U+FFFF are no characters of XML.
        if byte == 0x5D ? second == 0x5D && third == 0x3E : second == 0xBF && third >= 0xBE {
          return nil
        }
      }
      at += 1
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<at])
  }

  /// Control characters, `&` and `<`; a text may hold line feeds and tabs, which in a value mean spaces,
  /// and a carriage return means a line feed in either.
  private static let valueStops: UInt64 = 0xFFFF_FFFF | 1 << 0x26 | 1 << 0x3C
  private static let textStops: UInt64 = valueStops & ~(1 << 0x0A | 1 << 0x09)

  /// Moves over `&amp;` and its like, or the number of a character; `nil` for any other reference.
  mutating func reference() -> Unicode.Scalar? {
    let start = at
    at += 1
    var digits: (count: Int, value: UInt32) = (0, 0)
    if next == 0x23 {
      at += 1
      let radix: UInt32 = next == 0x78 ? 16 : 10
      if radix == 16 { at += 1 }
      while let digit = Self.digit(next), digit < radix, digits.count < 7 {
        digits = (digits.count + 1, digits.value * radix + digit)
        at += 1
      }
      guard digits.count > 0, next == 0x3B else { return nil }
      at += 1
      return Unicode.Scalar(digits.value).flatMap { Self.isAllowed($0.value) ? $0 : nil }
    }
    at = start
    for (text, scalar) in Self.entities where take(text) { return scalar }
    return nil
  }

  private static let entities: [(StaticString, Unicode.Scalar)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
  ]

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  /// XML 1.0, production 2; surrogates are no scalars.
  private static func isAllowed(_ value: UInt32) -> Bool {
    value >= 0x20
      ? value < 0xFFFE || value > 0xFFFF : value == 0x09 || value == 0x0A || value == 0x0D
  }
}
