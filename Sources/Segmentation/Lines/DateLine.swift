/// Recognises a date or a time alone in a line: figures, months, days and the little words between them.
enum DateLine {
  static func isDate(_ text: UTF8Text, _ range: Range<Int>, _ rules: LanguageRules) -> Bool {
    guard text.bytes[range].contains(where: { (0x30...0x39).contains($0) }) else { return false }
    var (figures, months, words, hasPeriod) = (0, 0, 0, false)
    var start = range.lowerBound
    while start < range.upperBound {
      start = text.skip(.white, from: start, to: range.upperBound)
      var end = start
      while end < range.upperBound, !isWhite(text, end) { end += 1 }
      guard start < end else { break }
      words += 1
      if words == 1 { hasPeriod = text.bytes[start..<end].contains(UInt8(ascii: ".")) }
      let bare = text.slice(trimmed(text, start..<end))
      if bare.isEmpty {
        // A mark between the parts of a date.
      } else if bare.count <= 2 && !bare.contains(where: { $0 > 0x39 })
        || bare.allSatisfy({ $0 >= 0x2D && $0 <= 0x3A })
      {
        figures += 1
      } else {
        let traits = rules.traits(of: bare, atStart: true)
        if traits.contains(.month) {
          months += 1
        } else if !traits.contains(.dateWord) {
          return false
        }
      }
      start = end
    }
    return figures > 0 && (months > 0 || figures > 1 || words == 1 && hasPeriod)
  }

  private static func isWhite(_ text: UTF8Text, _ offset: Int) -> Bool {
    text[offset] <= 0x20 || text[offset] >= 0xC2 && text.characterClass(at: offset) == .space
  }

  private static func trimmed(_ text: UTF8Text, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let (scalar, width) = text.scalar(at: start), isMark(scalar) {
      start += width
    }
    while start < end, let (scalar, width) = text.scalar(before: end), isMark(scalar) {
      end -= width
    }
    return start..<end
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ":", ";", "-", "–", "(", ")", "|": true
    default: false
    }
  }
}
