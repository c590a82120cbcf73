internal import CZlib
internal import Foundation

/// Owns a file packed with gzip (RFC 1952) that is being read.
final class GzipReader {
  private let handle: OpaquePointer

  /// `nil` when it cannot be opened.
  init?(path: String) {
    guard let opened = czlib_reader_open(path) else { return nil }
    handle = opened
  }

  deinit { czlib_reader_close(handle) }

  /// Fills a buffer and says with how many bytes, 0 at the end; `nil` when the file is damaged.
  func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    guard let base = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    let count = czlib_read(handle, base, buffer.count)
    return count < 0 ? nil : Int(count)
  }
}

/// Owns a file that is being packed with gzip. The same bytes give the same file.
package final class GzipWriter {
  private var handle: OpaquePointer?

  package struct Failure: Error {}

  /// - Throws: `Failure` when the file cannot be written.
  package init(path: String) throws {
    guard let opened = czlib_writer_open(path) else { throw Failure() }
    handle = opened
  }

  deinit {
    if let handle { _ = czlib_writer_close(handle) }
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let handle, let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    guard czlib_write(handle, base, bytes.count) else { throw Failure() }
  }

  /// Writes what is pending; nothing can follow.
  package func close() throws {
    guard let open = handle else { return }
    handle = nil
    guard czlib_writer_close(open) else { throw Failure() }
  }
}

enum Gzip {
  static let mark: [UInt8] = [0x1F, 0x8B]

  /// Whether a file that can be read twice is packed.
  static func isPacked(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 2)
    else { return false }
    return head.elementsEqual(mark)
  }
}
