/// What tells one language from others of its script.
struct LanguageProfile: Sendable {
  let language: String
  let script: Script
  /// Its function words, commonest first, by rank.
  let words: [String: Int]
  /// Letters that few languages of the script have.
  let letters: Set<Unicode.Scalar>
  /// Beginnings (`ge-`), ends (`-ung`) and middles (`sch`) of its words.
  let fragments: [String]

  /// The profiles of `Languages/profiles.txt`; a test reads it.
  static let all: [LanguageProfile] = {
    let text = String(decoding: PackageResources.profiles_txt, as: UTF8.self)
    return (try? parsed(text)) ?? []
  }()

  /// Sections are called `LANGUAGE words`, `LANGUAGE letters` and `LANGUAGE fragments`.
  static func parsed(_ text: String) throws(RuleFile.ParseError) -> [LanguageProfile] {
    let file = try RuleFile(text)
    let languages = file.names.map { String($0.text.prefix { $0 != " " }) }
    func entries(_ language: String, _ part: String) -> [String] {
      (file.sections["\(language) \(part)"] ?? []).flatMap { $0.text.split(separator: " ") }
        .map(String.init)
    }
    for name in file.names
    where !["words", "letters", "fragments"].contains(name.text.split(separator: " ").last) {
      throw RuleFile.ParseError(reason: .unknownSection(name.text), line: name.line)
    }
    return languages.indices.filter { languages.firstIndex(of: languages[$0]) == $0 }.map { index in
      let language = languages[index]
      let words = entries(language, "words")
      return LanguageProfile(
        language: language,
        script: words.first?.unicodeScalars.first.flatMap { Script($0) } ?? .latin,
        words: Dictionary(words.enumerated().map { ($1, $0) }) { first, _ in first },
        letters: Set(entries(language, "letters").flatMap(\.unicodeScalars)),
        fragments: entries(language, "fragments"))
    }
  }
}
