internal import Glibc

/// The bytes of a segment, mapped from its file or in memory. A class, because it owns the mapping.
///
/// `@unchecked Sendable`: nobody writes to the bytes after the initialiser.
final class SegmentBytes: @unchecked Sendable {
  let base: UnsafeRawPointer
  let count: Int
  let path: String
  private let isMapped: Bool

  init(mapping path: String) throws(SegmentFault) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw SegmentFault(path, errno == ENOENT ? .missing : .damaged)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size >= 64,
      let base = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED, file, 0),
      base != MAP_FAILED
    else { throw SegmentFault(path, .damaged) }
    (self.base, count, self.path) = (UnsafeRawPointer(base), Int(status.st_size), path)
    isMapped = true
  }

  init(copying words: [UInt64]) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(8, words.count * 8), alignment: 8)
    words.withUnsafeBytes {
      memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
    }
    (base, count, path) = (UnsafeRawPointer(memory), words.count * 8, "")
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: base), count)
    } else {
      base.deallocate()
    }
  }

  func word(at offset: Int) -> UInt64 { base.load(fromByteOffset: offset, as: UInt64.self) }
}
