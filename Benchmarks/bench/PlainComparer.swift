internal import BitextToolkit
internal import UnicodeText

/// Compares two segments the plain way: asks the lexicon for every word of every pair, and compares
/// strings.
struct PlainComparer {
  private let lexicon: Lexicon
  private let side: Lexicon.Side
  private let source, target: [[String]]

  init(_ pairs: GoldPairs, _ lexicon: Lexicon, _ side: Lexicon.Side) {
    (self.lexicon, self.side) = (lexicon, side)
    source = pairs.source.map(Self.words)
    target = pairs.target.map(Self.words)
  }

  private static func words(_ text: String) -> [String] {
    Folding.caseFolded(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      .map(String.init)
  }

  /// The share of the words that a word of the other segment translates, averaged over both sides.
  func similarity(_ i: Int, _ j: Int) -> Double {
    (covered(source[i], by: target[j], side) + covered(target[j], by: source[i], side.other)) / 2
  }

  private func covered(_ words: [String], by other: [String], _ side: Lexicon.Side) -> Double {
    let forms = Set(other.flatMap { [$0] + bases(of: $0, side.other) })
    let found = words.count { word in
      ([word] + bases(of: word, side)).contains { form in
        forms.contains(form) || translations(of: form, side).contains(where: forms.contains)
      }
    }
    return words.isEmpty ? 0 : Double(found) / Double(words.count)
  }

  private func bases(of word: String, _ side: Lexicon.Side) -> [String] {
    let tag = side == .source ? lexicon.info.source : lexicon.info.target
    let lemmas = lexicon.term(word, side).map { lexicon.baseForms(of: $0, side) } ?? []
    return lemmas.map { lexicon.text(of: $0, side) } + BaseForms.of(tag).candidates(of: word)
  }

  private func translations(of word: String, _ side: Lexicon.Side) -> [String] {
    guard let term = lexicon.term(word, side) else { return [] }
    return lexicon.translations(of: term, side).map { lexicon.text(of: $0.term, side.other) }
  }
}
