/// Decides whether a sentence ends at a candidate, from the whole word left of it and the start right
/// of it.
struct BreakDecision {
  let text: UTF8Text
  let rules: LanguageRules
  let profile: Segmenter.Profile

  /// - Parameter sentenceStart: Where the sentence starts that would end here.
  func ends(at candidate: Candidate, sentenceStart: Int) -> Bool {
    let right = RightStart(at: candidate.next, in: text, rules: rules)
    if right.first == .end || isContinuation(right) { return false }
    if isInsideContinuedBracket(candidate, sentenceStart) { return false }
    if candidate.origin == .interruption { return right.isCapitalisedStarter }
    if candidate.origin != .terminator { return true }
    switch terminator(of: candidate) {
    case .strong: return endsAfterStrong(candidate, right)
    case .ellipsis: return endsAfterEllipsis(candidate, right)
    case .period: return endsAfterPeriod(candidate, right, sentenceStart)
    }
  }

  private enum Terminator { case period, ellipsis, strong }

  private func terminator(of candidate: Candidate) -> Terminator {
    var offset = candidate.terminator
    var periods = 0
    while offset < candidate.terminatorEnd, let (scalar, width) = text.scalar(at: offset) {
      let kind = CharacterClass(scalar)
      if kind == .strong { return .strong }
      if kind == .period { periods += scalar == "…" ? 2 : 1 }
      offset += width
    }
    return periods > 1 ? .ellipsis : .period
  }

  /// Marks that only go on with a sentence: a comma, a bracket that closes.
  private func isContinuation(_ right: RightStart) -> Bool {
    right.opener == .comma || right.opener == .closeBracket
      || right.first == .comma && right.hasQuote
  }

  /// Whether the place lies in a parenthesis after which the sentence goes on.
  private func isInsideContinuedBracket(_ candidate: Candidate, _ sentenceStart: Int) -> Bool {
    guard let open = candidate.openBracket, open > sentenceStart else { return false }
    let limit = min(text.count, candidate.next + Self.longestParenthesis)
    var offset = candidate.next
    while offset < limit, text[offset] != UInt8(ascii: ")") {
      if text[offset] == UInt8(ascii: "(") { return false }
      if text[offset] == 0x0A, !text.gap.contains(.newline) { return false }
      offset += 1
    }
    guard offset < limit else { return false }
    let next = text.skip(text.gap, from: offset + 1, to: text.count)
    return switch text.characterClass(at: next) {
    case .lower, .comma, .period: true
    default: false
    }
  }

  /// How far a parenthesis is followed to its end, in bytes.
  private static let longestParenthesis = 400

  private func endsAfterStrong(_ candidate: Candidate, _ right: RightStart) -> Bool {
    // `(!)` and `(?)` comment on a word.
    if text.byte(candidate.terminator - 1) == UInt8(ascii: "("),
      text.byte(candidate.terminatorEnd) == UInt8(ascii: ")")
    {
      return false
    }
    if right.first == .lower, !right.isCamelCase(in: text) {
      return right.hasBullet
        || profile == .informal && candidate.end == candidate.terminatorEnd && !right.hasDash
    }
    return !isSpeechTag(candidate, right)
  }

  /// Whether a quotation closes here and the words behind it tell who spoke: `“Why?” Anna asked.`
  private func isSpeechTag(_ candidate: Candidate, _ right: RightStart) -> Bool {
    guard candidate.end > candidate.terminatorEnd,
      text.characterClass(before: candidate.end) == .quote, right.opener == .upper,
      !right.isCapitalisedStarter
    else { return false }
    var word = right.word
    for _ in 0..<3 {
      // Past the period of `Mr.`
      let end = word.upperBound + (text.byte(word.upperBound) == UInt8(ascii: ".") ? 1 : 0)
      let next = text.skip(text.gap, from: end, to: text.count)
      guard next > end else { return false }
      word = next..<text.skip(.letters, from: next, to: text.count)
      if text.characterClass(at: next) == .lower {
        return rules.traits(of: text.slice(word), atStart: false).contains(.speech)
      }
      guard text.characterClass(at: next) == .upper else { return false }
    }
    return false
  }

