/// The items of a line such as `Home | News | Sport`, in folded form.
struct MenuItems {
  private let line: UTF8Text
  /// Without the spaces around them; empty ones between two separators too, none before the first or
  /// behind the last.
  private(set) var ranges: [Range<Int>] = []
  /// Whether a separator is one that prose does not use: `|`, `·`, `•`, or `»` and `>` between spaces.
  private(set) var hasBars = false

  init(_ folded: UTF8Text) {
    line = folded
    var (start, offset) = (0, 0)
    while offset < folded.count, let (scalar, width) = folded.scalar(at: offset) {
      switch scalar {
      case "|", "·", "•", "›", "»", "/", ">":
        guard scalar != ">" || isSpaced(offset) else { break }
        if offset > start { ranges.append(trimmed(start..<offset)) }
        start = offset + width
        if scalar == "|" || scalar == "·" || scalar == "•" || scalar != "/" && isSpaced(offset) {
          hasBars = true
        }
      default: break
      }
      offset += width
    }
    if start < folded.count { ranges.append(trimmed(start..<folded.count)) }
  }

  func words(of item: Range<Int>) -> [Range<Int>] {
    var (words, start): ([Range<Int>], Int) = ([], item.lowerBound)
    while start < item.upperBound {
      let end = line.bytes[start..<item.upperBound].firstIndex(of: 0x20) ?? item.upperBound
      if end > start { words.append(start..<end) }
      start = end + 1
    }
    return words
  }

  /// Whether a mark stands between two spaces, as no quotation mark does.
  private func isSpaced(_ offset: Int) -> Bool {
    guard let (_, width) = line.scalar(at: offset) else { return false }
    return line.byte(offset - 1) == 0x20 && line.byte(offset + width) == 0x20
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = line.bytes[range].firstIndex { $0 != 0x20 } ?? range.upperBound
    let end = line.bytes[start..<range.upperBound].lastIndex { $0 != 0x20 }
    return start..<(end.map { $0 + 1 } ?? start)
  }
}
