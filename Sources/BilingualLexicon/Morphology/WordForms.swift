internal import BitextModel

/// Finds the terms of a lexicon that a word may be a form of.
struct WordForms: Sendable {
  private let lexicon: Lexicon
  private let side: Lexicon.Side
  private let stemmer: BaseForms

  /// A light stemmer proposes much: only its likeliest count, fewer where a table has lemmas.
  private static func mostStems(hasLemmas: Bool) -> Int { hasLemmas ? 1 : 2 }

  init(_ lexicon: Lexicon, _ side: Lexicon.Side) {
    (self.lexicon, self.side) = (lexicon, side)
    stemmer = BaseForms.of(side == .source ? lexicon.info.source : lexicon.info.target)
  }

  /// The terms with translations for a case-folded word, likeliest first: its own, its lemmas, its stems,
  /// which also lead from a noun to its verb.
  func terms(of word: String) -> [Lexicon.Term] {
    let own = lexicon.term(word, side)
    var terms = [own, undotted(word)].compactMap(\.self).filter(isTranslated)
    let lemmas = own.map { lexicon.baseForms(of: $0, side) } ?? []
    for lemma in lemmas where !terms.contains(lemma) { terms.append(lemma) }
    let stems = stemmer.candidates(of: word).lazy
      .compactMap { lexicon.term($0, side) }.filter(isTranslated)
    for stem in stems.prefix(Self.mostStems(hasLemmas: !lemmas.isEmpty)) where !terms.contains(stem)
    { terms.append(stem) }
    return terms
  }

  /// The term of an abbreviation that dictionaries list without its dots: `u.s`.
  private func undotted(_ word: String) -> Lexicon.Term? {
    let letters = word.split(separator: ".")
    guard letters.count > 1, letters.allSatisfy({ $0.count == 1 }) else { return nil }
    return lexicon.term(letters.joined(), side)
  }

  func isTranslated(_ term: Lexicon.Term) -> Bool { lexicon.hasTranslations(term, side) }
}
