/// Lines of a file of UTF-8, whatever ends them, read as they are asked for.
struct FileLines {
  private let read: EncodedInput.Source
  private var chunk = [UInt8](repeating: 0, count: EncodedInput.chunkSize)
  private var isAtEnd = false
  /// Whole lines, and what has been read beyond them.
  private var block = TextLines("")
  private var rest: [UInt8] = []
  /// How many lines stand before `block`, and how many bytes before `rest`.
  private var (linesBefore, bytesBefore) = (0, 0)

  /// A longer line is none.
  private static let longest = 1 << 30

  /// - Parameter suffix: What follows the file's name.
  init(_ input: UnitFileInput, _ suffix: String = "") throws {
    read = try input.source(suffix)
    while rest.count < 4, !isAtEnd { try fill() }
    if rest.isEmpty { throw UnitFileInput.empty }
    let encoding = EncodedInput.encoding(of: rest)
    if encoding.unit == 2, encoding.mark > 0 { throw UnitFileInput.wide }
    bytesBefore = encoding.unit == 1 ? encoding.mark : 0
    rest.removeFirst(bytesBefore)
  }

  /// Of the line given last, from 1.
  var number: Int { linesBefore + block.number }

  mutating func next() throws -> String? {
    while true {
      if let line = block.next() { return line }
      guard try readBlock() else { return nil }
    }
  }

  /// - Returns: Whether there was any more.
  private mutating func readBlock() throws -> Bool {
    var feed = rest.lastIndex(of: 0x0A)
    while feed == nil, !isAtEnd {
      let known = rest.count
      try fill()
      feed = rest[known...].lastIndex(of: 0x0A)
      guard rest.count <= Self.longest else {
        throw FileFault(
          line: number + 1, "a line of more than \(Self.longest >> 20) MiB",
          remedy: "Give text in lines")
      }
    }
    let whole = rest[..<(feed.map { $0 + 1 } ?? rest.count)]
    linesBefore = number
    block = TextLines(
      try UnitFileInput.utf8(whole, line: linesBefore + 1, offset: bytesBefore))
    bytesBefore += whole.count
    rest.removeFirst(whole.count)
    return !whole.isEmpty
  }

  private mutating func fill() throws {
    let count = try chunk.withUnsafeMutableBytes { try read($0) }
    isAtEnd = count == 0
    rest += chunk[..<count]
  }
}
