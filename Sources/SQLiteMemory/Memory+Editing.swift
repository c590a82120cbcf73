internal import BitextModel
internal import GRDB
internal import UnicodeText

extension Memory {
  /// Does some changes in one transaction, in their order. What becomes of one does not depend on
  /// whether another can be done.
  ///
  /// - Parameter time: When, in ISO 8601.
  /// - Returns: What became of each; when this returns, it is on the disk.
  public func apply(_ changes: [UnitChange], at time: String) throws -> [UnitChange.Outcome] {
    let tokenizer = try WordTokenizer()
    let prepared = try changes.map { change -> PreparedUnit? in
      switch change.action {
      case .add(let unit), .replace(_, let unit): try PreparedUnit(unit, tokenizer: tokenizer)
      case .remove: nil
      }
    }
    return try self.change { db in
      var writers: [String: UnitWriter] = [:]
      var outcomes: [UnitChange.Outcome] = []
      for (change, prepared) in zip(changes, prepared) {
        var writer =
          try writers[change.origin] ?? UnitWriter(db, file: change.origin, time: time)
        outcomes.append(try Self.apply(change, prepared, at: time, with: &writer))
        writers[change.origin] = writer
      }
      for (_, writer) in writers.sorted(by: { $0.key < $1.key }) { _ = try writer.finish() }
      return outcomes
    }
  }

  private static func apply(
    _ change: UnitChange, _ prepared: PreparedUnit?, at time: String, with writer: inout UnitWriter
  ) throws -> UnitChange.Outcome {
    let db = writer.db
    if let refusal = prepared?.refusal { return .refused(refusal) }
    switch change.action {
    case .add:
      guard let prepared else { return .missing }
      let known = try writer.known(prepared.identity)
      if let id = try writer.add(prepared) { return .added(id) }
      return known.map { .known(TranslationUnit.ID(rawValue: $0.id)) } ?? .missing
    case .remove(let id):
      guard let unit = try db.unit(id) else { return .missing }
      if let version = change.version, version != unit.version { return .changedMeanwhile }
      try UnitRemoval.perform(
        [id], what: "id \(id.rawValue), by \(change.origin)", at: time, in: db)
      return .removed
    case .replace(let id, _):
      guard let prepared, let unit = try db.unit(id) else { return .missing }
      if let version = change.version, version != unit.version { return .changedMeanwhile }
      if let other = try writer.known(prepared.identity)?.id, other != id.rawValue {
        return .duplicate(TranslationUnit.ID(rawValue: other))
      }
      let entry = try UnitRemoval.begin(
        "edit \(id.rawValue), by \(change.origin)", at: time, in: db)
      try UnitRemoval.keep(id.rawValue, as: entry, in: db)
      try UnitRemoval.uncount(unit, id.rawValue, in: db)
      try db.cachedStatement(sql: "UPDATE unit SET identity = ?, record = ? WHERE id = ?").execute(
        arguments: [prepared.identity.hash, prepared.record, id.rawValue])
      try writer.count(prepared.unit, as: id.rawValue)
      try ChangeLog.note(id.rawValue, in: db)
      try UnitRemoval.trim(to: entry, in: db)
      return .replaced
    }
  }

  /// What was removed or edited and can be undone, the last first.
  public struct JournalEntry: Sendable, Hashable {
    public let at, what: String
    public let units: Int
  }

  public func journal(limit: Int) throws -> [JournalEntry] {
    try read { snapshot in
      try Row.fetchAll(
        snapshot.database,
        sql: """
          SELECT at, selection, (SELECT count(*) FROM removed WHERE removal = removal.id)
          FROM removal ORDER BY id DESC LIMIT ?
          """, arguments: [limit]
      ).map { JournalEntry(at: $0[0], what: $0[1], units: $0[2]) }
    }
  }
}
