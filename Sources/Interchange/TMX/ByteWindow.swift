internal import CXML

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The part of a long file that may still be needed, addressed by offsets in the whole.
struct ByteWindow {
  private(set) var bytes: [UInt8] = []
  /// The offset of the first byte kept.
  private(set) var start = 0
  /// The one-based line and column of that byte.
  private var line = 1, column = 1

  var end: Int { start + bytes.count }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.lowerBound - start..<range.upperBound - start]
  }

  /// Lets `body` append.
  mutating func grow<Failure: Error>(
    _ body: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try body(&bytes)
  }

  /// Forgets what stands before an offset.
  mutating func drop(before offset: Int) {
    guard offset > start else { return }
    (line, column) = position(of: offset)
    bytes.removeFirst(offset - start)
    start = offset
  }

  /// The one-based line and column, in bytes, of an offset in the window.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let count = min(max(0, offset - start), bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      let before = UnsafeBufferPointer(rebasing: buffer[..<count])
      let feeds = before.baseAddress.map { cxml_count($0, count, 0x0A) } ?? 0
      guard feeds > 0, let last = before.lastIndex(of: 0x0A) else { return (line, column + count) }
      return (line + feeds, count - last)
    }
  }

  /// How many line feeds stand in a range.
  func lines(in range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return cxml_count(base + (range.lowerBound - start), range.count, 0x0A)
    }
  }

  /// The offset of the first zero byte of a range.
  func firstZero(in range: Range<Int>) -> Int? { firstIndex(of: 0, in: range) }

  /// The offset of the first byte of a value at or after an offset.
  func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
    firstIndex(of: byte, in: max(start, offset)..<max(start, offset, end))
  }

  private func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, !range.isEmpty,
        let found = memchr(base + (range.lowerBound - start), Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base + start
    }
  }

  func isSpace(_ range: Range<Int>) -> Bool { self[range].allSatisfy(ByteScan.isSpace) }

  func lastIndex(of byte: UInt8, before offset: Int) -> Int? {
    bytes[..<max(0, offset - start)].lastIndex(of: byte).map { $0 + start }
  }

  /// The first `<tu …>` or `</tu>` at or after an offset.
  func firstUnitTag(from offset: Int) -> (offset: Int, end: Int, isEnd: Bool)? {
    var at = offset
    while let open = firstIndex(of: UInt8(ascii: "<"), from: at) {
      let rest = bytes[(open - start)...]
      if rest.starts(with: "</tu".utf8), let tag = rest.dropFirst(4).first {
        if tag == UInt8(ascii: ">") { return (open, open + 5, true) }
        if tag <= 0x20, let close = firstIndex(of: UInt8(ascii: ">"), from: open) {
          return (open, close + 1, true)
        }
      } else if rest.starts(with: "<tu".utf8), let next = rest.dropFirst(3).first,
        next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
      {
        return (open, open + 3, false)
      }
      at = open + 1
    }
    return nil
  }

  /// Where the last whole UTF-8 sequence ends.
  var wholeEnd: Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? end - back : end
    }
    return end
  }
}
