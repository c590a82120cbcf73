internal import BitextModel
internal import Foundation
internal import GRDB
internal import TranslationMemory
internal import UnicodeText

/// The one way into a memory's tables, within a transaction.
struct UnitWriter: ~Copyable {
  private let db: Database
  private let tokenizer: WordTokenizer
  private let encoder = JSONEncoder()
  private let decoder = JSONDecoder()
  private let addition: Int64
  private var documents: [String: Int64] = [:]
  private var counts = WordCounts()
  private var report = AdditionReport()

  init(_ db: Database, file: String, time: String) throws {
    try db.execute(sql: "INSERT INTO addition (file, at) VALUES (?, ?)", arguments: [file, time])
    let tokenizer = try WordTokenizer()
    (self.db, addition) = (db, db.lastInsertedRowID)
    self.tokenizer = tokenizer
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  mutating func add(_ unit: TranslationUnit) throws {
    if let refusal = refusal(of: unit) {
      report.refused[refusal, default: 0] += 1
      return
    }
    let identity = UnitIdentity(unit)
    if let (id, known) = try known(identity) {
      try renew(id, known, with: unit)
      return
    }
    let record = try encoder.encode(UnitRecord(unit))
    try db.cachedStatement(
      sql: "INSERT INTO unit (identity, addition, record) VALUES (?, ?, ?)"
    ).execute(arguments: [identity.hash, addition, String(decoding: record, as: UTF8.self)])
    let id = db.lastInsertedRowID
    for (position, variant) in unit.variants.enumerated() {
      try add(variant, at: position, of: id)
    }
    report.added += 1
  }

  /// Writes what was counted, and forgets the addition if nothing came of it.
  consuming func finish() throws -> AdditionReport {
    try counts.write(to: db)
    if report.added == 0 {
      try db.execute(sql: "DELETE FROM addition WHERE id = ?", arguments: [addition])
    }
    return report
  }

  private func refusal(of unit: TranslationUnit) -> AdditionReport.Refusal? {
    if Set(unit.variants.map(\.language.language)).count < 2 { return .oneLanguage }
    if unit.variants.contains(where: { $0.content.text[...].trimmingWhiteSpace().isEmpty }) {
      return .emptyText
    }
    let status = unit.link?.status ?? .accepted
    return status == .rejected || status == .candidate ? .notLinked : nil
  }

  private func known(_ identity: UnitIdentity) throws -> (id: Int64, unit: TranslationUnit)? {
    let statement = try db.cachedStatement(sql: "SELECT id, record FROM unit WHERE identity = ?")
    for row in try Row.fetchAll(statement, arguments: [identity.hash]) {
      let record = Data((row[1] as String).utf8)
      let unit = try decoder.decode(UnitRecord.self, from: record).unit
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
    let record = try encoder.encode(UnitRecord(renewed))
    try db.cachedStatement(sql: "UPDATE unit SET record = ? WHERE id = ?").execute(arguments: [
      String(decoding: record, as: UTF8.self), id,
    ])
    report.updated += 1
  }

  private mutating func add(_ variant: Variant, at position: Int, of unit: Int64) throws {
    let text = try ComparedText(variant.content, tokenizer: tokenizer)
    let document = try variant.origin.map { try self.document($0.document) }
    try db.cachedStatement(
      sql: """
        INSERT INTO variant (unit, position, language, document, skeleton, keys)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      unit, position, variant.language.description, document,
      Int64(bitPattern: text.skeleton), Data(WordKey.encode(text.keys)),
    ])
    let language = variant.language.language
    try db.cachedStatement(sql: "INSERT INTO words (rowid, keys) VALUES (?, ?)").execute(
      arguments: [db.lastInsertedRowID, WordIndex.tokens(text.keys, language: language)])
    counts.count(text.words, in: variant.language, by: 1)
  }

  private mutating func document(_ name: String) throws -> Int64 {
    if let id = documents[name] { return id }
    try db.execute(sql: "INSERT OR IGNORE INTO document (name) VALUES (?)", arguments: [name])
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM document WHERE name = ?", arguments: [name])
    documents[name] = id
    return id ?? db.lastInsertedRowID
  }
}
