/// A text file read piece by piece, at the memory of one, and checked on the way as `TextFile` checks it.
struct TextPieces: ~Copyable {
  private let file: InputFile
  /// Bytes at the end of the last piece that belong to a character that goes on.
  private var carried: [UInt8] = []
  private var isAtEnd = false
  private var lines = 0
  private var offset = 0

  /// - Parameter path: `-` is standard input.
  init(_ path: String) throws(InputFault) { file = try InputFile(path) }

  /// The next piece, whole characters of UTF-8; `nil` at the end, and for ever after.
  ///
  /// - Throws: `InputFault` when the text is empty, binary or not UTF-8.
  mutating func next() throws(InputFault) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    var bytes = carried
    carried = []
    while bytes.count < Self.size, !isAtEnd {
      isAtEnd = try !file.read(Self.size, into: &bytes)
    }
    if bytes.isEmpty {
      if offset > 0 { return nil }
      throw InputFault(
        file.path, "the file is empty", remedy: "Give a text with at least one sentence")
    }
    if !isAtEnd { carry(&bytes) }
    try TextCheck.check(bytes, path: file.path, after: lines, offset: offset)
    lines += bytes.count { $0 == 0x0A }
    offset += bytes.count
    return bytes
  }

  private static let size = 1 << 20

  /// Keeps the first bytes of a character whose last are not there yet.
  private mutating func carry(_ bytes: inout [UInt8]) {
    let lead = bytes.suffix(4).lastIndex { $0 & 0xC0 != 0x80 }
    guard let lead, bytes[lead] >= 0xC0 else { return }
    let width = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
    if lead + width > bytes.count {
      carried = Array(bytes[lead...])
      bytes.removeSubrange(lead...)
    }
  }
}
