internal import BitextModel
internal import GRDB

/// In how many variants each word stands, and how many variants each language has: what a transaction
/// changes, gathered in memory and written at its end.
struct WordCounts {
  private var words: [String: [String: Int]] = [:]
  private var languages: [LanguageTag: Int] = [:]

  /// Counts a variant's words, each once; `by` is 1 for a variant that comes and −1 for one that goes.
  mutating func count(_ variant: [String], in language: LanguageTag, by step: Int) {
    languages[language, default: 0] += step
    for word in Set(variant) {
      words[language.language, default: [:]][word, default: 0] += step
    }
  }

  func write(to db: Database) throws {
    let word = try db.cachedStatement(
      sql: """
        INSERT INTO word (language, text, variants) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET variants = variants + excluded.variants
        """)
    // In the order of the table, which is quicker, and the same on every machine.
    for (language, counts) in words.sorted(by: { $0.key < $1.key }) {
      for (text, count) in counts.sorted(by: { $0.key < $1.key }) {
        try word.execute(arguments: [language, text, count])
      }
    }
    let language = try db.cachedStatement(
      sql: """
        INSERT INTO language (tag, variants) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET variants = variants + excluded.variants
        """)
    for (tag, count) in languages.sorted(by: { $0.key < $1.key }) {
      try language.execute(arguments: [tag.description, count])
    }
    if words.values.contains(where: { $0.values.contains { $0 < 0 } }) {
      try db.execute(sql: "DELETE FROM word WHERE variants <= 0")
    }
  }
}
