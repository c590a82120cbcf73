extension UnsafeBufferPointer<UInt8> {
  func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count > suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}

/// Valid UTF-8 with the questions that rules ask of it. Offsets count bytes.
struct UTF8Text {
  let bytes: UnsafeBufferPointer<UInt8>
  /// What may stand between two words of a line: line ends too where they only mark a margin.
  var gap = CharacterClass.Members.blank

  var count: Int { bytes.count }

  subscript(offset: Int) -> UInt8 { bytes[offset] }

  /// The byte at an offset; 0 outside the text.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// The scalar that starts at an offset, and its width in bytes; `nil` at the end.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard offset < bytes.count else { return nil }
    let lead = bytes[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard offset + width <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    for index in offset + 1..<offset + width {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, width) }
  }

  /// The scalar that ends at an offset, and its width in bytes; `nil` at the start.
  func scalar(before offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard offset > 0 else { return nil }
    if bytes[offset - 1] < 0x80 { return (Unicode.Scalar(bytes[offset - 1]), 1) }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  func characterClass(at offset: Int) -> CharacterClass {
    guard let (scalar, _) = scalar(at: offset) else { return .end }
    return CharacterClass(scalar)
  }

  func characterClass(before offset: Int) -> CharacterClass {
    guard let (scalar, _) = scalar(before: offset) else { return .end }
    return CharacterClass(scalar)
  }

  /// The offset of the first line feed at or after an offset, or the end of the text.
  func endOfLine(from offset: Int) -> Int {
    bytes[offset...].firstIndex(of: 0x0A) ?? count
  }

  /// The bytes of a range.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The first offset from `offset` on whose scalar is not of these classes.
  func skip(_ classes: CharacterClass.Members, from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end, let (scalar, width) = scalar(at: offset),
      classes.contains(CharacterClass(scalar))
    {
      offset += width
    }
    return offset
  }

  /// The offset after the last scalar before `offset` that is not of these classes.
  func skipBack(_ classes: CharacterClass.Members, from offset: Int, to start: Int) -> Int {
    var offset = offset
    while offset > start, let (scalar, width) = scalar(before: offset),
      classes.contains(CharacterClass(scalar))
    {
      offset -= width
    }
    return offset
  }
}
