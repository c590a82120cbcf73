internal import BitextModel

/// Finds which of a lexicon's phrases stand in a text, inflected or not.
enum TextPhrases {
  /// A phrase with the types that are its words.
  struct Phrase {
    let term: Lexicon.Term
    /// Ascending, each once.
    let types: [Int]
  }

  /// Between the words of a phrase at most so many others stand: articles, or what German puts inside.
  private static let mostBetween = 3
  /// A type in more segments than this is looked for in these only.
  private static let mostSegments = 200

  /// By term. A phrase stands in a text if all its words that matter stand close together in a segment. A
  /// word that may be a form of another is no word of that one's phrases.
  ///
  /// - Complexity: O(types × phrases of each).
  static func found(in text: AnalysedText, _ terms: LexiconTerms) -> [Phrase] {
    let lexicon = terms.lexicon
    var candidates: [Lexicon.Term: [[Int]]] = [:]
    for word in terms.types.keys {
      for phrase in lexicon.phrases(around: word, terms.side) where candidates[phrase] == nil {
        guard let types = terms.types(ofPhrase: phrase) else { continue }
        candidates[phrase] = types.map { word in
          word.filter { $0.weight == 1 }.map(\.type)
        }
      }
    }
    let places = Places(text)
    return candidates.compactMap { phrase, words in
      let types = places.types(of: words)
      return types.isEmpty ? nil : Phrase(term: phrase, types: types)
    }.sorted { $0.term < $1.term }
  }

  /// Where the types of a text stand.
  private struct Places {
    private let text: AnalysedText
    private let segments: [[Int]]

    init(_ text: AnalysedText) {
      self.text = text
      var segments: [[Int]] = Array(repeating: [], count: text.types.count)
      for (index, tokens) in text.segments.enumerated() {
        for token in tokens
        where segments[token.type].last != index && segments[token.type].count < mostSegments {
          segments[token.type].append(index)
        }
      }
      self.segments = segments
    }

    /// The types that stand close together as the words of a phrase, ascending; none where they do not.
    func types(of words: [[Int]]) -> [Int] {
      guard let rarest = words.min(by: { count($0) < count($1) }), count(rarest) > 0 else {
        return []
      }
      let all = Set(words.joined()).count
      var found: Set<Int> = []
      for type in rarest {
        for segment in segments[type] {
          if found.count == all { return found.sorted() }
          add(words, around: type, in: text.segments[segment], to: &found)
        }
      }
      return found.sorted()
    }

    /// Adds the first type of each word near the places of one of them, if all words have one there.
    private func add(
      _ words: [[Int]], around type: Int, in tokens: [AnalysedText.Token], to found: inout Set<Int>
    ) {
      let reach = words.count - 1 + mostBetween
      for place in tokens.indices where tokens[place].type == type {
        let near = max(0, place - reach)..<min(tokens.count, place + reach + 1)
        func first(of word: [Int]) -> Int? {
          near.first { word.contains(tokens[$0].type) }.map { tokens[$0].type }
        }
        guard words.allSatisfy({ first(of: $0) != nil }) else { continue }
        for word in words { if let type = first(of: word) { found.insert(type) } }
      }
    }

    private func count(_ types: [Int]) -> Int { types.reduce(0) { $0 + segments[$1].count } }
  }
}
