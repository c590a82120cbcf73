internal import Foundation

/// A file mapped into memory, or bytes that stand for one.
///
/// A class, because it owns the mapping: it goes when the last lexicon that reads it does. Read-only
/// after `init`, hence `@unchecked Sendable`.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  init(path: String) throws(LexiconFault) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw LexiconFault(path: path, reason: errno == ENOENT ? .missing : .unreadable)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw LexiconFault(path: path, reason: .unreadable)
    }
    let count = Int(status.st_size)
    guard count > 0 else { throw LexiconFault(path: path, reason: .foreign) }
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { throw LexiconFault(path: path, reason: .unreadable) }
    bytes = UnsafeRawBufferPointer(start: base, count: count)
    isMapped = true
  }

  init(_ content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 8)
    copy.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
