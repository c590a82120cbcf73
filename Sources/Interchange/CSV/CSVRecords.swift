/// The records of comma-separated values (RFC 4180), whose separator may be a semicolon or a tab.
struct CSVRecords {
  struct Record {
    let fields: [String]
    /// Where it begins, from 1.
    let line: Int
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private let separator: UInt8

  init(_ text: String) {
    bytes = Array(text.utf8)
    separator = Self.separator(of: bytes)
  }

  /// The one of the three that occurs most outside quotes in the first line, the first of equals.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var (counts, isQuoted) = ([UInt8: Int](), false)
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return candidates.reversed().max { counts[$0, default: 0] < counts[$1, default: 0] }
      .flatMap { best in candidates.first { counts[$0, default: 0] == counts[best, default: 0] } }
      ?? UInt8(ascii: ",")
  }

  /// - Throws: `FileFault` for a quote that is never closed.
  mutating func next() throws -> Record? {
    guard at < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try field(start))
      guard at < bytes.count else { break }
      let byte = bytes[at]
      at += 1
      if byte == separator {
        if at == bytes.count { fields.append("") }
        continue
      }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      line += 1
      break
    }
    return Record(fields: fields, line: start)
  }

  private mutating func field(_ start: Int) throws -> String {
    var field: [UInt8] = []
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      at += 1
      while true {
        guard at < bytes.count else {
          throw FileFault(
            line: start, "a quote that is never closed",
            remedy: "Double the quotes inside a quoted field")
        }
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\"") {
          guard at < bytes.count, bytes[at] == byte else { break }
          at += 1
        }
        if byte == 0x0A { line += 1 }
        field.append(byte)
      }
    }
    // What follows a closing quote belongs to the field, as spreadsheets read it.
    while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A,
      !(bytes[at] == 0x0D && (at + 1 == bytes.count || bytes[at + 1] == 0x0A))
    {
      field.append(bytes[at])
      at += 1
    }
    return String(decoding: field, as: UTF8.self)
  }

  static func quoted(_ field: String) -> String {
    let special: Set<UInt8> = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D]
    guard field.utf8.contains(where: special.contains) else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
