/// Tells line ends of a margin from ends of paragraphs in hard-wrapped text.
struct WrappedLines {
  let text: UTF8Text

  /// How far a line is looked at, in bytes.
  static let sight = 512

  /// Whether the line goes on in the next. It does not before a blank line, a list item or a line that
  /// is indented deeper, and not where the first word of the next line had room in it.
  ///
  /// - Parameters:
  ///   - end: Where the line ends.
  ///   - next: The first character of the next line that is not white space.
  func joins(_ end: Int, next: Int) -> Bool {
    var (lineFeeds, returns, indentation) = (0, 0, 0)
    for offset in end..<next {
      switch text[offset] {
      case 0x0A: (lineFeeds, indentation) = (lineFeeds + 1, 0)
      case 0x0D: (returns, indentation) = (returns + 1, 0)
      default: indentation += 1
      }
    }
    if max(lineFeeds, returns) > 1 || isListMark(at: next) { return false }
    let start = start(before: end)
    let first = text.skip(.blank, from: start, to: end)
    if indentation > first - start, !isListMark(at: first) { return false }
    return text.characterClass(at: next) == .lower || !hasRoom(first..<end, for: next)
  }

  /// Whether a line was ended though the word that follows had room: it is far shorter than the next,
  /// which is long enough to show where the margin is.
  private func hasRoom(_ line: Range<Int>, for next: Int) -> Bool {
    let limit = min(text.count, next + Self.sight)
    let nextEnd = text.bytes[next..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
    let word = text.bytes[next..<nextEnd].firstIndex(of: 0x20) ?? nextEnd
    return nextEnd - next >= 50 && (line.count + 1 + word - next) * 5 < (nextEnd - next) * 3
  }

  private func start(before end: Int) -> Int {
    let limit = max(0, end - Self.sight)
    let lineEnd = text.bytes[limit..<end].lastIndex { $0 == 0x0A || $0 == 0x0D }
    return lineEnd.map { $0 + 1 } ?? limit
  }

  /// Whether a list item starts here: a bullet, a dash or star with a space, a number or letter with a mark.
  private func isListMark(at offset: Int) -> Bool {
    guard let (scalar, width) = text.scalar(at: offset) else { return false }
    let behind = text.characterClass(at: offset + width)
    switch CharacterClass(scalar) {
    case .bullet: return true
    case .dash: return behind == .space
    case .symbol where scalar == "*" || scalar == "+" || scalar == "#": return behind == .space
    case .digit:
      let end = text.skip(.digits, from: offset, to: min(text.count, offset + 3))
      return isListSuffix(at: end)
    case .lower, .upper: return text.byte(offset + width) == UInt8(ascii: ")")
    default: return false
    }
  }

  /// `)`, or `.` before a space.
  private func isListSuffix(at offset: Int) -> Bool {
    text.byte(offset) == UInt8(ascii: ")")
      || text.byte(offset) == UInt8(ascii: ".") && text.characterClass(at: offset + 1) == .space
  }
}
