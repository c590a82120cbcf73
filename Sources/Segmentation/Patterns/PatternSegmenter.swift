public import BitextModel

/// Cuts text by rules of two regular expressions, as SRX 2.0 wants it: at every place the first rule
/// whose both sides match decides, and where none does there is no break.
///
/// A class, because it owns handles of ICU; it serves one text at a time.
public final class PatternSegmenter {
  private let rules: [PatternRule]
  private let matchers: [PatternMatcher]
  /// The rules that ICU cannot run, which are left out.
  public let faults: [PatternFault]

  public init(_ rules: [PatternRule]) {
    var (usable, matchers, faults): ([PatternRule], [PatternMatcher], [PatternFault]) = ([], [], [])
    for rule in rules {
      do throws(PatternFault) {
        matchers.append(try PatternMatcher(rule))
        usable.append(rule)
      } catch {
        faults.append(error)
      }
    }
    (self.rules, self.matchers, self.faults) = (usable, matchers, faults)
  }

  /// The text as a document whose segments end exactly where the rules break: white space is where
  /// they leave it. Segments of white space alone are boilerplate with the reason `blank`.
  ///
  /// - Throws: `ICUFailure` when an expression takes more room than ICU gives it.
  public func document(
    name: String? = nil, language: LanguageTag, text: String
  ) throws -> Document {
    var text = text
    let segments = try text.withUTF8 { utf8 in try self.segments(of: UTF8Text(bytes: utf8)) }
    return try Document(name: name, language: language, text: text, segments: segments)
  }

  private func segments(of text: UTF8Text) throws -> [Segment] {
    var (segments, start, paragraph): ([Segment], Int, Int) = ([], 0, 0)
    for end in try places(in: text) + (text.count > 0 ? [text.count] : []) {
      let isBlank = text.skip(.white, from: start, to: end) == end
      segments.append(
        Segment(
          range: start..<end, kind: isBlank ? .boilerplate : .sentence, paragraph: paragraph,
          reason: isBlank ? "blank" : nil))
      let white = text.skipBack(.white, from: end, to: start)
      if (text.bytes[white..<end].contains { $0 == 0x0A || $0 == 0x0D }) { paragraph += 1 }
      start = end
    }
    return segments
  }

  /// The breaks within the text, ascending.
  private func places(in text: UTF8Text) throws -> [Int] {
    for matcher in matchers { try matcher.setText(text) }
    // The first rule that breaks at each place where one does.
    var breaking: [Int: Int] = [:]
    for (index, rule) in rules.enumerated() where rule.isBreak {
      var start = 1
      while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
      while let place = try matchers[index].firstPlace(from: start) {
        if breaking[place] == nil { breaking[place] = index }
        start = place + (text.scalar(at: place)?.width ?? 1)
      }
    }
    return try breaking.keys.sorted().filter { place in
      let first = breaking[place] ?? 0
      for index in 0..<first where !rules[index].isBreak {
        if try matchers[index].matches(at: place) { return false }
      }
      return true
    }
  }
}
