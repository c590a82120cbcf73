internal import Foundation

/// The two streams: results go to standard output, all talk to standard error.
enum Console {
  /// A line of result.
  static func print(_ line: String) {
    write(line + "\n")
  }

  /// A piece of result, as it is.
  static func write(_ text: String) {
    Swift.print(text, terminator: "")
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

  /// Hands on what is buffered; `false` when it cannot be written, as on a full disk.
  @discardableResult
  static func flush() -> Bool { fflush(nil) == 0 }

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
