public import BitextModel
public import UnicodeText

/// A segment as a lookup compares it: its text, its tokens, and a key for each word.
public struct ComparedText: Sendable, Hashable {
  public let content: SegmentContent
  /// What a person reads of the content; offsets below are of its UTF-8.
  public let text: String
  /// All tokens, punctuation among them.
  public let tokens: [WordToken]
  /// The case-folded words and numbers, in order: punctuation stands apart and is no word.
  public let words: [String]
  /// The keys of `words`, one each.
  public let keys: [WordKey]
  /// The tokens that `words` come from, one each.
  public let wordTokens: [WordToken]

  /// - Throws: `ICUFailure` for text that ICU cannot take, such as 2 GiB of it.
  public init(_ content: SegmentContent, tokenizer: borrowing WordTokenizer) throws(ICUFailure) {
    self.content = content
    var text = content.text
    text.makeContiguousUTF8()
    self.text = text
    tokens = try tokenizer.tokens(in: text)
    wordTokens = tokens.filter { $0.kind != .punctuation }
    words = wordTokens.map { Folding.caseFolded(String(text.utf8Slice($0.range))) }
    keys = zip(words, wordTokens).map { WordKey(folded: $0, isNumber: $1.kind == .number) }
  }

  /// A hash that texts share whose words are equal when every number counts as the same: all that
  /// are exact or differ only in case, punctuation, numbers and codes. A text without words has the
  /// hash of the text itself.
  ///
  /// Stored on disk: its definition is part of the format of a memory.
  public var skeleton: UInt64 {
    guard !keys.isEmpty else { return FNV.hash(Folding.composed(text)) }
    return Self.skeleton(of: keys)
  }

  static func skeleton(of keys: [WordKey]) -> UInt64 {
    keys.reduce(FNV.start) { FNV.hash($1.masked.rawValue, from: $0) }
  }

  func text(of token: WordToken) -> Substring { text.utf8Slice(token.range) }
}
