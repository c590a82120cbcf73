/// Reads lines of any length from a file descriptor as soon as they arrive, at the memory of one line.
public struct LineReader: ~Copyable {
  private let file: InputFile
  private var buffer: [UInt8] = []
  /// Where the next line starts in the buffer.
  private var start = 0
  private var isAtEnd = false

  /// - Parameter path: A file; `-` is standard input.
  /// - Throws: `InputFault` when it cannot be opened.
  public init(_ path: String) throws(InputFault) {
    file = try InputFile(path)
  }

  /// The bytes of the next line without its line feed; `nil` at the end, and for ever after.
  public mutating func next() throws(InputFault) -> [UInt8]? {
    var searched = start
    while true {
      if let feed = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<feed])
        start = feed + 1
        return line
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        let line = Array(buffer[start...])
        start = buffer.count
        return line
      }
      searched -= start
      try fill()
    }
  }

  /// Whether a whole line is there already, so that `next` will not wait.
  public var hasLine: Bool { buffer[start...].contains(0x0A) }

  private mutating func fill() throws(InputFault) {
    buffer.removeSubrange(..<start)
    start = 0
    isAtEnd = try !file.read(1 << 16, into: &buffer)
  }
}
