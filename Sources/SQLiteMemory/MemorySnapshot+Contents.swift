public import BitextModel
internal import GRDB

extension MemorySnapshot {
  /// When and from what a unit came into the memory.
  public struct Addition: Sendable, Hashable {
    /// The file, as it was named.
    public let file: String
    /// A date and time of ISO 8601 in UTC: `2026-11-21T05:30:00Z`.
    public let at: String
  }

  /// The languages of the memory, with the number of variants in each.
  public var languages: [LanguageTag: Int] {
    get throws {
      let rows = try Row.fetchAll(
        database.cachedStatement(sql: "SELECT tag, variants FROM language WHERE variants > 0"))
      let counts = rows.compactMap { row in
        LanguageTag(row[0] as String).map { ($0, row[1] as Int) }
      }
      return Dictionary(counts) { $0 + $1 }
    }
  }

  public var unitCount: Int {
    get throws { try Int.fetchOne(database, sql: "SELECT count(*) FROM unit") ?? 0 }
  }

  /// The names of the documents that units come from, ascending.
  public var documents: [String] {
    get throws { try String.fetchAll(database, sql: "SELECT name FROM document ORDER BY name") }
  }

  public func addition(of id: TranslationUnit.ID) throws -> Addition? {
    let statement = try database.cachedStatement(
      sql: "SELECT a.file, a.at FROM unit u JOIN addition a ON a.id = u.addition WHERE u.id = ?")
    return try Row.fetchOne(statement, arguments: [id.rawValue]).map {
      Addition(file: $0[0], at: $0[1])
    }
  }

  /// Hands over all units, by ID.
  public func forEachUnit(
    _ take: (TranslationUnit.ID, TranslationUnit) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT id, record FROM unit ORDER BY id")
    while let row = try rows.next() {
      try take(TranslationUnit.ID(rawValue: row[0]), try UnitRecord.unit(in: row, at: 1))
    }
  }
}
