internal import Glibc

/// The bytes of a segment on their way to a file or into memory. A class, because it owns the file.
final class SegmentOutput {
  /// Negative when the bytes stay in memory.
  private let file: Int32
  private var pending: [UInt64] = []
  /// Bytes of the last, unfinished number of `pending`.
  private var partial: (word: UInt64, bytes: Int) = (0, 0)
  private var written = 0
  private(set) var checksum = SegmentFormat.checksumStart
  private let path: String

  private static let most = 1 << 17

  /// - Parameter path: `nil` keeps the bytes in memory. The header's place is left free.
  init(path: String?) throws(SegmentFault) {
    self.path = path ?? ""
    if let path {
      file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o644)
      if file < 0 { throw SegmentFault(path, .notWritten(errno)) }
      // Held until the segment is named in the manifest or given up: whoever may lock it owns a ruin.
      flock(file, LOCK_EX | LOCK_NB)
      if lseek(file, off_t(Self.headerBytes), SEEK_SET) < 0 {
        throw SegmentFault(path, .notWritten(errno))
      }
    } else {
      file = -1
      pending = [UInt64](repeating: 0, count: SegmentFormat.Header.allCases.count)
    }
    written = Self.headerBytes
  }

  deinit { if file >= 0 { close(file) } }

  private static let headerBytes = SegmentFormat.Header.allCases.count * 8

  /// Where the next byte goes.
  var offset: Int { written }

  func append<Number: BitwiseCopyable>(_ numbers: [Number]) throws(SegmentFault) {
    do {
      try numbers.withUnsafeBytes { try append($0) }
    } catch {
      throw error as? SegmentFault ?? SegmentFault(path, .notWritten(0))
    }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(SegmentFault) {
    written += bytes.count
    var place = 0
    while place < bytes.count, partial.bytes > 0 {
      take(bytes[place])
      place += 1
    }
    let whole = (bytes.count - place) / 8
    for index in 0..<whole {
      pending.append(bytes.loadUnaligned(fromByteOffset: place + index * 8, as: UInt64.self))
    }
    place += whole * 8
    while place < bytes.count {
      take(bytes[place])
      place += 1
    }
    if pending.count >= Self.most { try flush() }
  }

  private func take(_ byte: UInt8) {
    partial.word |= UInt64(byte) << UInt64(partial.bytes * 8)
    partial.bytes += 1
    if partial.bytes == 8 {
      pending.append(partial.word)
      partial = (0, 0)
    }
  }

  /// Fills up to a multiple of 8 bytes.
  func align() throws(SegmentFault) {
    while partial.bytes > 0 {
      take(0)
      written += 1
    }
  }

  private func flush() throws(SegmentFault) {
    guard file >= 0 else { return }
    let failure: Int32? = pending.withUnsafeBytes { bytes in
      pending.withUnsafeBufferPointer {
        checksum = SegmentFormat.checksum($0, from: checksum)
      }
      return Self.write(bytes, to: file)
    }
    if let failure { throw SegmentFault(path, .notWritten(failure)) }
    pending.removeAll(keepingCapacity: true)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(file, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return nil
  }

  /// Writes the header and, to a file, waits until the disk has all of it.
  func finish(_ header: (_ bodyChecksum: UInt64) -> [UInt64]) throws(SegmentFault) -> SegmentBytes {
    try align()
    guard file >= 0 else {
      let body = pending.dropFirst(Self.headerBytes / 8)
      checksum = body.withUnsafeBufferPointer { SegmentFormat.checksum($0, from: checksum) }
      pending.replaceSubrange(0..<Self.headerBytes / 8, with: header(checksum))
      return SegmentBytes(copying: pending)
    }
    try flush()
    let failure = header(checksum).withUnsafeBytes { bytes -> Int32? in
      if pwrite(file, bytes.baseAddress, bytes.count, 0) != bytes.count { return errno }
      return fsync(file) == 0 ? nil : errno
    }
    if let failure { throw SegmentFault(path, .notWritten(failure)) }
    return try SegmentBytes(mapping: path)
  }
}
