internal import BitextModel

/// An immutable part of an index: the texts of some units, and what finds them.
///
/// A class, because it owns the mapping of its file; safe to share, because nothing in it changes.
public final class IndexSegment: Sendable {
  let bytes: SegmentBytes
  let shapes: [UnitShape]
  let sides: [SegmentSide]

  /// Opens a segment's file.
  ///
  /// Checks the header and the records of the sides, not the arrays: that would read all of it.
  /// `isIntact()` does.
  public convenience init(path: String) throws(SegmentFault) {
    try self.init(SegmentBytes(mapping: path))
  }

  init(_ bytes: SegmentBytes) throws(SegmentFault) {
    self.bytes = bytes
    let damaged = SegmentFault(bytes.path, .damaged)
    let header = { (field: SegmentFormat.Header) in bytes.word(at: field.rawValue * 8) }
    guard header(.magic) == SegmentFormat.magic else {
      let isOurs = header(.magic) << 8 == SegmentFormat.magic << 8
      throw SegmentFault(bytes.path, isOurs ? .otherVersion : .damaged)
    }
    let recordBytes = SegmentFormat.Side.allCases.count * 8
    guard header(.size) == UInt64(bytes.count), let count = Int(exactly: header(.sideCount)),
      let records = Int(exactly: header(.sides)), count < 10_000, records % 8 == 0,
      records + count * recordBytes <= bytes.count
    else { throw damaged }
    guard header(.checksum) == Self.checksum(of: bytes, records: records, count: count) else {
      throw damaged
    }
    let text = UnsafeRawBufferPointer(
      start: bytes.base + Int(header(.shapes)), count: Int(header(.shapeBytes)))
    shapes = String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap {
      UnitShape(line: $0)
    }
    sides = (0..<count).map { SegmentSide(bytes, record: records + $0 * recordBytes) }
  }

  static func checksum(of bytes: SegmentBytes, records: Int, count: Int) -> UInt64 {
    let words = bytes.base.assumingMemoryBound(to: UInt64.self)
    let header = SegmentFormat.checksum(
      UnsafeBufferPointer(start: words, count: SegmentFormat.Header.checksum.rawValue),
      from: SegmentFormat.checksumStart)
    return SegmentFormat.checksum(
      UnsafeBufferPointer(
        start: words + records / 8, count: count * SegmentFormat.Side.allCases.count),
      from: header)
  }

  /// Whether every byte is as it was written.
  ///
  /// - Complexity: O(n) in the bytes of the file.
  public func isIntact() -> Bool {
    let skipped = SegmentFormat.Header.allCases.count
    let words = bytes.base.assumingMemoryBound(to: UInt64.self)
    let body = UnsafeBufferPointer(start: words + skipped, count: bytes.count / 8 - skipped)
    return bytes.word(at: SegmentFormat.Header.bodyChecksum.rawValue * 8)
      == SegmentFormat.checksum(body, from: SegmentFormat.checksumStart)
  }

  /// Bytes of the file.
  public var size: Int { bytes.count }

  /// Texts, those of units since removed among them.
  public var entryCount: Int { sides.reduce(0) { $0 + $1.entryCount } }

  func side(_ language: String) -> SegmentSide? { sides.first { $0.language == language } }
}
