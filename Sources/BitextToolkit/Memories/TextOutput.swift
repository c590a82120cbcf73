internal import Foundation

/// Text that goes to a file or to standard output in large pieces. A class, because it owns the file.
final class TextOutput {
  private let place: OutputFile?
  private let handle: FileHandle
  private var pending: [UInt8] = []

  /// - Parameter place: `nil` is standard output.
  /// - Throws: `InputFault` when the file cannot be made.
  init(_ place: OutputFile?) throws(InputFault) {
    self.place = place
    handle = try place?.open() ?? .standardOutput
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
      try handle.write(contentsOf: pending)
    } catch {
      throw place?.fault(error)
        ?? InputFault("standard output", "cannot be written", remedy: "Is the disk full?")
    }
    pending.removeAll(keepingCapacity: true)
  }
}
