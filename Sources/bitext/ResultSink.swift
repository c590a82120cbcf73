internal import BitextToolkit
internal import Foundation

/// Where a command's results go: standard output, or a file that appears only when it is whole.
final class ResultSink {
  // A class, because it owns an open file and removes it when the command does not finish.
  private let path: String?
  private let temporary: String?
  private let handle: FileHandle?
  private var isFinished = false

  /// - Parameter path: A file; `nil` or `-` is standard output.
  init(path: String?) throws(InputFault) {
    guard let path, path != "-" else {
      (self.path, temporary, handle) = (nil, nil, nil)
      return
    }
    let beside = try OutputFile.temporaryPath(beside: path)
    guard FileManager.default.createFile(atPath: beside, contents: nil),
      let handle = FileHandle(forWritingAtPath: beside)
    else {
      throw InputFault(path, "cannot be written", remedy: "Check that its folder may be written")
    }
    (self.path, temporary, self.handle) = (path, beside, handle)
  }

  deinit {
    if let temporary, !isFinished { try? FileManager.default.removeItem(atPath: temporary) }
  }

  /// Whether a person reads the results as they come.
  var isTerminal: Bool { handle == nil && isatty(STDOUT_FILENO) == 1 }

  func write(_ text: String) throws {
    guard let handle else { return Console.write(text) }
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw InputFault(path ?? "-", "cannot be written", remedy: "Is the disk full?")
    }
  }

  func flush() {
    if handle == nil { Console.flush() }
  }

  /// Puts the file into its place.
  func finish() throws {
    guard let path, let temporary, let handle else { return }
    try handle.close()
    try OutputFile.commit(temporary, to: path)
    isFinished = true
  }
}
