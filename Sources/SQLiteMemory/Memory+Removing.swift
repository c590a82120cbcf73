public import BitextModel
internal import GRDB

extension Memory {
  /// Units to be removed.
  public enum Selection: Sendable, Hashable {
    case units([TranslationUnit.ID])
    /// All units of which a variant stands in the document of that name.
    case document(String)
  }

  /// Removes units, in one transaction.
  ///
  /// - Returns: How many there were.
  public func remove(_ selection: Selection) throws -> Int {
    guard let writer else { throw MemoryFault(folder.path, .readOnly) }
    do {
      let count = try writer.write { db in
        let ids = try MemorySnapshot(database: db, index: index).units(in: selection)
        var languages: [LanguageTag: Int] = [:]
        for id in ids {
          for variant in try db.unit(id)?.variants ?? [] {
            languages[variant.language, default: 0] -= 1
          }
          for sql in ["DELETE FROM unit_document WHERE unit = ?", "DELETE FROM unit WHERE id = ?"] {
            try db.cachedStatement(sql: sql).execute(arguments: [id.rawValue])
          }
          try ChangeLog.note(id.rawValue, in: db)
        }
        try LanguageCounts.change(languages, in: db)
        try db.execute(
          sql: """
            DELETE FROM document WHERE id NOT IN (SELECT document FROM unit_document);
            DELETE FROM addition WHERE id NOT IN (SELECT addition FROM unit)
            """)
        return ids.count
      }
      maintenance.schedule()
      return count
    } catch {
      throw MemoryFault.from(error, at: folder.path)
    }
  }
}

extension MemorySnapshot {
  /// The units of a selection that are there, ascending.
  public func units(in selection: Memory.Selection) throws -> [TranslationUnit.ID] {
    switch selection {
    case .units(let ids):
      let statement = try database.cachedStatement(sql: "SELECT 1 FROM unit WHERE id = ?")
      return try Set(ids).sorted().filter {
        try Int.fetchOne(statement, arguments: [$0.rawValue]) != nil
      }
    case .document(let name):
      let ids = try Int64.fetchAll(
        database,
        sql: """
          SELECT u.unit FROM unit_document u JOIN document d ON d.id = u.document
          WHERE d.name = ? ORDER BY u.unit
          """, arguments: [name])
      return ids.map(TranslationUnit.ID.init(rawValue:))
    }
  }
}
