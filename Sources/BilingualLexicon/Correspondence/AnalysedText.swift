public import BitextModel
public import UnicodeText

/// The segments of a text as sequences of word types: what is compared across languages.
///
/// Equal words are one type, and so are equal values however written. Punctuation is left out.
public struct AnalysedText: Sendable {
  public struct Token: Sendable, Hashable {
    /// Index in `types`.
    public let type: Int
    /// UTF-8 range in the segment's text.
    public let range: Range<Int>
    /// Whether a mark that parts clauses stands between it and the word before.
    public let opensClause: Bool
  }

  /// A word or a value of the text.
  public struct WordType: Sendable {
    /// Case-folded; of a value, as it was first written; of a symbol such as `%`, its word.
    public let text: String
    let value: Value?
    /// Whether it stands capitalised elsewhere than at the start of a segment: a name, or a German noun.
    public fileprivate(set) var isCapitalised: Bool
    /// In how many segments it stands, at least 1.
    public fileprivate(set) var segmentCount: Int

    public var isValue: Bool { value != nil }
  }

  public let language: LanguageTag
  public private(set) var segments: [[Token]] = []
  public private(set) var types: [WordType] = []

  private static func isAcronym(_ word: Substring) -> Bool {
    (2...5).contains(word.filter(\.isLetter).count)
      && word.allSatisfy { $0.isUppercase || $0 == "." }
  }

  /// - Parameter segments: The segments' texts, in order; empty ones are allowed.
  /// - Complexity: O(n) in their bytes.
  public init(_ segments: some Sequence<Substring>, language: LanguageTag) throws(ICUFailure) {
    self.language = language
    let tokenizer = try WordTokenizer(locale: language.description)
    var reader = ValueReader(language: language)
    var index: [String: Int] = [:]
    var values: [Value: Int] = [:]
    for segment in segments {
      let text = String(segment)
      let words = try tokenizer.tokens(in: text)
      let spellings = words.map { text.utf8Slice($0.range) }
      let folded = spellings.map { Folding.caseFolded(String($0)) }
      var readings = reader.readings(in: folded)[...]
      var tokens: [Token] = []
      var opensClause = true
      func append(_ type: Int, _ range: Range<Int>) {
        tokens.append(Token(type: type, range: range, opensClause: opensClause))
        opensClause = false
      }
      var at = 0
      while at < words.count {
        if let reading = readings.first, reading.tokens.lowerBound == at {
          readings.removeFirst()
          let type = values[reading.value] ?? types.count
          if type == types.count {
            values[reading.value] = type
            types.append(
              WordType(
                text: folded[reading.tokens].joined(separator: " "), value: reading.value,
                isCapitalised: false, segmentCount: 0))
          }
          at = reading.tokens.upperBound
          let range =
            words[reading.tokens.lowerBound].range.lowerBound..<words[at - 1].range.upperBound
          append(type, range)
          continue
        }
        defer { at += 1 }
        let symbol = reader.words.symbols[folded[at]]
        if symbol == nil, words[at].kind == .punctuation {
          opensClause = opensClause || Self.partsClauses(spellings[at])
          continue
        }
        let word = symbol ?? folded[at]
        let type = index[word] ?? types.count
        if type == types.count {
          index[word] = type
          types.append(WordType(text: word, value: nil, isCapitalised: false, segmentCount: 0))
        }
        // At the start of a segment every word is capitalised, but only an acronym throughout.
        if !tokens.isEmpty
          ? spellings[at].first?.isUppercase == true : Self.isAcronym(spellings[at])
        {
          types[type].isCapitalised = true
        }
        append(type, words[at].range)
      }
      for type in Set(tokens.map(\.type)) { types[type].segmentCount += 1 }
      self.segments.append(tokens)
    }
  }

  /// Commas, dashes, brackets and quotation marks: what they part may be told by a sentence of its own.
  private static func partsClauses(_ mark: some StringProtocol) -> Bool {
    mark.unicodeScalars.contains { ",;:–—()„“”\"»«".unicodeScalars.contains($0) }
  }
}
