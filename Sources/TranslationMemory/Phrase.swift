internal import BitextModel
public import UnicodeText

/// Words to be found one after another, in any case; a star ends a prefix: `Rakete*`.
public struct Phrase: Sendable, Hashable {
  public enum Term: Sendable, Hashable {
    /// A case-folded word or number, whole.
    case word(String)
    /// The case-folded start of a word.
    case prefix(String)
    /// Any of the forms of a word.
    case forms([String])
  }

  /// At least one.
  public let terms: [Term]
  /// Whether `resume` finds `résumé`, and the other way round.
  public let ignoresDiacritics: Bool

  /// `nil` for text without a word. Punctuation between the words does not count, here or where the
  /// phrase is sought.
  ///
  /// - Parameter forms: The forms in which a case-folded word may be found, itself among them.
  public init?(
    _ text: String, ignoringDiacritics: Bool = false, forms: (String) -> [String] = { [$0] },
    tokenizer: borrowing WordTokenizer
  ) throws(ICUFailure) {
    let compared = try ComparedText(SegmentContent(text), tokenizer: tokenizer)
    let stars = Set(
      compared.tokens.filter { compared.text(of: $0) == "*" }.map(\.range.lowerBound))
    ignoresDiacritics = ignoringDiacritics
    let bare = { (word: String) in ignoringDiacritics ? Diacritics.removed(from: word) : word }
    terms = zip(compared.words, compared.wordTokens).map { word, token in
      if stars.contains(token.range.upperBound) { return .prefix(bare(word)) }
      let all = Set(forms(word).map(bare)).union([bare(word)])
      return all.count == 1 ? .word(bare(word)) : .forms(all.sorted())
    }
    if terms.isEmpty { return nil }
  }

  /// Case-folded words, one after another; `nil` for none.
  init?(words: some Sequence<String>) {
    terms = words.map { .word($0) }
    ignoresDiacritics = false
    if terms.isEmpty { return nil }
  }

  /// Where the phrase stands: UTF-8 ranges of the text, from the first word to the last, in order and
  /// not overlapping.
  public func ranges(in text: ComparedText) -> [Range<Int>] {
    let words = ignoresDiacritics ? text.words.map(Diacritics.removed) : text.words
    var found: [Range<Int>] = []
    var start = 0
    while start + terms.count <= words.count {
      let end = start + terms.count
      if zip(terms, words[start..<end]).allSatisfy({ $0.matches($1) }) {
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
    case .forms(let words): words.contains(folded)
    }
  }
}
