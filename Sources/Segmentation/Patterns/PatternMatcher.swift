internal import UnicodeText

/// One rule, compiled: says at which places of a text both of its sides match.
///
/// A class, because it owns handles of ICU, which are pointed at one text at a time.
final class PatternMatcher {
  /// Owns one handle, so that there may be none.
  private final class Expression {
    let regex: RegularExpression
    init(_ pattern: String) throws(ICUFailure) { regex = try RegularExpression(pattern) }
  }

  /// An expression that matches nothing but places: `(?<=before)(?=after)`, or the right side alone.
  private let place: Expression
  /// The left side where ICU's look-behind, which must be bounded in length, cannot have it. It is looked
  /// for in a stretch of text that ends at the place.
  private let left: Expression?
  /// Whether the left side may ask for the start of the text, which a stretch must not pretend to be.
  private let isAnchored: Bool
  private var text = UTF8Text(bytes: UnsafeBufferPointer(start: nil, count: 0))

  /// How far the left side reaches where its length has no bound, in bytes.
  static let reach = 512

  init(_ rule: PatternRule) throws(PatternFault) {
    isAnchored = rule.before.contains("^") || rule.before.contains("\\A")
    let after = rule.after.isEmpty ? "" : "(?=(?:\(rule.after)))"
    let before = rule.before.isEmpty ? "" : "(?<=(?:\(rule.before)))"
    do throws(ICUFailure) {
      // Each side must be whole by itself.
      for side in [rule.before, rule.after] where !side.isEmpty { _ = try Expression(side) }
      if let both = try? Expression(before + after + "(?:)") {
        (place, left) = (both, nil)
      } else {
        (place, left) = (try Expression(after + "(?:)"), try Expression("(?:\(rule.before))\\z"))
      }
    } catch {
      throw PatternFault(rule: rule, cause: error.operation)
    }
  }

  /// Points the rule at a text, which must live as long as it is asked.
  func setText(_ text: UTF8Text) throws(ICUFailure) {
    self.text = text
    try place.regex.setText(text.bytes)
    try left?.regex.setText(text.bytes)
  }

  /// The first place at or after an offset, and before the end of the text, at which both sides match.
  func firstPlace(from start: Int) throws(ICUFailure) -> Int? {
    var start = start
    while start < text.count {
      guard let found = try place.regex.firstMatch(from: start), found < text.count else {
        return nil
      }
      if try hasLeftSide(at: found) { return found }
      start = found + (text.scalar(at: found)?.width ?? 1)
    }
    return nil
  }

  func matches(at offset: Int) throws(ICUFailure) -> Bool {
    guard try place.regex.matches(at: offset) else { return false }
    return try hasLeftSide(at: offset)
  }

  private func hasLeftSide(at offset: Int) throws(ICUFailure) -> Bool {
    guard let left else { return true }
    var start = isAnchored ? 0 : max(0, offset - Self.reach)
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return try left.regex.hasMatch(in: start..<offset)
  }
}
