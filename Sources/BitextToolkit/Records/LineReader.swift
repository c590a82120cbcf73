internal import Foundation

/// Reads lines of any length from a file descriptor as soon as they arrive, at the memory of one line.
public struct LineReader: ~Copyable {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let path: String
  private var buffer: [UInt8] = []
  /// Where the next line starts in the buffer.
  private var start = 0
  private var isAtEnd = false

  /// - Parameter path: A file; `-` is standard input.
  /// - Throws: `InputFault` when it cannot be opened.
  public init(_ path: String) throws(InputFault) {
    descriptor = try Self.opened(path)
    (self.path, ownsDescriptor) = (path, path != "-")
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  private static func opened(_ path: String) throws(InputFault) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw InputFault(path, "a folder, not a file", remedy: "Name a file inside it")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? InputFault(path, "no such file", remedy: "Check the path; - reads standard input")
        : InputFault(path, "may not be read", remedy: "Check its permissions")
    }
    return descriptor
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
    let size = 1 << 16
    let used = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    let count = buffer.withUnsafeMutableBytes { bytes in
      while true {
        let result = read(descriptor, bytes.baseAddress.map { $0 + used }, size)
        if result >= 0 || errno != EINTR { return result }
      }
    }
    buffer.removeLast(size - max(0, count))
    guard count >= 0 else { throw InputFault(path, "cannot be read") }
    isAtEnd = count == 0
  }
}
