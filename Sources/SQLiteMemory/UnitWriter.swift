internal import BitextModel
internal import Foundation
internal import GRDB
internal import TranslationMemory

/// The one way into a memory's tables, within a transaction.
struct UnitWriter {
  let db: Database
  private let addition: Int64
  private var documents: [String: Int64] = [:]
  private(set) var languages: [LanguageTag: Int] = [:]
  private var report = AdditionReport()

  init(_ db: Database, file: String, time: String) throws {
    try db.execute(sql: "INSERT INTO addition (file, at) VALUES (?, ?)", arguments: [file, time])
    self.init(db, addition: db.lastInsertedRowID)
  }

  init(_ db: Database, addition: Int64) {
    (self.db, self.addition) = (db, addition)
  }

  /// - Returns: The ID of a unit that is new; `nil` for one that is refused or there already.
  mutating func add(_ prepared: PreparedUnit) throws -> TranslationUnit.ID? {
    if let refusal = prepared.refusal {
      report.refused[refusal, default: 0] += 1
      return nil
    }
    if let (id, known) = try known(prepared.identity) {
      try renew(id, known, with: prepared.unit)
      return nil
    }
    try db.cachedStatement(
      sql: "INSERT INTO unit (identity, addition, record) VALUES (?, ?, ?)"
    ).execute(arguments: [prepared.identity.hash, addition, prepared.record])
    let id = db.lastInsertedRowID
    try count(prepared.unit, as: id)
    report.added += 1
    return TranslationUnit.ID(rawValue: id)
  }

  /// Counts a unit's languages and notes its documents.
  mutating func count(_ unit: TranslationUnit, as id: Int64) throws {
    for variant in unit.variants {
      languages[variant.language, default: 0] += 1
      if let origin = variant.origin { try note(origin.document, of: id) }
    }
  }

  /// Writes what was counted, and forgets the addition if nothing came of it.
  func finish() throws -> AdditionReport {
    try LanguageCounts.change(languages, in: db)
    if report.added == 0 {
      try db.execute(sql: "DELETE FROM addition WHERE id = ?", arguments: [addition])
    }
    return report
  }

  /// The unit that is the same, if there is one.
  func known(_ identity: UnitIdentity) throws -> (id: Int64, unit: TranslationUnit)? {
    let statement = try db.cachedStatement(sql: "SELECT id, record FROM unit WHERE identity = ?")
    let rows = try Row.fetchCursor(statement, arguments: [identity.hash])
    while let row = try rows.next() {
      let unit = try UnitRecord.unit(in: row, at: 1)
      if UnitIdentity(unit) == identity { return (row[0], unit) }
    }
    return nil
  }

  /// Takes over a newer link; an aligner's does not undo a person's.
  private mutating func renew(
    _ id: Int64, _ known: TranslationUnit, with unit: TranslationUnit
  ) throws {
    guard let link = unit.link, link != known.link,
      link.status == .accepted || known.link?.status != .accepted
    else {
      report.known += 1
      return
    }
    var renewed = known
    renewed.link = link
    try db.cachedStatement(sql: "UPDATE unit SET record = ? WHERE id = ?").execute(
      arguments: [JSONWriter.text(renewed), id])
    try ChangeLog.note(id, in: db)
    report.updated += 1
  }

  private mutating func note(_ document: String, of unit: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO unit_document (document, unit) VALUES (?, ?)")
    try statement.execute(arguments: [try id(of: document), unit])
  }

  private mutating func id(of document: String) throws -> Int64 {
    if let id = documents[document] { return id }
    try db.execute(sql: "INSERT OR IGNORE INTO document (name) VALUES (?)", arguments: [document])
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM document WHERE name = ?", arguments: [document])
    documents[document] = id
    return id ?? db.lastInsertedRowID
  }
}

/// How many variants each language of a memory has.
enum LanguageCounts {
  static func change(_ languages: [LanguageTag: Int], in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO language (tag, variants) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET variants = variants + excluded.variants
        """)
    for (tag, count) in languages.sorted(by: { $0.key < $1.key }) {
      try statement.execute(arguments: [tag.description, count])
    }
  }
}

/// The units that have been changed or removed since the index was written.
enum ChangeLog {
  static func note(_ unit: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO change (unit) VALUES (?)").execute(arguments: [unit])
  }
}

extension UnitRecord {
  /// The unit that a row has as JSON.
  static func unit(in row: Row, at column: Int) throws -> TranslationUnit {
    let read = try row.withUnsafeData(atIndex: column) { data -> TranslationUnit? in
      guard let data else { return nil }
      return data.withUnsafeBytes { RecordReader.unit($0.bindMemory(to: UInt8.self)) }
    }
    if let read { return read }
    return try JSONDecoder().decode(UnitRecord.self, from: Data((row[column] as String).utf8)).unit
  }
}
