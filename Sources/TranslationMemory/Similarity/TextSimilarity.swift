internal import BitextModel
internal import UnicodeText

/// How alike two segments are, 0 to 100.
///
/// - 100: the same text and codes (canonically equivalent spellings of Unicode are the same).
/// - 95 to 99: the same words, numbers not counted: 99, less one for each of case, punctuation,
///   numbers and inline codes in which the two differ.
/// - otherwise ⌊100 · (1 − d / n)⌋, d the edit distance over case-folded words and numbers, n the
///   longer count of them; 0 when neither has a word.
///
/// Symmetric. docs/lookup.md works an example.
public enum TextSimilarity {
  public static func percent(_ a: ComparedText, _ b: ComparedText) -> Int {
    if a.content == b.content { return 100 }
    if a.words.isEmpty, b.words.isEmpty, a.text != b.text { return 0 }
    if sameButForNumbers(a.words, a.wordTokens, b.words, b.wordTokens) {
      return 99 - differences(a, b)
    }
    let distance = WordDistance(to: a.words).distance(from: b.words)
    return percent(distance: distance, longer: max(a.words.count, b.words.count))
  }

  /// ⌊100 · (1 − distance / longer)⌋, in whole numbers, so that no rounding can lift it.
  static func percent(distance: Int, longer: Int) -> Int {
    longer == 0 ? 0 : 100 * (longer - distance) / longer
  }

  /// Whether the words are equal when every number counts as the same.
  static func isAlikeButForNumbers(_ a: [WordKey], _ b: [WordKey]) -> Bool {
    a.count == b.count && !a.isEmpty && zip(a, b).allSatisfy { $0.masked == $1.masked }
  }

  private static func sameButForNumbers(
    _ a: [String], _ aTokens: [WordToken], _ b: [String], _ bTokens: [WordToken]
  ) -> Bool {
    a.count == b.count
      && a.indices.allSatisfy { index in
        let numbers = (aTokens[index].kind == .number, bTokens[index].kind == .number)
        return numbers == (true, true) || numbers == (false, false) && a[index] == b[index]
      }
  }

  /// In how many of the four ways two texts with the same words differ; 0 when only white space does.
  private static func differences(_ a: ComparedText, _ b: ComparedText) -> Int {
    let pairs = zip(a.wordTokens, b.wordTokens)
    let ways = [
      pairs.contains { $0.kind == .word && a.text(of: $0) != b.text(of: $1) },
      punctuation(of: a) != punctuation(of: b),
      zip(a.words, b.words).contains { $0 != $1 },
      a.content.codes != b.content.codes,
    ]
    return ways.count { $0 }
  }

  /// The marks, each with the number of words before it.
  private static func punctuation(of text: ComparedText) -> [String] {
    var words = 0
    var marks: [String] = []
    for token in text.tokens {
      if token.kind == .punctuation {
        marks.append("\(words) \(text.text(of: token))")
      } else {
        words += 1
      }
    }
    return marks
  }
}
