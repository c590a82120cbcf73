/// A word, a number, or a mark between words.
public struct WordToken: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case word, number, punctuation }

  /// Half-open range of UTF-8 offsets in the text that was tokenised.
  public let range: Range<Int>
  public let kind: Kind

  public init(range: Range<Int>, kind: Kind) {
    (self.range, self.kind) = (range, kind)
  }
}

/// Cuts text into word tokens: the one definition of a word that the lexicon, the fuzzy index, word
/// counts and highlights share.
///
/// A token is what ICU's word boundaries enclose (UAX #29), white space left out. A unique owner of
/// an ICU handle: one tokenizer a task.
public struct WordTokenizer: ~Copyable, Sendable {
  private let iterator: BoundaryIterator

  public init(locale: String = "") throws(ICUFailure) {
    iterator = try BoundaryIterator(.word, locale: locale)
  }

  /// The tokens of the text, in order.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public borrowing func tokens(in text: String) throws(ICUFailure) -> [WordToken] {
    var text = text
    var tokens: [WordToken] = []
    var failure: ICUFailure?
    text.withUTF8 { utf8 in
      var start = 0
      do throws(ICUFailure) {
        try iterator.forEachBoundary(in: utf8) { end, status in
          defer { start = end }
          if status == 0, isWhiteSpace(utf8[start..<end]) { return }
          tokens.append(WordToken(range: start..<end, kind: kind(of: status)))
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return tokens
  }

  /// ICU's rule status: below 100 no word, 100 to 199 a number, above that letters of some script.
  private func kind(of status: Int32) -> WordToken.Kind {
    switch status {
    case ..<100: .punctuation
    case 100..<200: .number
    default: .word
    }
  }

  private func isWhiteSpace(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if let first = bytes.first, first < 0x80 {
      return first == 0x20 || (0x09...0x0D).contains(first)
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
    }
  }
}
