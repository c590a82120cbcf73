internal import UnicodeText

/// Finds where the segments of a text end: candidates of Unicode's rules and of the gaps they leave,
/// each decided by the rules of the language.
struct SentenceBoundaries {
  let rules: LanguageRules
  let profile: Segmenter.Profile
  let isWrapped: Bool
  /// The ICU locale whose boundaries are asked for.
  let locale: String

  struct Boundary: Sendable, Hashable {
    /// The first byte behind the white space after the segment.
    let offset: Int
    let isLineEnd: Bool
  }

  /// The boundaries in the text, ascending; neither its start nor its end.
  func boundaries(of text: UTF8Text) throws -> [Boundary] {
    let iterator = try BoundaryIterator(.sentence, locale: locale)
    let decision = BreakDecision(text: text, rules: rules, profile: profile)
    var scanner = CandidateScanner(
      text: text, rules: rules, profile: profile, range: 0..<text.count)
    var (found, start): ([Boundary], Int) = ([], 0)
    let wrapped = isWrapped ? WrappedLines(text: text) : nil

    var items: ArraySlice<Int> = []

    func startLine(at offset: Int) {
      start = offset
      let mark = text.characterClass(at: text.skip(.blank, from: offset, to: text.count))
      guard mark == .digit || mark == .bullet || text.byte(offset + 1) <= 0x2E else { return }
      items =
        InlineList.items(in: text, line: offset..<text.endOfLine(from: offset), rules: rules)[...]
    }

    func breakItems(upTo offset: Int) {
      while let item = items.first, item <= offset {
        items = items.dropFirst()
        if item > start { found.append(Boundary(offset: item, isLineEnd: false)) }
        start = max(start, item)
      }
    }

    func decide(_ candidate: Candidate) {
      breakItems(upTo: candidate.next)
      if candidate.next <= start { return }
      if candidate.origin == .newline {
        if let wrapped, wrapped.joins(candidate) { return }
      } else if !decision.ends(at: candidate, sentenceStart: start) {
        return
      }
      found.append(Boundary(offset: candidate.next, isLineEnd: candidate.origin == .newline))
      if candidate.origin == .newline {
        startLine(at: candidate.next)
      } else {
        start = candidate.next
      }
    }

    startLine(at: 0)
    var pending = scanner.next()
    try iterator.forEachBoundary(in: text.bytes) { offset, _ in
      while let candidate = pending, candidate.next <= offset {
        decide(candidate)
        pending = scanner.next()
      }
      // Whatever the scan passed over or is about to judge is not Unicode's to decide.
      guard offset < text.count, start < offset,
        offset < (pending?.terminator ?? text.count),
        let candidate = unicodeCandidate(at: offset, in: text)
      else { return }
      decide(candidate)
    }
    while let candidate = pending {
      decide(candidate)
      pending = scanner.next()
    }
    breakItems(upTo: text.count)
    return found
  }

  /// A boundary of Unicode's after a terminator that the scan does not know; `nil` for others.
  private func unicodeCandidate(at offset: Int, in text: UTF8Text) -> Candidate? {
    let next = text.skip(.blank, from: offset, to: text.count)
    let end = text.skipBack(.blank, from: offset, to: 0)
    let word = text.skipBack(.init(.quote, .closeBracket), from: end, to: 0)
    guard next < text.count, let (scalar, width) = text.scalar(before: word), scalar.value > 0x7F,
      CharacterClass(scalar) == .strong
    else { return nil }
    return Candidate(
      origin: .unicode, terminator: word - width, terminatorEnd: word, end: end, next: next,
      openBracket: nil)
  }
}
