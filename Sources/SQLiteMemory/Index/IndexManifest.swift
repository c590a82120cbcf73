internal import BitextModel
internal import GRDB
internal import TranslationMemory
internal import UnicodeText

/// What the segments of a memory cover, in one state of its tables.
///
/// The manifest is a part of the database: one transaction changes it together with the units, so a
/// reader sees segments that go with the units that it sees, and a crash leaves either the old ones or
/// the new ones named.
struct IndexManifest: Hashable {
  /// Goes up whenever segments come or go.
  let generation: Int64
  /// Up to this unit, and this change, the segments know of what is in the tables.
  let units, changes: Int64
  /// The last unit and the last change that there have been.
  let lastUnit, lastChange: Int64

  init(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT generation, units, changes,
          (SELECT seq FROM sqlite_sequence WHERE name = 'unit'),
          (SELECT seq FROM sqlite_sequence WHERE name = 'change')
        FROM indexed
        """)
    let row = try Row.fetchOne(statement)
    (generation, units, changes) = (row?[0] ?? 0, row?[1] ?? 0, row?[2] ?? 0)
    (lastUnit, lastChange) = (row?[3] ?? 0, row?[4] ?? 0)
  }

  /// How many units may have to be read from the tables, because no segment has them as they are.
  var unindexed: Int { Int(lastUnit - units) + Int(lastChange - changes) }

  struct SegmentRow {
    let name: String
    let changes: Int64
    let entries: Int
  }

  /// The segments, the largest first.
  func segments(in db: Database) throws -> [SegmentRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT name, changes, entries FROM segment ORDER BY entries DESC, name")
    ).map { SegmentRow(name: $0[0], changes: $0[1], entries: $0[2]) }
  }

  struct UnitEntries {
    let id: TranslationUnit.ID
    let shape: UnitShape
    let entries: [IndexEntry]
  }

  /// The units after one and through another, as an index takes them.
  func entries(after first: Int64, through last: Int64, in db: Database) throws -> [UnitEntries] {
    guard first < last else { return [] }
    let statement = try db.cachedStatement(
      sql: "SELECT id, record FROM unit WHERE id > ? AND id <= ? ORDER BY id")
    return try Self.entries(statement, [first, last])
  }

  /// The units changed after one change and through another that are still there, of those up to a unit.
  func changedEntries(
    after first: Int64, through last: Int64, upTo unit: Int64, in db: Database
  ) throws -> [UnitEntries] {
    guard first < last else { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, record FROM unit WHERE id <= ? AND id IN
          (SELECT unit FROM change WHERE sequence > ? AND sequence <= ?) ORDER BY id
        """)
    return try Self.entries(statement, [unit, first, last])
  }

  private static func entries(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> [UnitEntries] {
    let tokenizer = try WordTokenizer()
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var found: [UnitEntries] = []
    while let row = try rows.next() {
      let unit = try UnitRecord.unit(in: row, at: 1)
      found.append(
        UnitEntries(
          id: TranslationUnit.ID(rawValue: row[0]), shape: UnitShape(unit),
          entries: try IndexEntry.entries(of: unit, tokenizer: tokenizer)))
    }
    return found
  }

  /// The last change of each unit after a change.
  func changed(
    after first: Int64, in db: Database
  ) throws -> [TranslationUnit.ID: Int64] {
    guard first < lastChange else { return [:] }
    let statement = try db.cachedStatement(
      sql: "SELECT unit, max(sequence) FROM change WHERE sequence > ? GROUP BY unit")
    var changed: [TranslationUnit.ID: Int64] = [:]
    let rows = try Row.fetchCursor(statement, arguments: [first])
    while let row = try rows.next() { changed[TranslationUnit.ID(rawValue: row[0])] = row[1] }
    return changed
  }

  static func insert(
    _ name: String, changes: Int64, entries: Int, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO segment (name, changes, entries) VALUES (?, ?, ?)",
      arguments: [name, changes, entries])
  }

  /// Says that there are no segments.
  static func forget(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM segment;
        UPDATE indexed SET generation = generation + 1, units = 0, changes = 0
        """)
  }

  /// Says how far the segments reach now.
  static func advance(units: Int64? = nil, changes: Int64? = nil, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE indexed SET generation = generation + 1,
          units = max(units, coalesce(?, units)), changes = max(changes, coalesce(?, changes))
        """, arguments: [units, changes])
  }
}