  private func endsAfterEllipsis(_ candidate: Candidate, _ right: RightStart) -> Bool {
    guard right.first == .upper || right.first == .letter else { return false }
    // `[...]` stands for words left out.
    switch text.characterClass(before: candidate.terminator) {
    case .openBracket:
      return right.isStarter && text.characterClass(before: candidate.end) != .quote
    // Three periods that stand apart are a pause; with a fourth the sentence ends too.
    case .space:
      return candidate.end > candidate.terminatorEnd
        || text.bytes[candidate.terminator..<candidate.terminatorEnd].count { $0 == 0x2E } > 3
    default: return true
    }
  }

  private func endsAfterPeriod(
    _ candidate: Candidate, _ right: RightStart, _ sentenceStart: Int
  ) -> Bool {
    let left = LeftWord(
      before: candidate.terminator, in: text, rules: rules, sentenceStart: sentenceStart)
    let closing = text.characterClass(before: candidate.end)
    let isQuoted = candidate.end > candidate.terminatorEnd && closing == .quote
    switch right.first {
    case .lower where !right.isCamelCase(in: text):
      if right.hasBullet || startsRemark(left, right) { return true }
      return profile == .informal && candidate.end == candidate.terminatorEnd
        && isInformalEnd(left, right)
    case .digit: return endsBeforeNumber(left, right)
    case .upper, .lower, .letter, .symbol, .strong, .period, .end, .mark, .newline, .space,
      .invisible, .quote, .openBracket, .closeBracket, .dash, .bullet, .comma:
      if isQuoted, !left.traits.contains(.neverFinal) { return true }
      return endsBeforeCapital(left, right, candidate, sentenceStart)
    }
  }

  /// A parenthesis that opens in lower case after a whole word and its period is a remark of its own.
  private func startsRemark(_ left: LeftWord, _ right: RightStart) -> Bool {
    right.opener == .openBracket && left.shape == .word && left.range.count > 3
      && left.traits.isDisjoint(with: WordTraits.abbreviation)
  }

  /// People who write without capitals still write whole words before their periods.
  private func isInformalEnd(_ left: LeftWord, _ right: RightStart) -> Bool {
    guard !right.hasDash, left.traits.isDisjoint(with: WordTraits.abbreviation) else {
      return false
    }
    return switch left.shape {
    case .word: true
    case .none, .numeric: true
    case .integer(let digits): digits > 2
    case .singleUpper, .singleLower, .dotted, .roman, .vowelless: false
    }
  }

  private func endsBeforeNumber(_ left: LeftWord, _ right: RightStart) -> Bool {
    if !left.traits.isDisjoint(with: WordTraits.abbreviation) { return false }
    switch left.shape {
    case .integer(let digits): return !(left.isFirst || digits <= 2)
    case .singleLower, .singleUpper, .dotted: return false
    case .vowelless: return !rules.hasVowellessAbbreviations
    case .none, .numeric, .roman, .word: return true
    }
  }

  private func endsBeforeCapital(
    _ left: LeftWord, _ right: RightStart, _ candidate: Candidate, _ sentenceStart: Int
  ) -> Bool {
    let mayEnd = left.traits.contains(.mayEnd)
    if left.traits.contains(.neverFinal), !mayEnd { return false }
    if mayEnd { return right.isStarter && !isShortAdverbial(left, sentenceStart) }
    switch left.shape {
    case .integer(let digits):
      if left.isFirst, digits <= 3 { return false }
      guard rules.hasOrdinalPeriod, digits <= 3, candidate.end == candidate.terminatorEnd else {
        return true
      }
      return Ordinal(text: text, rules: rules).ends(number: left.range, right: right)
    case .singleUpper: return !left.isFirst && right.isStarter
    case .singleLower: return false
    case .dotted: return right.isStarter
    case .roman: return !rules.hasOrdinalPeriod || right.isStarter
    case .vowelless: return !rules.hasVowellessAbbreviations || right.isStarter
    case .none, .numeric, .word: return true
    }
  }

  /// `At 5 a.m.` opens a sentence and is none.
  private func isShortAdverbial(_ left: LeftWord, _ sentenceStart: Int) -> Bool {
    let first = RightStart(at: sentenceStart, in: text, rules: rules)
    guard left.shape == .dotted, first.isStarter, left.range.upperBound - sentenceStart <= 24 else {
      return false
    }
    return text.bytes[sentenceStart..<left.range.upperBound].count { $0 == 0x20 } <= 2
  }
}
