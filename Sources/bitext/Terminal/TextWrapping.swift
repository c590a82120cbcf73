internal import BitextToolkit

/// Breaks text into lines for a terminal.
enum TextWrapping {
  /// The lines of the text at a width in columns: broken at white space, inside a word only when it
  /// is wider than a whole line, between wide characters anywhere. Never empty: no text is one empty line.
  static func lines(of text: String, width: Int) -> [String] {
    let limit = max(width, 2)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in harmless(text).split(whereSeparator: \.isWhitespace) {
      var pieces = pieces(of: word, limit: limit)[...]
      if used > 0, let first = pieces.first {
        if used + 1 + first.displayWidth <= limit {
          line += " " + first
          used += 1 + first.displayWidth
          pieces.removeFirst()
          if pieces.isEmpty { continue }
        }
        lines.append(line)
        (line, used) = ("", 0)
      }
      for piece in pieces {
        if used + piece.displayWidth > limit {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line += piece
        used += piece.displayWidth
      }
    }
    return lines.isEmpty || !line.isEmpty ? lines + [line] : lines
  }

  /// The text on one line, cut with an ellipsis where it is wider than `width`.
  static func truncated(_ text: String, width: Int) -> String {
    let line = harmless(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.displayWidth > width else { return line }
    var kept = ""
    var used = 0
    for character in line {
      guard used + character.displayWidth < width else { break }
      kept.append(character)
      used += character.displayWidth
    }
    return kept + "…"
  }

  /// Without the control characters by which a document could steer the terminal that shows it.
  static func harmless(_ text: String) -> String {
    let isHarmful = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace
    }
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// What of a word may not be parted: the word, or its characters where it is wide or too long.
  private static func pieces(of word: Substring, limit: Int) -> [Substring] {
    let isLong = word.displayWidth > limit
    guard isLong || word.contains(where: { $0.displayWidth == 2 }) else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    for index in word.indices {
      let next = word.index(after: index)
      let isPart = next < word.endIndex && word[next].displayWidth == 0
      if isPart || !(isLong || word[index].displayWidth == 2 || nextIsWide(word, next)) { continue }
      pieces.append(word[start..<next])
      start = next
    }
    if start < word.endIndex { pieces.append(word[start...]) }
    return pieces
  }

  private static func nextIsWide(_ word: Substring, _ next: Substring.Index) -> Bool {
    next < word.endIndex && word[next].displayWidth == 2
  }
}
