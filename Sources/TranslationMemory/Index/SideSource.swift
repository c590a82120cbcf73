/// Texts of one language in the order of a segment, from which a segment is written: a batch, or
/// segments that are merged.
///
/// Terms are the distinct words, numbered from 0 in an order of the source's own.
protocol SideSource {
  /// Where the entries of each number of words begin, and at last where all end.
  var lengthStarts: [Int] { get }
  var termCount: Int { get }
  func key(ofTerm term: Int) -> UInt64
  func word(ofTerm term: Int) -> String
  func id(_ index: Int) -> Int64
  func skeleton(_ index: Int) -> UInt32
  func signature(_ index: Int) -> UInt64
  func facts(_ index: Int) -> EntryFacts
  func forEachToken(_ index: Int, _ take: (Int) -> Void)
}
