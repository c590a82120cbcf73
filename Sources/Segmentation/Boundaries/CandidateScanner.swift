/// Finds, left to right, where terminal punctuation or the end of a line may end a sentence.
struct CandidateScanner {
  let text: UTF8Text
  let rules: LanguageRules
  let profile: Segmenter.Profile
  private let closingMarks: Bool
  /// Where the next search starts.
  private(set) var position: Int
  private let end: Int
  /// The last opening parenthesis of the line that is not closed yet.
  private var openBracket: Int?

  init(text: UTF8Text, rules: LanguageRules, profile: Segmenter.Profile, range: Range<Int>) {
    (self.text, self.rules, self.profile) = (text, rules, profile)
    end = range.upperBound
    // White space before the first segment belongs to it.
    position = text.skip(.white, from: range.lowerBound, to: end)
    closingMarks = !rules.closingMarks.isEmpty
  }

  /// The next candidate before the end of the range; `nil` when there is none.
  mutating func next() -> Candidate? {
    let bytes = text.bytes
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if let candidate = candidate(at: position) { return candidate }
      case 0x0A, 0x0D:
        return lineEnd(at: position)
      case 0xE2 where text.byte(position + 1) == 0x80 && text.byte(position + 2) == 0xA6:
        if let candidate = candidate(at: position) { return candidate }
      case 0xE2 where text.byte(position + 1) == 0x80 && text.byte(position + 2) & 0xFE == 0xA8,
        0xC2 where text.byte(position + 1) == 0x85:
        return lineEnd(at: position)
      case UInt8(ascii: "("):
        openBracket = position
        position += 1
      case UInt8(ascii: ")"):
        openBracket = nil
        position += 1
      default: position += 1
      }
    }
    return nil
  }

  private mutating func lineEnd(at newline: Int) -> Candidate? {
    let left = text.skipBack(.blank, from: newline, to: 0)
    let next = text.skip(.white, from: newline, to: text.count)
    position = max(next, newline + 1)
    openBracket = nil
    guard next < end else { return nil }
    return Candidate(
      origin: .newline, terminator: left, terminatorEnd: left, end: left, next: next,
      openBracket: nil)
  }

  /// The candidate behind the punctuation at an offset; moves on past what it has looked at.
  private mutating func candidate(at start: Int) -> Candidate? {
    let terminatorEnd = endOfTerminators(from: start)
    let closed = endOfClosers(from: terminatorEnd)
    var next = text.skip(.blank, from: closed, to: end)
    var behind = closed
    // A closing mark that stands apart, as French sets it.
    if closingMarks, next > closed, let (scalar, width) = text.scalar(at: next),
      rules.closingMarks.contains(scalar)
    {
      behind = endOfClosers(from: next + width)
      next = text.skip(.blank, from: behind, to: end)
    }
    if let mark = FootnoteMark.endOfDetached(in: text, at: next) {
      behind = mark
      next = text.skip(.blank, from: behind, to: end)
    }
    position = behind
    if text.bytes[terminatorEnd..<behind].contains(UInt8(ascii: ")")) { openBracket = nil }
    guard next < end else {
      position = end
      return nil
    }
    if text.characterClass(at: next) == .newline { return nil }
    guard next > behind else {
      return missingSpace(start, terminatorEnd, behind)
    }
    return Candidate(
      origin: .terminator, terminator: start, terminatorEnd: terminatorEnd, end: behind, next: next,
      openBracket: openBracket)
  }

  /// Past `.`, `!`, `?`, `…` and spaced periods such as `. . .`.
  private func endOfTerminators(from start: Int) -> Int {
    var offset = start
    while offset < end, let (scalar, width) = text.scalar(at: offset) {
      switch CharacterClass(scalar) {
      case .period, .strong: offset += width
      case .space:
        let behind = offset + width
        guard text.byte(behind) == UInt8(ascii: "."), text.byte(offset - 1) == UInt8(ascii: "."),
          isEndOfSpacedPeriod(behind + 1)
        else { return offset }
        offset = behind + 1
      default: return offset
      }
    }
    return offset
  }

  private func isEndOfSpacedPeriod(_ offset: Int) -> Bool {
    switch text.characterClass(at: offset) {
    case .space, .newline, .end, .quote, .period, .closeBracket: true
    default: false
    }
  }

  /// Past closing marks, brackets and the footnote marks between them.
  private func endOfClosers(from start: Int) -> Int {
    var offset = start
    while offset < end, let (scalar, width) = text.scalar(at: offset) {
      switch CharacterClass(scalar) {
      case .closeBracket: offset += width
      case .quote:
        if rules.openingMarks.contains(scalar), !isFollowedByGap(offset + width) { return offset }
        offset += width
      case .openBracket:
        guard let mark = FootnoteMark.end(in: text, at: offset) else { return offset }
        offset = mark
      case .symbol where FootnoteMark.isSuperscript(scalar), .symbol where scalar == "*":
        offset += width
      case .digit where offset == start:
        guard let mark = FootnoteMark.endOfBareNumber(in: text, at: offset) else { return offset }
        offset = mark
      default: return offset
      }
    }
    return offset
  }

  private func isFollowedByGap(_ offset: Int) -> Bool {
    switch text.characterClass(at: offset) {
    case .space, .newline, .end, .comma, .closeBracket: true
    default: false
    }
  }

  private func missingSpace(_ start: Int, _ terminatorEnd: Int, _ behind: Int) -> Candidate? {
    guard
      MissingSpace.isLikely(
        in: text, terminator: start, next: behind, rules: rules, profile: profile)
    else {
      return nil
    }
    return Candidate(
      origin: .missingSpace, terminator: start, terminatorEnd: terminatorEnd, end: behind,
      next: behind, openBracket: openBracket)
  }
}
