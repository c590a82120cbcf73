internal import BitextModel

/// What one lexicon knows of each word type of a text.
struct LexiconTerms {
  let lexicon: Lexicon
  let side: Lexicon.Side
  /// For each type the terms with translations of its own form and its base forms.
  let whole: [[Lexicon.Term]]
  /// For each type the term of its own form, with translations or without.
  let own: [Lexicon.Term?]
  /// For each type the terms of each of its compound parts.
  private(set) var parts: [[[Lexicon.Term]]] = []
  /// For each term the types it stands for, and how much of them.
  private(set) var types: [Lexicon.Term: [(type: Int, weight: Float)]] = [:]
  /// The phrases that stand in the text.
  private(set) var phrases: [TextPhrases.Phrase] = []
  private var phrasePlaces: [Lexicon.Term: Int] = [:]

  /// A word that stands in a dictionary may be a form of another, or not: that one says a little less.
  static let baseWeight: Float = 0.9
  /// A part of a compound says a little less than the word.
  static let partWeight: Float = 0.8

  init(_ text: AnalysedText, _ lexicon: Lexicon, _ side: Lexicon.Side) {
    (self.lexicon, self.side) = (lexicon, side)
    let forms = WordForms(lexicon, side)
    whole = text.types.map { $0.isValue ? [] : forms.terms(of: $0.text) }
    own = text.types.map { $0.isValue ? nil : lexicon.term($0.text, side) }
  }

  /// Takes the compounds' parts, by type, and with them finds the phrases of the text.
  mutating func take(parts texts: [[String]], of text: AnalysedText) {
    parts = texts.map { parts in
      parts.map { part in
        lexicon.term(part, side).flatMap { lexicon.hasTranslations($0, side) ? [$0] : nil } ?? []
      }
    }
    for type in text.types.indices {
      var seen: Set<Lexicon.Term> = []
      for term in whole[type] + [own[type]].compactMap(\.self) where seen.insert(term).inserted {
        let isSure = own[type] == nil || own[type] == term
        types[term, default: []].append((type, isSure ? 1 : Self.baseWeight))
      }
      for part in parts[type].joined() where seen.insert(part).inserted {
        types[part, default: []].append((type, Self.partWeight))
      }
    }
    phrases = TextPhrases.found(in: text, self)
    for (place, phrase) in phrases.enumerated() { phrasePlaces[phrase.term] = place }
  }

  /// The probability of a word's likeliest translation, of a compound's the mean of its parts', 0 to 1;
  /// 0 for a word that the lexicon does not know.
  func certainty(of type: Int) -> Float {
    func likeliest(_ terms: [Lexicon.Term]) -> Float {
      Float(terms.compactMap { lexicon.translations(of: $0, side).first?.probability }.max() ?? 0)
    }
    if !whole[type].isEmpty { return likeliest(whole[type]) }
    let parts = parts[type].map(likeliest)
    return parts.contains(0) || parts.isEmpty ? 0 : parts.reduce(0, +) / Float(parts.count)
  }

  /// The phrase that a term is, if it stands in the text.
  func phrase(_ term: Lexicon.Term) -> TextPhrases.Phrase? {
    phrasePlaces[term].map { phrases[$0] }
  }

  /// The types for each word that matters of a phrase; `nil` when one of them is not in the text.
  func types(ofPhrase term: Lexicon.Term) -> [[(type: Int, weight: Float)]]? {
    var found: [[(type: Int, weight: Float)]] = []
    for word in lexicon.words(of: term, side) {
      guard let types = types[word] else { return nil }
      found.append(types)
    }
    return found.isEmpty ? nil : found
  }
}
