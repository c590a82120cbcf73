/// Says of bytes that shall be text what is wrong with them.
enum TextCheck {
  /// - Parameters:
  ///   - path: Where the bytes come from, for the error.
  ///   - lines: How many lines of the text came before them.
  ///   - offset: How many bytes of the text came before them.
  /// - Throws: `InputFault` when they are UTF-16, binary or not UTF-8.
  static func check(
    _ bytes: [UInt8], path: String, after lines: Int = 0, offset: Int = 0
  ) throws(InputFault) {
    if offset == 0, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputFault(
        path, line: 1, "UTF-16, not UTF-8", remedy: "Convert it: iconv -f UTF-16 -t UTF-8 \(path)")
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw InputFault(
        path, line: lines + line(of: zero, in: bytes),
        "binary data (byte 0x00 at offset \(offset + zero))", remedy: "Give plain text in UTF-8")
    }
    if let fault = firstInvalidByte(of: bytes) {
      let byte = "0x" + String(bytes[fault], radix: 16, uppercase: true)
      throw InputFault(
        path, line: lines + line(of: fault, in: bytes),
        "not UTF-8 (byte \(byte) at offset \(offset + fault))",
        remedy: "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 \(path)")
    }
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0A }
  }

  /// The offset of the first byte that is part of no UTF-8 sequence (Unicode 15, table 3-7).
  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let lead = buffer[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        let (count, second): (Int, ClosedRange<UInt8>) =
          switch lead {
          case 0xC2...0xDF: (2, 0x80...0xBF)
          case 0xE0: (3, 0xA0...0xBF)
          case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
          case 0xED: (3, 0x80...0x9F)
          case 0xF0: (4, 0x90...0xBF)
          case 0xF1...0xF3: (4, 0x80...0xBF)
          case 0xF4: (4, 0x80...0x8F)
          default: (0, 0x80...0xBF)
          }
        guard count > 0, index + count <= buffer.count, second.contains(buffer[index + 1]),
          (index + 2..<index + count).allSatisfy({ (0x80...0xBF).contains(buffer[$0]) })
        else { return index }
        index += count
      }
      return nil
    }
  }
}
