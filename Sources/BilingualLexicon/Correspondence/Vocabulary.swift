public import BitextModel
public import UnicodeText

/// The content words of a document as lexicons know them: what ranking it against many documents of
/// another language needs, looked up once.
///
/// Words as frequent as articles are left out; compounds that no lexicon knows are split first.
public struct Vocabulary: Sendable, Hashable {
  /// What a word is found by in a text of the other language: a term of a lexicon, or a spelling.
  public typealias Key = UInt64

  /// A word, or a part of a compound.
  public struct Word: Sendable, Hashable {
    /// What stands for it in the other language, ascending, each once.
    public let counterparts: [Key]
    /// 0 to 1: rare words more than frequent ones.
    public let informativeness: Float
    /// Whether a lexicon translates it. Of other words only names and figures are here, which are
    /// looked for as they are spelled.
    public let isKnown: Bool
  }

  public let words: [Word]
  /// What words of the other language find here, ascending, each once.
  public let keys: [Key]
  /// Content words as they stand in the text, repeated ones as often: all, and those that a lexicon
  /// knows.
  public let total, known: Int

  /// - Parameter lexicons: They join the document's language with the other one; the same, in the same
  ///   order, for all documents that are compared.
  /// - Complexity: O(words × translations of each).
  public init(_ document: Document, lexicons: [Lexicon]) throws(ICUFailure) {
    let segments = document.segments.indices.filter {
      document.segments[$0].kind != .boilerplate
    }
    let text = try AnalysedText(
      segments.lazy.map { document.trimmedText(of: $0) }, language: document.language)
    let terms = TypeTerms(text, lexicons: lexicons)
    var (words, keys): ([Word], Set<Key>) = ([], [])
    var parts: Set<Key> = []
    for (index, type) in text.types.enumerated() {
      let spelling = Self.spelling(type)
      if let spelling { keys.insert(spelling) }
      let informativeness = terms.informativeness[index]
      func append(_ translated: [Key]) {
        words.append(
          Word(
            counterparts: Set(translated + [spelling].compactMap(\.self)).sorted(),
            informativeness: informativeness, isKnown: !translated.isEmpty))
      }
      switch type.isValue ? .none : terms.knowledge(of: index) {
      case .functionWord: continue
      case .none: if spelling != nil { append([]) }
      case .whole:
        append(
          terms.layers.enumerated().flatMap { place, layer in
            layer.whole[index].flatMap { Self.translations(of: $0, place, layer) }
          })
      case .compound:
        for (place, layer) in terms.layers.enumerated() {
          for term in layer.parts[index].joined()
          where parts.insert(Self.key(term, place, layer.side)).inserted {
            append(Self.translations(of: term, place, layer))
          }
        }
      }
    }
    for (place, layer) in terms.layers.enumerated() {
      for term in layer.types.keys where !layer.lexicon.isFrequent(term, layer.side) {
        keys.insert(Self.key(term, place, layer.side))
      }
      keys.formUnion(layer.phrases.map { Self.key($0.term, place, layer.side) })
    }
    let coverage = LexiconCoverage(text, terms)
    (self.words, self.keys) = (words, keys.sorted())
    (total, known) = (coverage.total, coverage.known)
  }

  private static func translations(
    of term: Lexicon.Term, _ layer: Int, _ terms: LexiconTerms
  ) -> [Key] {
    terms.lexicon.translations(of: term, terms.side).map { key($0.term, layer, terms.side.other) }
  }

  private static func key(_ term: Lexicon.Term, _ layer: Int, _ side: Lexicon.Side) -> Key {
    Key(layer) << 40 | Key(side.rawValue) << 32 | Key(term)
  }

  /// Set in spellings, never in terms.
  private static let spellingMark: Key = 1 << 63

  /// Of names their letters, of figures their digits alone: languages part them by different marks.
  private static func spelling(_ type: AnalysedText.WordType) -> Key? {
    let text =
      type.isValue
      ? String(type.text.unicodeScalars.filter { ("0"..."9").contains($0) })
      : type.isCapitalised ? type.text : ""
    return text.utf8.count > 1 ? LexiconLayout.hash(text.utf8) | spellingMark : nil
  }
}
