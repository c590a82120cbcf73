internal import BitextToolkit

/// Hits of a concordance one beneath the other, the phrase always in the same column (Luhn's key word
/// in context, 1960), with the other side below.
struct ConcordanceText {
  /// Columns of the terminal.
  let width: Int
  /// Whether the phrase is bold; otherwise it stands between « and ».
  let isStyled: Bool

  private static let indent = "    "

  func lines(of hit: ConcordanceRecord) -> [String] {
    let counterparts = hit.counterparts.flatMap { counterpart in
      let tag = counterpart.language.description + "  "
      let room = width - Self.indent.count - tag.count
      let lines = TextWrapping.lines(
        of: MarkedText.marked(counterpart.text, counterpart.ranges ?? []), width: room)
      return lines.enumerated().map { index, line in
        (index == 0 ? tag : String(repeating: " ", count: tag.count)) + line
      }
    }
    let places = hit.provenance.places.map {
      "\($0.document):\($0.segments.map(String.init).joined(separator: "+"))"
    }.joined(separator: " → ")
    let notes = [places, hit.relation == .claim ? "claim" : ""].filter { !$0.isEmpty }
    let provenance = notes.isEmpty ? [] : [notes.joined(separator: " · ")]
    return hit.ranges.map { line(hit.text, $0) }
      + (counterparts + provenance.map { TextStyle.dim.applied(to: $0, isStyled: isStyled) })
      .map { Self.indent + $0 }
  }

  /// One place: what is before it ends at two fifths of the width, and both ends are cut to fit.
  private func line(_ text: String, _ range: Range<Int>) -> String {
    let column = width * 2 / 5
    let before = flat(text.utf8Slice(0..<range.lowerBound))
    let after = flat(text.utf8Slice(range.upperBound..<text.utf8.count))
    let phrase = flat(text.utf8Slice(range))
    let shown = isStyled ? TextStyle.bold.applied(to: phrase, isStyled: true) : "«\(phrase)»"
    let marks = isStyled ? 0 : 2
    let left = Self.tail(of: before, width: column)
    let room = max(0, width - column - phrase.displayWidth - marks)
    let right = TextWrapping.truncated("x" + after, width: room + 1).dropFirst()
    return String(repeating: " ", count: max(0, column - left.displayWidth)) + left + shown + right
  }

  /// On one line; a space at either end stays.
  private func flat(_ text: Substring) -> String {
    String(TextWrapping.harmless(String(text)).map { $0.isWhitespace ? " " : $0 })
  }

  /// The end of the text, with an ellipsis before it where it is wider than `width`.
  private static func tail(of text: String, width: Int) -> String {
    guard text.displayWidth > width else { return text }
    var kept: [Character] = []
    var used = 1
    for character in text.reversed() {
      guard used + character.displayWidth <= width else { break }
      kept.append(character)
      used += character.displayWidth
    }
    return "…" + String(kept.reversed())
  }
}
