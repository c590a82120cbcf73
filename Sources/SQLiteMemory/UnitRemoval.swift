internal import BitextModel
internal import GRDB

/// Takes units out of the tables, and keeps them in the journal.
enum UnitRemoval {
  /// How many entries of any size can be undone, and how many of a single unit: the last ones.
  private static let undoable: Int64 = 20
  private static let undoableUnits: Int64 = 1000

  static func perform(
    _ ids: [TranslationUnit.ID], what: String, at time: String, in db: Database
  ) throws {
    let entry = try begin(what, at: time, in: db)
    for id in ids {
      try keep(id.rawValue, as: entry, in: db)
      if let unit = try db.unit(id) { try forget(unit, id.rawValue, in: db) }
      try ChangeLog.note(id.rawValue, in: db)
    }
    try trim(to: entry, in: db)
  }

  /// Opens an entry of the journal.
  static func begin(_ what: String, at time: String, in db: Database) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO removal (at, selection) VALUES (?, ?)", arguments: [time, what])
    return db.lastInsertedRowID
  }

  /// Keeps a unit as it is now.
  static func keep(_ id: Int64, as entry: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO removed SELECT ?, u.id, u.identity, a.file, a.at, u.record
        FROM unit u JOIN addition a ON a.id = u.addition WHERE u.id = ?
        """
    ).execute(arguments: [entry, id])
  }

  /// Deletes a unit, its places and what was counted of it.
  static func forget(_ unit: TranslationUnit, _ id: Int64, in db: Database) throws {
    try uncount(unit, id, in: db)
    try db.cachedStatement(sql: "DELETE FROM unit WHERE id = ?").execute(arguments: [id])
  }

  /// Takes back what `UnitWriter.count` did.
  static func uncount(_ unit: TranslationUnit, _ id: Int64, in db: Database) throws {
    var languages: [LanguageTag: Int] = [:]
    for variant in unit.variants { languages[variant.language, default: 0] -= 1 }
    try LanguageCounts.change(languages, in: db)
    try db.cachedStatement(sql: "DELETE FROM unit_document WHERE unit = ?").execute(arguments: [id])
  }

  static func trim(to last: Int64, in db: Database) throws {
    let old = """
      SELECT id FROM removal WHERE id <= ? AND
        (id <= ? OR (SELECT count(*) FROM removed WHERE removal = removal.id) > 1)
      """
    let arguments: StatementArguments = [last - undoable, last - undoableUnits]
    try db.execute(sql: "DELETE FROM removed WHERE removal IN (\(old))", arguments: arguments)
    try db.execute(
      sql: """
        DELETE FROM removal WHERE id <= ? AND id NOT IN (SELECT removal FROM removed)
        """, arguments: [last - undoable])
  }
}
