internal import BitextToolkit
internal import Foundation

/// Where a command's results go: standard output, or a file that appears only when it is whole.
final class ResultSink {
  // A class, because it owns an open file and removes it when the command does not finish.
  private let file: OutputFile?
  private let handle: FileHandle?
  private var isFinished = false

  /// - Parameter path: A file; `nil` or `-` is standard output.
  init(path: String?) throws(InputFault) {
    let file = try path == "-" ? nil : path.map { path throws(InputFault) in try OutputFile(path) }
    handle = try file?.open()
    self.file = file
  }

  deinit {
    if !isFinished { file?.discard() }
  }

  /// Whether a person reads the results as they come.
  var isTerminal: Bool { handle == nil && isatty(STDOUT_FILENO) == 1 }

  func write(_ text: String) throws {
    guard let file, let handle else { return Console.write(text) }
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw file.fault(error)
    }
  }

  func flush() {
    if handle == nil { Console.flush() }
  }

  /// Puts the file into its place.
  func finish() throws {
    guard let file, let handle else { return }
    try handle.close()
    try file.commit()
    isFinished = true
  }
}
