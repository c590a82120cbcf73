internal import BitextModel
public import UnicodeText

/// Words to be found one after another, in any case; a star ends a prefix: `Rakete*`.
public struct Phrase: Sendable, Hashable {
  public enum Term: Sendable, Hashable {
    /// A case-folded word or number, whole.
    case word(String)
    /// The case-folded start of a word.
    case prefix(String)
  }

  /// At least one.
  public let terms: [Term]

  /// `nil` for text without a word. Punctuation between the words does not count, here or where the
  /// phrase is sought.
  public init?(_ text: String, tokenizer: borrowing WordTokenizer) throws(ICUFailure) {
    let compared = try ComparedText(SegmentContent(text), tokenizer: tokenizer)
    let stars = Set(
      compared.tokens.filter { compared.text(of: $0) == "*" }.map(\.range.lowerBound))
    terms = zip(compared.words, compared.wordTokens).map { word, token in
      stars.contains(token.range.upperBound) ? .prefix(word) : .word(word)
    }
    if terms.isEmpty { return nil }
  }

  /// Where the phrase stands: UTF-8 ranges of the text, from the first word to the last, in order and
  /// not overlapping.
  public func ranges(in text: ComparedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start + terms.count <= text.words.count {
      let end = start + terms.count
      if zip(terms, text.words[start..<end]).allSatisfy({ $0.matches($1) }) {
        let last = text.wordTokens[end - 1].range.upperBound
        found.append(text.wordTokens[start].range.lowerBound..<last)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }
}

extension Phrase.Term {
  func matches(_ folded: String) -> Bool {
    switch self {
    case .word(let word): folded == word
    case .prefix(let start): folded.hasPrefix(start)
    }
  }
}
