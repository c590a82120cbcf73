public import BitextModel
internal import GRDB
internal import TranslationMemory
internal import UnicodeText

extension Memory {
  /// Units to be removed.
  public enum Selection: Sendable, Hashable {
    case units([TranslationUnit.ID])
    /// All units of which a variant stands in the document of that name.
    case document(String)
  }

  /// Removes units for good: record, index and counts, in one transaction.
  ///
  /// - Returns: How many there were.
  public func remove(_ selection: Selection) throws -> Int {
    guard let writer else { throw MemoryFault(folder.path, .readOnly) }
    do {
      return try writer.write { db in
        let ids = try MemorySnapshot(database: db).units(in: selection)
        var counts = WordCounts()
        let tokenizer = try WordTokenizer()
        for id in ids { try Self.remove(id, from: db, tokenizer: tokenizer, counts: &counts) }
        try counts.write(to: db)
        try db.execute(
          sql: """
            DELETE FROM document WHERE id NOT IN
              (SELECT document FROM variant WHERE document IS NOT NULL);
            DELETE FROM addition WHERE id NOT IN (SELECT addition FROM unit)
            """)
        return ids.count
      }
    } catch {
      throw MemoryFault.from(error, at: folder.path)
    }
  }

  private static func remove(
    _ id: TranslationUnit.ID, from db: Database, tokenizer: borrowing WordTokenizer,
    counts: inout WordCounts
  ) throws {
    let unit = try MemorySnapshot(database: db).unit(id)
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, position FROM variant WHERE unit = ?"),
      arguments: [id.rawValue])
    // An index without content has to be told what it indexed.
    let unindex = try db.cachedStatement(
      sql: "INSERT INTO words (words, rowid, keys) VALUES ('delete', ?, ?)")
    for row in rows {
      guard let variant = unit?.variants[row[1] as Int] else { continue }
      let text = try ComparedText(variant.content, tokenizer: tokenizer)
      let tokens = WordIndex.tokens(text.keys, language: variant.language.language)
      try unindex.execute(arguments: [row[0] as Int64, tokens])
      counts.count(text.words, in: variant.language, by: -1)
    }
    for sql in ["DELETE FROM variant WHERE unit = ?", "DELETE FROM unit WHERE id = ?"] {
      try db.cachedStatement(sql: sql).execute(arguments: [id.rawValue])
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
          SELECT DISTINCT v.unit FROM variant v JOIN document d ON d.id = v.document
          WHERE d.name = ? ORDER BY v.unit
          """, arguments: [name])
      return ids.map(TranslationUnit.ID.init(rawValue:))
    }
  }
}
