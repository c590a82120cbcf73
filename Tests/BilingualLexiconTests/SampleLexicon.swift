import BilingualLexicon
import BitextModel

/// Lexicons of a few lines.
enum SampleLexicon {
  static func languages(_ source: String, _ target: String) throws -> (LanguageTag, LanguageTag) {
    try (tag(source), tag(target))
  }

  static func tag(_ name: String) throws -> LanguageTag {
    struct NoLanguage: Error {}
    guard let tag = LanguageTag(name) else { throw NoLanguage() }
    return tag
  }

  /// A lexicon of those pairs.
  static func of(
    _ pairs: [(String, String)], _ source: String = "de", _ target: String = "en"
  ) throws -> Lexicon {
    var builder = try LexiconBuilder(source: tag(source), target: tag(target))
    for (a, b) in pairs {
      builder.add(a, b)
      builder.count(wordsOf: a, .source)
      builder.count(wordsOf: b, .target)
    }
    return try builder.lexicon()
  }

  /// Reads lines of a Ding dictionary.
  static func ding(_ lines: String) throws -> (Lexicon, DingReader.Report) {
    var builder = try LexiconBuilder(source: tag("de"), target: tag("en"))
    let report = DingReader.read(lines, into: &builder)
    return (try builder.lexicon(), report)
  }
}

extension Lexicon {
  /// What a term translates to, in alphabetical order; empty when it is not there.
  func sortedTranslations(_ term: String, _ side: Side = .source) -> [String] {
    guard let term = self.term(term, side) else { return [] }
    return translations(of: term, side).map { text(of: $0.term, side.other) }.sorted()
  }
}
