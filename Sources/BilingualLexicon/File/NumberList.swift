/// Unsigned numbers of four bytes that lie in a lexicon file, read where they lie.
///
/// Lives as long as the lexicon that handed it out.
struct NumberList: RandomAccessCollection {
  private let bytes: UnsafeRawBufferPointer
  let startIndex = 0
  let endIndex: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    endIndex = bytes.count / 4
  }

  subscript(index: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
  }

  /// The places from the number at `index` to the next one; none where they do not lie below `end`, as
  /// in a damaged file.
  func range(_ index: UInt32, below end: Int) -> Range<Int> {
    guard Int(index) + 1 < count else { return 0..<0 }
    let (lower, upper) = (Int(self[Int(index)]), Int(self[Int(index) + 1]))
    return lower <= upper && upper <= end ? lower..<upper : 0..<0
  }

  subscript(places: Range<Int>) -> NumberList {
    NumberList(
      UnsafeRawBufferPointer(rebasing: bytes[4 * places.lowerBound..<4 * places.upperBound]))
  }
}
