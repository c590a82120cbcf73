public import BitextModel
internal import GRDB
public import TranslationMemory

extension Memory {
  /// Units to be removed.
  public enum Selection: Sendable, Hashable {
    case units([TranslationUnit.ID])
    /// All units of which a variant stands in the document of that name.
    case document(String)
    /// All units of which a variant in the language, or any, has the phrase.
    case phrase(Phrase, language: LanguageTag?)
    /// All units added at a time or later, and before another: each a date or time of ISO 8601 in UTC,
    /// of which the beginning will do.
    case added(since: String?, before: String?)

    /// What the journal says.
    var description: String {
      switch self {
      case .units(let ids): "id " + ids.map { String($0.rawValue) }.joined(separator: " ")
      case .document(let name): "document \(name)"
      case .phrase(let phrase, _): "query \(phrase)"
      case .added(let since, let before): "added since \(since ?? "-") before \(before ?? "-")"
      }
    }
  }

  /// Removes units, in one transaction, and keeps them in a journal.
  ///
  /// - Parameter time: When, in ISO 8601.
  /// - Returns: How many there were.
  public func remove(_ selection: Selection, at time: String) throws -> Int {
    try change { db in
      let ids = try MemorySnapshot(database: db, index: index).units(in: selection)
      guard !ids.isEmpty else { return 0 }
      try UnitRemoval.perform(ids, what: selection.description, at: time, in: db)
      try db.execute(
        sql: """
          DELETE FROM document WHERE id NOT IN (SELECT document FROM unit_document);
          DELETE FROM addition WHERE id NOT IN (SELECT addition FROM unit);
          """)
      return ids.count
    }
  }

  /// Brings the units of the last removal, or the unit last edited, back as they were and under their
  /// IDs.
  ///
  /// - Returns: How many there were; `nil` when there is no removal left to be undone.
  public func undoRemoval() throws -> Int? {
    try change { db in
      guard let removal = try Int64.fetchOne(db, sql: "SELECT max(id) FROM removal") else {
        return nil
      }
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT id, identity, file, at, record FROM removed WHERE removal = ? ORDER BY id",
        arguments: [removal])
      var writer = UnitWriter(restoringIn: db)
      for row in rows { try writer.restore(row) }
      try writer.finishRestoring()
      try db.execute(
        sql: "DELETE FROM removed WHERE removal = ?; DELETE FROM removal WHERE id = ?",
        arguments: [removal, removal])
      return rows.count
    }
  }

  /// Changes the units in one transaction, and has the index seen to.
  func change<Result>(_ body: (Database) throws -> Result) throws -> Result {
    guard let writer else { throw MemoryFault(folder.path, .readOnly) }
    do {
      let result = try writer.write(body)
      maintenance.schedule()
      return result
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
      return try units(
        """
        SELECT u.unit FROM unit_document u JOIN document d ON d.id = u.document
        WHERE d.name = ? ORDER BY u.unit
        """, [name])
    case .phrase(let phrase, let language):
      var found: [TranslationUnit.ID] = []
      try Concordance(self).forEachHit(phrase, in: language) { hit in
        if found.last != hit.unit { found.append(hit.unit) }
        return true
      }
      return found
    case .added(let since, let before):
      return try units(
        """
        SELECT u.id FROM unit u JOIN addition a ON a.id = u.addition
        WHERE a.at >= coalesce(?, '') AND a.at < coalesce(?, 'z') ORDER BY u.id
        """, [since, before])
    }
  }

  private func units(
    _ sql: String, _ arguments: StatementArguments
  ) throws -> [TranslationUnit.ID] {
    try Int64.fetchAll(database, sql: sql, arguments: arguments)
      .map(TranslationUnit.ID.init(rawValue:))
  }
}
