public import BilingualLexicon
internal import BitextModel
internal import UnicodeText

/// What a lexicon knows of a word, in lines for a person.
public struct LexiconEntry: Sendable, Hashable {
  public let language: String
  public let headline: String
  public let lines: [String]

  /// `nil` when the lexicon knows neither the word, nor a base form, nor its parts.
  public init?(_ word: String, in lexicon: Lexicon, _ side: Lexicon.Side) {
    let folded = Folding.caseFolded(word)
    let tag = side == .source ? lexicon.info.source : lexicon.info.target
    let forms = [folded] + BaseForms.of(tag).candidates(of: folded)
    let known = forms.compactMap { form in
      lexicon.term(form, side).flatMap { lexicon.hasTranslations($0, side) ? (form, $0) : nil }
    }
    let parts = CompoundSplitter(lexicon, side: side).split(folded)
    guard !known.isEmpty || !parts.isEmpty else { return nil }
    language = tag.description
    headline = word + (parts.isEmpty ? "" : " = " + parts.joined(separator: " + "))
    lines = known.map { form, term in
      let translations = lexicon.translations(of: term, side)
        .map { lexicon.text(of: $0.term, side.other) }
      return "\(form): " + translations.joined(separator: ", ")
    }
  }
}
