/// The mark before an item of a list, or the number of a section: `2.`, `b)`, `(iv)`, `3.1`, `•`.
enum ListLabel: Sendable, Hashable {
  /// A number with dots in between, or letters; in lower case.
  case ordinal(String)
  /// Any bullet or dash: translations choose their own.
  case bullet

  private static let bullets: Set<Character> = ["•", "◦", "▪", "‣", "·", "*", "-", "–", "—"]
  private static let longest = 8

  /// - Parameter text: A segment without the white space around it.
  /// - Returns: `nil` when it begins with its first word.
  init?(beginning text: Substring) {
    guard let end = text.firstIndex(where: \.isWhitespace) else { return nil }
    var mark = text[..<end]
    guard mark.count <= Self.longest, let first = mark.first else { return nil }
    if mark.count == 1, Self.bullets.contains(first) {
      self = .bullet
      return
    }
    let isBracketed = mark.last == ")"
    if first == "(" { mark.removeFirst() }
    if isBracketed { mark.removeLast() }
    let hasDot = mark.contains(".")
    if mark.last == "." { mark.removeLast() }
    let isNumber = mark.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber } && mark.first != "."
    // `E.` is an initial, `I` a word.
    let isLetter =
      isBracketed && mark.allSatisfy { $0.isASCII && $0.isLetter }
      && (mark.count == 1 || mark.count <= 4 && mark.allSatisfy { "ivxlcIVXLC".contains($0) })
    guard !mark.isEmpty, isNumber && (hasDot || isBracketed) || isLetter else { return nil }
    self = .ordinal(mark.lowercased())
  }
}
