internal import Foundation
internal import Synchronization

/// The two streams: results go to standard output, all talk to standard error.
enum Console {
  /// A line of result.
  static func print(_ line: String) {
    write(line + "\n")
  }

  /// A piece of result, as it is.
  static func write(_ text: String) {
    output.withLock { $0.append(text) }
  }

  /// A line of talk: what was done, what went wrong.
  static func note(_ line: String) {
    warn("bitext: " + line)
  }

  /// Text for standard error, as it is.
  static func warn(_ text: String) {
    flush()
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Hands on what is buffered.
  ///
  /// - Returns: The error number of the first write, now or before, that failed.
  @discardableResult
  static func flush() -> Int32? {
    output.withLock { output in
      output.flush()
      return output.failure
    }
  }

  private static let output = Mutex(OutputBuffer())

  /// The width of the terminal in columns; 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Whether colour is welcome: a terminal, and no NO_COLOR (no-color.org).
  static var isColorful: Bool {
    let environment = ProcessInfo.processInfo.environment
    if environment["CLICOLOR_FORCE"].map({ $0 != "0" && !$0.isEmpty }) == true { return true }
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }
}

/// What is on its way to standard output, in large pieces; to a terminal, line by line.
///
/// C's buffer forgets that a piece of it could not be written once the next one can.
private struct OutputBuffer {
  private var pending: [UInt8] = []
  private let limit = isatty(STDOUT_FILENO) == 1 ? 0 : 1 << 16
  private(set) var failure: Int32?

  mutating func append(_ text: String) {
    pending.append(contentsOf: text.utf8)
    if pending.count > limit { flush() }
  }

  mutating func flush() {
    pending.withUnsafeBytes { bytes in
      var written = 0
      while failure == nil, written < bytes.count {
        let rest = bytes.baseAddress.map { $0 + written }
        let count = Foundation.write(STDOUT_FILENO, rest, bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          failure = errno
        }
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
