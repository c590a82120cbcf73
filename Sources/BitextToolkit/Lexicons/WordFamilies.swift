public import BilingualLexicon
public import BitextModel

/// The forms of words as lexicons list them: `ging` and `gegangen` for `gehen`, and the other way round.
public struct WordFamilies {
  private let sides: [(lexicon: Lexicon, side: Lexicon.Side)]

  /// - Parameter language: Of the words; `nil` takes both languages of each lexicon.
  public init(_ lexicons: [Lexicon], language: LanguageTag?) {
    sides = lexicons.flatMap { lexicon in
      Lexicon.Side.allCases.filter { side in
        lexicon.hasBaseForms(side)
          && (language.map { lexicon.side(of: $0) == side } ?? true)
      }.map { (lexicon, $0) }
    }
  }

  /// Whether any lexicon lists forms.
  public var areKnown: Bool { !sides.isEmpty }

  /// The forms that share a base form with a case-folded word, and the word itself, sorted.
  ///
  /// - Complexity: O(n) in the terms of the lexicons, some milliseconds: once a query.
  public func forms(of word: String) -> [String] {
    var forms: Set<String> = [word]
    for (lexicon, side) in sides {
      guard let term = lexicon.term(word, side) else { continue }
      let bases = Set(lexicon.baseForms(of: term, side) + [term])
      for other in 0..<Lexicon.Term(lexicon.termCount(side))
      where bases.contains(other)
        || lexicon.baseForms(of: other, side).contains(where: bases.contains)
      {
        forms.insert(lexicon.text(of: other, side))
      }
    }
    // The base forms of a phrase have spaces; a word of a text has none.
    return forms.filter { !$0.contains(" ") }.sorted()
  }
}
