#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Owns an open file and closes it.
final class FileBytes {
  private let descriptor: Int32

  init(path: String) throws(TMX.ParseError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TMX.ParseError(reason: .unreadable(Self.cause), line: 0, column: 0)
    }
  }

  deinit { close(descriptor) }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    guard count >= 0 else {
      throw TMX.ParseError(reason: .unreadable(Self.cause), line: 0, column: 0)
    }
    return count
  }

  /// What the system says of the last failure.
  private static var cause: String { String(cString: strerror(errno)) }
}
