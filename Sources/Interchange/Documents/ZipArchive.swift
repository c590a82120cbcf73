internal import CZip

/// Owns an archive that is in memory.
final class ZipArchive {
  private let handle: OpaquePointer
  /// The archive reads from here.
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// More than this, unpacked, is refused: a small archive can hold a very large entry.
  static let entryLimit = 64 << 20
  /// The same of all entries together, each as often as it is read.
  static let totalLimit = 256 << 20
  private var unpacked = 0

  /// - Throws: `FileFault` when it is none.
  init(_ content: [UInt8]) throws {
    bytes = .allocate(capacity: max(1, content.count))
    _ = bytes.initialize(from: content)
    guard let base = bytes.baseAddress, let opened = czip_open(base, Int64(content.count)) else {
      bytes.deallocate()
      throw FileFault("no zip archive, or a damaged one", remedy: "Save the document anew")
    }
    handle = opened
  }

  deinit {
    czip_close(handle)
    bytes.deallocate()
  }

  /// The bytes of an entry; `nil` when there is none of the name.
  func entry(_ name: String) throws -> [UInt8]? {
    let size = czip_size(handle, name)
    guard size >= 0 else { return nil }
    guard size <= Int64(Self.entryLimit) else {
      throw FileFault("\(name) is larger than \(Self.entryLimit >> 20) MiB")
    }
    unpacked += Int(size)
    guard unpacked <= Self.totalLimit else {
      throw FileFault("more than \(Self.totalLimit >> 20) MiB, unpacked")
    }
    var read: Int64 = 0
    let content = [UInt8](unsafeUninitializedCapacity: Int(size) + 1) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      read = czip_read(handle, name, base, size)
      count = Int(max(0, read))
    }
    guard read == size else {
      throw FileFault("\(name) is damaged or locked", remedy: "Save the document anew")
    }
    return content
  }
}
