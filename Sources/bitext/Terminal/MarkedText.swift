internal import BitextToolkit

/// Text with some of its places between « and »: no meaning hangs on colour alone.
enum MarkedText {
  /// - Parameter ranges: UTF-8 offsets at boundaries of characters, ascending; those with nothing but
  ///   white space between them are marked as one.
  static func marked(_ text: String, _ ranges: [Range<Int>]) -> String {
    var joined: [Range<Int>] = []
    for range in ranges where range.upperBound <= text.utf8.count {
      if let last = joined.last, range.lowerBound >= last.upperBound,
        text.utf8Slice(last.upperBound..<range.lowerBound).allSatisfy(\.isWhitespace)
      {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    var result = ""
    var end = 0
    for range in joined where range.lowerBound >= end {
      result += text.utf8Slice(end..<range.lowerBound) + "«" + text.utf8Slice(range) + "»"
      end = range.upperBound
    }
    return result + text.utf8Slice(end..<text.utf8.count)
  }
}
