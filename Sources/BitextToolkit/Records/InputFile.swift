internal import Foundation

/// A file or standard input, opened for reading; it closes what it opened.
struct InputFile: ~Copyable {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  let path: String

  /// - Parameter path: A file; `-` is standard input.
  /// - Throws: `InputFault` when it cannot be opened.
  init(_ path: String) throws(InputFault) {
    descriptor = try Self.opened(path)
    (self.path, ownsDescriptor) = (path, path != "-")
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  /// Appends at most so many bytes as soon as some are there.
  ///
  /// - Returns: Whether there were any: `false` is the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(InputFault) -> Bool {
    let used = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    let result = buffer.withUnsafeMutableBytes { bytes in
      while true {
        let result = Foundation.read(descriptor, bytes.baseAddress.map { $0 + used }, count)
        if result >= 0 || errno != EINTR { return result }
      }
    }
    buffer.removeLast(count - max(0, result))
    guard result >= 0 else { throw InputFault(path, "cannot be read") }
    return result > 0
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
}
