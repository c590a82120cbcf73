/// Finds, left to right, where terminal punctuation may end a sentence of a line.
struct CandidateScanner {
  let text: UTF8Text
  let rules: LanguageRules
  let profile: Segmenter.Profile
  /// Where the next search starts.
  private(set) var position: Int
  /// Where the first terminator stands that only Unicode's rules know, such as `。`, of those passed
  /// so far.
  private(set) var firstForeign: Int?
  private let end: Int
  /// The last opening parenthesis that is not closed yet.
  private var openBracket: Int?

  /// - Parameter range: From the start of a sentence to the end of its line.
  init(text: UTF8Text, rules: LanguageRules, profile: Segmenter.Profile, range: Range<Int>) {
    (self.text, self.rules, self.profile) = (text, rules, profile)
    end = range.upperBound
    // White space before the first segment belongs to it.
    position = text.skip(.white, from: range.lowerBound, to: end)
  }

  /// The next candidate before the end of the range; `nil` when there is none.
  mutating func next() -> Candidate? {
    let bytes = text.bytes
    while position < end {
      let byte = bytes[position]
      guard Self.mayMatter(byte) else {
        position += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if let candidate = candidate(at: position) { return candidate }
      case UInt8(ascii: "("):
        openBracket = position
        position += 1
      case UInt8(ascii: ")"):
        openBracket = nil
        position += 1
      case 0xE2 where text.byte(position + 1) == 0x80 && text.byte(position + 2) == 0xA6:
        if let candidate = candidate(at: position) { return candidate }
      case UInt8(ascii: "\""),
        0xE2 where isQuote(at: position):
        if let candidate = interruption(at: position) { return candidate }
      default:
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        if firstForeign == nil, isForeignTerminator(at: position) { firstForeign = position }
        position += width
      }
    }
    return nil
  }

  /// Whether a character that starts with the byte is punctuation that ends sentences, or a parenthesis.
  @inline(__always)
  private static func mayMatter(_ byte: UInt8) -> Bool {
    byte < 0x40 ? marks >> UInt64(byte) & 1 == 1 : byte >= 0xD5
  }

  /// `!`, `"`, `(`, `)`, `.` and `?` as bits.
  private static let marks: UInt64 =
    1 << 0x21 | 1 << 0x22 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2E | 1 << 0x3F

  /// Whether one of the quotation marks U+2018 to U+201F is here.
  private func isQuote(at offset: Int) -> Bool {
    text.byte(offset + 1) == 0x80 && 0x98...0x9F ~= text.byte(offset + 2)
  }

  /// The candidate behind a quotation that closes at an offset, right after a dash; moves on past it.
  private mutating func interruption(at quote: Int) -> Candidate? {
    let behind = quote + (text[quote] < 0x80 ? 1 : 3)
    position = behind
    guard let (dash, width) = text.scalar(before: quote), CharacterClass(dash) == .dash,
      dash != "-" || text.byte(quote - 2) == UInt8(ascii: "-")
    else { return nil }
    let next = text.skip(.white, from: behind, to: end)
    guard next > behind, next < end else { return nil }
    return Candidate(
      origin: .interruption, terminator: quote - width, terminatorEnd: quote, end: behind,
      next: next, openBracket: openBracket)
  }

  private func isForeignTerminator(at offset: Int) -> Bool {
    // Quotation marks and dashes, which are common.
    if text[offset] == 0xE2, text.byte(offset + 1) == 0x80, text.byte(offset + 2) < 0xBC {
      return false
    }
    guard let (scalar, _) = text.scalar(at: offset) else { return false }
    return CharacterClass.isForeignTerminator(scalar)
  }

  /// The candidate behind the punctuation at an offset; moves on past what it has looked at.
  private mutating func candidate(at start: Int) -> Candidate? {
    let terminatorEnd = endOfTerminators(from: start)
    let closed = endOfClosers(from: terminatorEnd)
    var next = text.skip(.white, from: closed, to: end)
    var behind = closed
    // A closing mark that stands apart, as French sets it.
    if !rules.closingMarks.isEmpty, next > closed, let (scalar, width) = text.scalar(at: next),
      rules.closingMarks.contains(scalar), isFollowedByGap(next + width)
    {
      behind = endOfClosers(from: next + width)
      next = text.skip(.white, from: behind, to: end)
    }
    if let mark = FootnoteMark.endOfDetached(in: text, at: next) {
      behind = mark
      next = text.skip(.white, from: behind, to: end)
    }
    position = behind
    if text.bytes[terminatorEnd..<behind].contains(UInt8(ascii: ")")) { openBracket = nil }
    guard next < end else {
      position = end
      return nil
    }
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
