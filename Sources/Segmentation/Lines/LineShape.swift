/// What a line looks like, before anybody reads its words.
struct LineShape: Sendable, Hashable {
  /// The line without the white space around it.
  var range: Range<Int>
  let segmentCount: Int
  /// The class of its first character.
  let first: CharacterClass
  /// Whether it ends with `.`, `!`, `?` or the like, closing marks left aside.
  let endsSentence: Bool
  /// Whether it ends with a comma, a semicolon or a colon.
  let isOpen: Bool

  /// A line of running text: sentences that end, of some length.
  var isProse: Bool { endsSentence && (segmentCount > 1 || range.count >= 60) || range.count > 400 }

  init(_ line: LineCutter.Line, in text: UTF8Text) {
    let start = text.skip(.white, from: line.range.lowerBound, to: line.range.upperBound)
    let end = text.skipBack(.white, from: line.range.upperBound, to: start)
    range = start..<end
    segmentCount = line.segmentCount
    first = text.characterClass(at: start)
    isOpen = end > start && text.characterClass(before: end) == .comma
    endsSentence = Self.endsSentence(text, start..<end)
  }

  private static func endsSentence(_ text: UTF8Text, _ range: Range<Int>) -> Bool {
    var end = text.skipBack(
      .init(.quote, .closeBracket, .space), from: range.upperBound, to: range.lowerBound)
    if end < range.upperBound, text.byte(end) == UInt8(ascii: "]") { end += 1 }
    // Footnote marks: `end.[12]`.
    let number = text.skipBack(.init(.digit, .openBracket), from: end, to: range.lowerBound)
    let last = text.characterClass(before: number < end && text.byte(number) == 0x5B ? number : end)
    return last == .period || last == .strong
  }
}
