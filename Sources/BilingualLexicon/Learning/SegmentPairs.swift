/// Pairs of segments as word numbers, one after another in one array.
struct SegmentPairs {
  private var words: [Int32] = []
  /// Where each pair's source words begin, then its target words; and the end.
  private var starts: [Int] = [0]

  var count: Int { starts.count / 2 }

  mutating func append(_ source: [Int32], _ target: [Int32]) {
    words += source
    starts.append(words.count)
    words += target
    starts.append(words.count)
  }

  func source(_ pair: Int) -> ArraySlice<Int32> { words[starts[2 * pair]..<starts[2 * pair + 1]] }
  func target(_ pair: Int) -> ArraySlice<Int32> {
    words[starts[2 * pair + 1]..<starts[2 * pair + 2]]
  }
}
