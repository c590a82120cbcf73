internal import BitextModel
internal import GRDB

/// The way back into a memory's tables for units of the journal.
extension UnitWriter {
  init(restoringIn db: Database) {
    self.init(db, addition: 0)
  }

  /// - Parameter row: A row of `removed`: ID, identity, file, time of addition, record.
  mutating func restore(_ row: Row) throws {
    let unit = try UnitRecord.unit(in: row, at: 4)
    let id: Int64 = row[0]
    // What was edited is still there.
    if let current = try db.unit(TranslationUnit.ID(rawValue: id)) {
      try UnitRemoval.forget(current, id, in: db)
    }
    try db.cachedStatement(
      sql: "INSERT INTO unit (id, identity, addition, record) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [
      id, row[1] as Int64, try addition(of: row[2], at: row[3]), row[4] as String,
    ])
    try count(unit, as: id)
    try ChangeLog.note(id, in: db)
  }

  func finishRestoring() throws {
    try LanguageCounts.change(languages, in: db)
  }

  /// The addition of that file at that time, made anew if it has gone.
  private func addition(of file: String, at time: String) throws -> Int64 {
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM addition WHERE file = ? AND at = ?"),
      arguments: [file, time])
    if let known { return known }
    try db.execute(sql: "INSERT INTO addition (file, at) VALUES (?, ?)", arguments: [file, time])
    return db.lastInsertedRowID
  }
}
