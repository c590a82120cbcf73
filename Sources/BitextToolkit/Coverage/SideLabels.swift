package import BitextModel
internal import UnicodeText

/// What two sides are called in a sentence: by their languages; where these do not tell them apart, by
/// their documents' names; where nothing does, by their order.
package struct SideLabels: Sendable, Hashable {
  package let source, target: String
  /// Whether these are the documents' names, which no noun may follow.
  private let areNames: Bool
  /// What figures about texts of one language must be read with; `nil` for two languages.
  package let caution: String?

  /// Of two documents.
  package init(_ source: Document, _ target: Document) {
    let names = ShortNames.ofPair(source, target)
    self.init(
      [
        (source.language.englishName, target.language.englishName), (names.source, names.target),
        ("first", "second"),
      ], source.language, target.language)
  }

  /// Of two sets of documents.
  package init(sets source: LanguageTag?, _ target: LanguageTag?) {
    self.init(
      [(source?.englishName ?? "", target?.englishName ?? ""), ("first", "second")], source, target)
  }

  private init(_ choices: [(String, String)], _ source: LanguageTag?, _ target: LanguageTag?) {
    // Every word that two texts of one language share looks like a name that both have.
    caution =
      if let source, source.language == target?.language {
        "both are in \(LanguageNames.english(source.language)): confidence is measured on texts of two "
          + "languages, and here figures may be too high, perhaps by far"
      } else {
        nil
      }
    let place = choices.firstIndex { $0 != $1 } ?? choices.count - 1
    (self.source, self.target) = choices[place]
    areNames = choices.count > 2 && place == 1
  }

  /// The documents in a sentence: `the English text`, `the German one`, or by their names.
  package func text(isSource: Bool) -> String { phrase(isSource, "text") }
  package func one(isSource: Bool) -> String { phrase(isSource, "one") }

  private func phrase(_ isSource: Bool, _ noun: String) -> String {
    let label = isSource ? source : target
    return areNames ? label : "the \(label) \(noun)"
  }
}

extension LanguageTag {
  /// What people call the language, in English: `German`, `Portuguese (Brazil)`.
  package var englishName: String { LanguageNames.english(description) }
}
