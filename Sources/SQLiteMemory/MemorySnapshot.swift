public import BitextModel
internal import Foundation
internal import GRDB
public import TranslationMemory

/// One consistent state of a memory, good within `Memory.read`.
public struct MemorySnapshot: UnitStore {
  let database: Database

  public func unit(_ id: TranslationUnit.ID) throws -> TranslationUnit? {
    let statement = try database.cachedStatement(sql: "SELECT record FROM unit WHERE id = ?")
    guard let record = try String.fetchOne(statement, arguments: [id.rawValue]) else { return nil }
    return try JSONDecoder().decode(UnitRecord.self, from: Data(record.utf8)).unit
  }

  public func candidates(
    for query: ComparedText, in language: LanguageTag, floor: Int
  ) throws -> [Candidate] {
    let tags = try languages.keys.filter { language.matches($0) }.map(\.description)
    guard !tags.isEmpty else { return [] }
    let spoken = "v.language IN (\(tags.map { "'\($0)'" }.joined(separator: ",")))"
    let columns = "SELECT v.id, v.unit, v.position, v.keys FROM"
    if floor == 0 { return try candidates(sql: "\(columns) variant v WHERE \(spoken)", []) }
    // Texts with the same words but other numbers share the skeleton; the words below find the rest.
    let same = try candidates(
      sql: "\(columns) variant v WHERE v.skeleton = ? AND \(spoken)",
      [Int64(bitPattern: query.skeleton)])
    let bounds = CandidateBounds(words: query.keys.count, floor: floor)
    guard let lengths = bounds.lengths,
      let sought = try rarest(bounds.sought, of: query, language: language.language)
    else { return same }
    let alike = try candidates(
      sql: """
        \(columns) words JOIN variant v ON v.id = words.rowid
        WHERE words MATCH ? AND length(v.keys) BETWEEN ? AND ? AND v.skeleton <> ? AND \(spoken)
        """,
      [
        sought, lengths.lowerBound * 4, lengths.upperBound * 4, Int64(bitPattern: query.skeleton),
      ])
    return same + alike
  }

  private func candidates(sql: String, _ arguments: StatementArguments) throws -> [Candidate] {
    var found: [Candidate] = []
    let statement = try database.cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      let keys = try row.withUnsafeData(atIndex: 3) { data in
        data?.withUnsafeBytes { WordKey.decode($0) } ?? []
      }
      found.append(
        Candidate(unit: TranslationUnit.ID(rawValue: row[1]), variant: row[2], words: keys))
    }
    return found
  }

  /// A search for the `count` words of the query that the fewest variants have, repeated words counted
  /// each time; `nil` when the memory knows none of them.
  private func rarest(_ count: Int, of query: ComparedText, language: String) throws -> String? {
    let statement = try database.cachedStatement(
      sql: "SELECT variants FROM word WHERE language = ? AND text = ?")
    var variants: [String: Int] = [:]
    for word in Set(query.words) {
      variants[word] = try Int.fetchOne(statement, arguments: [language, word])
    }
    let ascending = query.words.sorted { (variants[$0] ?? 0, $0) < (variants[$1] ?? 0, $1) }
    let sought = Set(ascending.prefix(count).filter { variants[$0] != nil })
    guard !sought.isEmpty else { return nil }
    return sought.sorted().map { WordIndex.token(folded: $0, language: language) }
      .joined(separator: " OR ")
  }

  public func units(containing phrase: Phrase, in language: LanguageTag?) throws
    -> [TranslationUnit.ID]
  {
    let tags = try languages.keys.filter { language?.matches($0) ?? true }
    var found = Set<Int64>()
    let statement = try database.cachedStatement(
      sql: """
        SELECT v.unit FROM words JOIN variant v ON v.id = words.rowid
        WHERE words MATCH ? AND v.language = ?
        """)
    for tag in tags.sorted() {
      for search in try PhraseSearch(phrase, language: tag.language, in: database).expressions {
        let units = try Int64.fetchCursor(statement, arguments: [search, tag.description])
        while let unit = try units.next() { found.insert(unit) }
      }
    }
    return found.sorted().map(TranslationUnit.ID.init(rawValue:))
  }
}
