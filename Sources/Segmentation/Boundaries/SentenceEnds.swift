/// Finds where the sentences of a line end: candidates of the scan for punctuation and, where the line
/// has punctuation that only Unicode knows, of Unicode's rules, each decided by the rules of the language.
///
/// Where a sentence ends follows from the text from its start on and a little text left of it, never
/// from what was asked before. So a text gives the same sentences whole and in pieces.
struct SentenceEnds {
  let text: UTF8Text
  let rules: LanguageRules
  let profile: Segmenter.Profile
  let unicode: UnicodeSentences

  /// The longest sentence, in bytes (16 MiB): one that finds no end is cut there, so that a text without
  /// any takes bounded memory.
  static let longest = 1 << 24

  /// The start of the sentence after the one that starts at an offset; `nil` when that one has the rest
  /// of the line.
  ///
  /// - Parameters:
  ///   - line: Ends where the next line starts.
  ///   - item: The start of the next item when the line is a list.
  func next(after start: Int, in line: Range<Int>, item: Int?) throws -> Int? {
    let limit = start + Self.longest
    let end = min(line.upperBound, limit)
    if let next = try candidate(after: start, upTo: end, item: item) { return next }
    guard limit < line.upperBound else { return item }
    var cut = limit
    while text[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }

  private func candidate(after start: Int, upTo end: Int, item: Int?) throws -> Int? {
    let decision = BreakDecision(text: text, rules: rules, profile: profile)
    var scanner = CandidateScanner(text: text, rules: rules, profile: profile, range: start..<end)
    var unicodeStart = start
    while true {
      let candidate = scanner.next()
      // Whatever the scan judges is not Unicode's to decide.
      let bound = candidate?.terminator ?? text.skipBack(.white, from: end, to: start)
      if let foreign = scanner.firstForeign, foreign < bound {
        while let offset = try unicode.boundary(in: text, from: unicodeStart, to: end),
          offset < bound
        {
          unicodeStart = offset
          guard let candidate = unicodeCandidate(at: offset, before: end) else { continue }
          if let item, item <= candidate.next { return item }
          if decision.ends(at: candidate, sentenceStart: start) { return candidate.next }
        }
      }
      guard let candidate else { return item }
      if let item, item <= candidate.next { return item }
      if decision.ends(at: candidate, sentenceStart: start) { return candidate.next }
    }
  }

  /// A boundary of Unicode's after a terminator that the scan does not know; `nil` for others.
  private func unicodeCandidate(at offset: Int, before limit: Int) -> Candidate? {
    let next = text.skip(.white, from: offset, to: limit)
    let end = text.skipBack(text.gap, from: offset, to: 0)
    let word = text.skipBack(.init(.quote, .closeBracket), from: end, to: 0)
    guard next < limit, let (scalar, width) = text.scalar(before: word), scalar.value > 0x7F,
      CharacterClass(scalar) == .strong
    else { return nil }
    return Candidate(
      origin: .unicode, terminator: word - width, terminatorEnd: word, end: end, next: next,
      openBracket: nil)
  }
}
