/// Finds the items of a list that runs on in one line: `1) Pack 2) Load 3) Leave`.
///
/// Only a line that starts with a mark is a list, and only the next number or letter in the same style
/// continues it.
struct InlineList {
  /// How an item is marked.
  private struct Mark: Equatable {
    enum Count: Equatable {
      case none
      case number(Int)
      case letter(UInt8)
    }
    let bullet: Unicode.Scalar?
    let count: Count
    /// What stands behind the number: `.`, `)`, `.)`.
    let suffix: [UInt8]

    func isFollowed(by next: Mark) -> Bool {
      guard bullet == next.bullet, suffix == next.suffix else { return false }
      switch (count, next.count) {
      case (.number(let a), .number(let b)): return b == a + 1
      case (.letter(let a), .letter(let b)): return b == a + 1
      case (.none, .none): return bullet != nil
      default: return false
      }
    }
  }

  /// The offsets of the second and later items of the line, ascending; empty when it is no list.
  static func items(in text: UTF8Text, line: Range<Int>, rules: LanguageRules) -> [Int] {
    let start = text.skip(.blank, from: line.lowerBound, to: line.upperBound)
    guard start < line.upperBound, canStart(text.characterClass(at: start)),
      var (mark, position) = mark(in: text, at: start, to: line.upperBound)
    else { return [] }
    // In `1. Liga 2. Liga` a period after a number says nothing of lists.
    if mark.bullet == nil, mark.suffix == [UInt8(ascii: ".")], rules.hasOrdinalPeriod {
      return []
    }
    if case .letter(let letter) = mark.count, !isFirstLetter(letter, mark.suffix) { return [] }
    var items: [Int] = []
    while position < line.upperBound {
      if text[position] == 0x20 {
        let item = text.skip(.blank, from: position, to: line.upperBound)
        if item < line.upperBound,
          let (next, end) = Self.mark(in: text, at: item, to: line.upperBound),
          mark.isFollowed(by: next)
        {
          items.append(item)
          (mark, position) = (next, end)
          continue
        }
      }
      position += 1
    }
    return items
  }

  /// Lists by letters start with the first; a capital with a period is an initial.
  private static func isFirstLetter(_ letter: UInt8, _ suffix: [UInt8]) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "A") && suffix.last == UInt8(ascii: ")")
  }

  private static func canStart(_ kind: CharacterClass) -> Bool {
    kind == .digit || kind == .lower || kind == .upper || kind == .bullet
  }

  /// The mark at an offset and the byte behind it; `nil` when something else stands there.
  private static func mark(in text: UTF8Text, at offset: Int, to end: Int) -> (Mark, Int)? {
    var (position, bullet) = (offset, Unicode.Scalar?.none)
    if let (scalar, width) = text.scalar(at: position), CharacterClass(scalar) == .bullet {
      bullet = scalar
      position = text.skip(.blank, from: position + width, to: end)
    }
    var count = Mark.Count.none
    let digits = min(text.skip(.digits, from: position, to: end), position + 4)
    if digits > position, digits - position <= 3, let number = Int(text.string(position..<digits)) {
      count = .number(number)
    } else if text.byte(position) | 0x20 >= 0x61, text.byte(position) | 0x20 <= 0x7A, bullet == nil
    {
      count = .letter(text.byte(position))
    }
    let behind = count == .none ? position : digits > position ? digits : position + 1
    let suffixEnd = text.bytes[behind..<min(end, behind + 2)].firstIndex {
      $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ")")
    }
    let suffix = Array(text.bytes[behind..<(suffixEnd ?? min(end, behind + 2))])
    if suffix.isEmpty || count == .none {
      return bullet.map { (Mark(bullet: $0, count: .none, suffix: []), position) }
    }
    let next = behind + suffix.count
    guard next < end, text.characterClass(at: next) == .space else { return nil }
    return (Mark(bullet: bullet, count: count, suffix: suffix), next)
  }
}
