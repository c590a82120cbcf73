internal import Foundation

/// Reads text that people give, and says exactly what is wrong with it when it is none.
public enum TextFile {
  /// The text of a file, `-` for standard input, byte for byte but for a byte-order mark at its start.
  ///
  /// - Throws: `InputFault` when it is missing, a folder, unreadable, empty, binary or not UTF-8.
  public static func read(_ path: String) throws(InputFault) -> String {
    try text(data(path), of: path)
  }

  /// The same for the bytes of a file that was read already.
  static func text(_ bytes: [UInt8], of path: String) throws(InputFault) -> String {
    guard !bytes.isEmpty else {
      throw InputFault(path, "the file is empty", remedy: "Give a text with at least one sentence")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputFault(
        path, line: 1, "UTF-16, not UTF-8", remedy: "Convert it: iconv -f UTF-16 -t UTF-8 \(path)")
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw InputFault(
        path, line: line(of: zero, in: bytes), "binary data (byte 0x00 at offset \(zero))",
        remedy: "Give plain text in UTF-8")
    }
    if let fault = firstInvalidByte(of: bytes) {
      let byte = "0x" + String(bytes[fault], radix: 16, uppercase: true)
      throw InputFault(
        path, line: line(of: fault, in: bytes), "not UTF-8 (byte \(byte) at offset \(fault))",
        remedy: "Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 \(path)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a file, `-` for standard input.
  public static func data(_ path: String) throws(InputFault) -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFault(path, "no such file", remedy: "Check the path; - reads standard input")
    }
    guard !isFolder.boolValue else {
      throw InputFault(path, "a folder, not a file", remedy: "Name a text file inside it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputFault(path, "may not be read", remedy: "Check its permissions")
    }
    return [UInt8](data)
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
