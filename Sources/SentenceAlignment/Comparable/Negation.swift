/// Words that turn what a clause says into its opposite.
enum Negation {
  /// Whether a word, folded to lower case, negates in a language; `nil` for languages without a list.
  static func negates(_ word: String, in language: String) -> Bool? {
    guard let words = words[language] else { return nil }
    return words.exact.contains(word) || words.beginnings.contains { word.hasPrefix($0) }
      || words.endings.contains { word.hasSuffix($0) }
  }

  private struct Words {
    let exact: Set<String>
    var beginnings: [String] = []
    var endings: [String] = []
  }

  /// The negatives that grammars list (Duden 4, Negationswörter; Huddleston & Pullum 2002, 9.1; Grevisse,
  /// § 1010), without those that negate one phrase more often than the clause: ohne, without, sans.
  private static let words: [String: Words] = [
    "de": Words(
      exact: ["nicht", "nichts", "nie", "niemals", "niemand", "nirgends", "weder", "kaum"],
      beginnings: ["kein", "niemand"]),
    "en": Words(
      exact: [
        "not", "no", "never", "nobody", "none", "nothing", "nowhere", "neither", "nor", "cannot",
        "hardly",
      ], endings: ["n't", "n’t"]),
    "fr": Words(exact: ["pas", "jamais", "rien", "aucun", "aucune", "personne", "nulle", "ni"]),
  ]
}
