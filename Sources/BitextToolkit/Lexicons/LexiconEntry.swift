public import BilingualLexicon
internal import BitextModel
internal import Foundation
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
    let own = lexicon.term(folded, side)
    let lemmas = own.map { lexicon.baseForms(of: $0, side) } ?? []
    let stems = BaseForms.of(tag).candidates(of: folded).compactMap { lexicon.term($0, side) }
    var known: [Lexicon.Term] = []
    for term in [own].compactMap(\.self) + lemmas + stems
    where lexicon.hasTranslations(term, side) && !known.contains(term) { known.append(term) }
    let parts = CompoundSplitter(lexicon, side: side).split(folded)
    guard !known.isEmpty || !parts.isEmpty else { return nil }
    language = tag.description
    headline = word + (parts.isEmpty ? "" : " = " + parts.joined(separator: " + "))
    lines = known.map { term in
      let translations = lexicon.translations(of: term, side)
        .map { Self.text(of: $0, in: lexicon, side.other) }
      return "\(lexicon.text(of: term, side)): " + translations.joined(separator: ", ")
    }
  }

  /// With its probability where it is not certain, and its origin where the lexicon has several.
  private static func text(
    of translation: Lexicon.Translation, in lexicon: Lexicon, _ side: Lexicon.Side
  ) -> String {
    var remarks: [String] = []
    if translation.probability < 1 {
      remarks.append(String(format: "%.2f", translation.probability))
    }
    let sources = lexicon.info.origins.filter { $0.kind != .lemmas && $0.kind != .frequencies }
    if sources.count > 1 {
      remarks += lexicon.origins(of: translation).map { origin in
        String(origin.name.prefix { $0 != " " && $0 != "," })
      }
    }
    let text = lexicon.text(of: translation.term, side)
    return remarks.isEmpty ? text : "\(text) (\(remarks.joined(separator: ", ")))"
  }
}
