/// Cuts a text into lines and these into sentences, as far as the text is there.
struct LineCutter {
  let rules: LanguageRules
  let profile: Segmenter.Profile
  /// Whether lines are broken at a margin, so that a line here is a paragraph of the text.
  let isWrapped: Bool
  let unicode: UnicodeSentences
  /// The first byte that is in no line yet.
  private(set) var position = 0
  private var isAtStart = true
  private var isInLongLine = false

  init(
    rules: LanguageRules, profile: Segmenter.Profile, isWrapped: Bool, unicode: UnicodeSentences
  ) {
    (self.rules, self.profile, self.isWrapped, self.unicode) = (rules, profile, isWrapped, unicode)
  }

  /// A line or, of one that is too long to wait for its end, a part.
  struct Line: Sendable, Hashable {
    /// To the first byte of what follows.
    var range: Range<Int>
    /// How many segments are in it.
    let segmentCount: Int
    /// Whether it is longer than `longLine`.
    let isLong: Bool
    /// Whether the line ends with it.
    let isEnd: Bool
  }

  /// Lines above this length, in bytes, are cut without knowing their ends (64 KiB). They are no lists.
  static let longLine = 1 << 16
  /// How far a decision may look beyond the place that it is about, in bytes.
  private static let sight = 1 << 14

  /// The next line; `nil` when the text has to grow first, or is at its end.
  ///
  /// - Parameters:
  ///   - isFinal: Whether nothing comes after the text.
  ///   - ends: Gets the end of each segment of the line.
  mutating func next(in text: UTF8Text, isFinal: Bool, ends: inout [Int]) throws -> Line? {
    guard position < text.count else { return nil }
    var text = text
    if isWrapped { text.gap = .white }
    let (end, isWhole) = endOfLine(in: text, isFinal: isFinal)
    if !isWhole, text.count - position <= Self.longLine + Self.sight { return nil }
    let (start, range) = (position, position..<end)
    let isLong = isInLongLine || range.count > Self.longLine
    let sentences = SentenceEnds(text: text, rules: rules, profile: profile, unicode: unicode)
    var items = isLong ? [] : self.items(in: text, range)[...]
    let count = ends.count
    // In a line without an end yet, what lies near the edge of the text is not decided.
    let limit = isWhole ? end : text.count - Self.sight
    while let next = try sentences.next(after: position, in: range, item: items.first), next < limit
    {
      ends.append(next)
      position = next
      while let item = items.first, item <= next { items = items.dropFirst() }
    }
    if isWhole {
      ends.append(end)
      position = end
    } else if position == start {
      return nil
    }
    (isAtStart, isInLongLine) = (false, !isWhole)
    return Line(
      range: start..<position, segmentCount: ends.count - count, isLong: isLong, isEnd: isWhole)
  }

  /// Forgets the first bytes of the text, which are not needed any more.
  mutating func drop(_ count: Int) { position -= count }

  /// The starts of the second and later items of a list that runs on in the line.
  private func items(in text: UTF8Text, _ line: Range<Int>) -> [Int] {
    let start = line.lowerBound
    let mark = text.characterClass(at: text.skip(.blank, from: start, to: line.upperBound))
    guard mark == .digit || mark == .bullet || text.byte(start + 1) <= 0x2E else { return [] }
    return InlineList.items(in: text, line: line, rules: rules)
  }

  /// The first byte behind the white space behind the line, and whether the line does end there.
  private func endOfLine(in text: UTF8Text, isFinal: Bool) -> (offset: Int, isWhole: Bool) {
    let bytes = text.bytes
    // White space before the first line belongs to it.
    var offset = isAtStart ? text.skip(.white, from: position, to: text.count) : position
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x0A || byte == 0x0D || byte == 0xC2 || byte == 0xE2,
        byte < 0x80 || text.characterClass(at: offset) == .newline
      else {
        offset += 1
        continue
      }
      let next = text.skip(.white, from: offset, to: text.count)
      if next + WrappedLines.sight >= text.count, !isFinal { return (text.count, false) }
      if isWrapped, next < text.count, WrappedLines(text: text).joins(offset, next: next) {
        offset = next
        continue
      }
      return (next, true)
    }
    return (text.count, isFinal)
  }
}
