internal import Foundation

/// Text that goes to a file or to standard output in large pieces. A class, because it owns the file.
final class TextOutput {
  private let file: FileHandle
  private let name: String
  private var pending: [UInt8] = []

  /// - Parameter path: `nil` is standard output.
  /// - Throws: `InputFault` when the file cannot be made.
  init(_ path: String?) throws(InputFault) {
    name = path ?? "standard output"
    guard let path else {
      file = .standardOutput
      return
    }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw InputFault(path, "cannot be written") }
    self.file = file
  }

  func write(_ text: String) throws(InputFault) {
    pending.append(contentsOf: text.utf8)
    try flushIfLarge()
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(InputFault) {
    pending.append(contentsOf: bytes)
    try flushIfLarge()
  }

  private func flushIfLarge() throws(InputFault) {
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Hands on what is pending.
  func flush() throws(InputFault) {
    do {
      try file.write(contentsOf: pending)
    } catch {
      throw InputFault(name, "cannot be written", remedy: "Is the disk full?")
    }
    pending.removeAll(keepingCapacity: true)
  }
}
