internal import GRDB
internal import TranslationMemory

/// Full-text searches that together find every text with a phrase, and some others: neighbouring whole
/// words as a phrase, a prefix as any of the words that the memory has for it.
struct PhraseSearch {
  let expressions: [String]

  /// How many words one search may name: SQLite takes more, but slows down.
  private static let most = 400

  init(_ phrase: Phrase, language: String, in database: Database) throws {
    var runs: [[String]] = [[]]
    var prefixes: [[String]] = []
    for term in phrase.terms {
      switch term {
      case .word(let word):
        runs[runs.count - 1].append(WordIndex.token(folded: word, language: language))
      case .prefix(let start):
        runs.append([])
        prefixes.append(try Self.words(from: start, language: language, in: database))
      }
    }
    let phrases = runs.filter { !$0.isEmpty }.map { "\"" + $0.joined(separator: " ") + "\"" }
    // One prefix is searched in pieces; what the others add to the filter is left to the comparison.
    guard let fewest = prefixes.min(by: { $0.count < $1.count }) else {
      expressions = [phrases.joined(separator: " AND ")]
      return
    }
    let any = stride(from: 0, to: fewest.count, by: Self.most).map { start in
      "(" + fewest[start..<min(start + Self.most, fewest.count)].joined(separator: " OR ") + ")"
    }
    expressions = any.map { (phrases + [$0]).joined(separator: " AND ") }
  }

  /// The tokens of the words that begin so.
  private static func words(
    from start: String, language: String, in database: Database
  ) throws -> [String] {
    let statement = try database.cachedStatement(
      sql: "SELECT text FROM word WHERE language = ? AND text >= ? AND text < ?")
    let words = try String.fetchAll(statement, arguments: [language, start, start + "\u{10FFFF}"])
    return words.map { WordIndex.token(folded: $0, language: language) }
  }
}
