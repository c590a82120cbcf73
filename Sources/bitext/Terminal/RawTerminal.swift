internal import Foundation
internal import Synchronization

/// The terminal while single keys count: no echo, no waiting for the end of a line, a screen of its own.
/// However the program ends, the terminal is as it was.
enum RawTerminal {
  enum Key {
    case character(Character)
    /// Arrows right and down, left and up.
    case forward, backward
    case other
  }

  /// Whether somebody sits before it.
  static var isThere: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// What the terminal was set to; `nil` while it is as it was.
  private static let saved = Mutex<termios?>(nil)

  static func use(_ body: () throws -> Void) rethrows {
    enter()
    defer { restore() }
    try body()
  }

  private static func enter() {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
    saved.withLock { $0 = settings }
    // Ctrl-C stays a signal; Ctrl-Z would leave the terminal half way.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &settings.c_cc) { $0[Int(VSUSP)] = 0 }
    // What was typed ahead is not thrown away.
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    // The alternate screen, and no cursor (xterm's control sequences).
    send("\u{1B}[?1049h\u{1B}[?25l")
  }

  /// Sets the terminal back; harmless when there is nothing to set back. Signals call it, too.
  static func restore() {
    saved.withLock { settings in
      guard var former = settings else { return }
      settings = nil
      send("\u{1B}[?25h\u{1B}[?1049l")
      tcsetattr(STDIN_FILENO, TCSADRAIN, &former)
    }
  }

  /// Puts lines on the screen from its top.
  static func show(_ lines: [String]) {
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
    let height = known ? Int(size.ws_row) : 24
    // What does not fit goes from the middle: the keys stay in sight.
    var shown = lines
    if lines.count > height { shown = Array(lines.prefix(height - 2)) + lines.suffix(2) }
    send(
      "\u{1B}[H" + shown.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J")
  }

  /// Keys that were pressed faster than they were asked for.
  private static let pending = Mutex<[Character]>([])

  /// Waits for a key; `nil` when nobody can press one any more.
  static func key() -> Key? {
    if let character = pending.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
      return .character(character)
    }
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = bytes.withUnsafeMutableBytes { buffer in
      while true {
        let result = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        if result >= 0 || errno != EINTR { return result }
      }
    }
    guard count > 0 else { return nil }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    switch text {
    case "\u{1B}[C", "\u{1B}[B", "\u{1B}OC", "\u{1B}OB": return .forward
    case "\u{1B}[D", "\u{1B}[A", "\u{1B}OD", "\u{1B}OA": return .backward
    case _ where text.hasPrefix("\u{1B}"): return .other
    default:
      pending.withLock { $0 += text.dropFirst() }
      return text.first.map(Key.character)
    }
  }

  private static func send(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
