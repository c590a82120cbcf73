public import BitextModel
internal import GRDB
public import TranslationMemory

/// One consistent state of a memory, good within `Memory.read`.
public struct MemorySnapshot: UnitStore {
  let database: Database
  private let index: SnapshotIndex

  init(database: Database, index: MemoryIndex) {
    self.database = database
    self.index = SnapshotIndex(index, database)
  }

  public func unit(_ id: TranslationUnit.ID) throws -> TranslationUnit? {
    try database.unit(id)
  }

  public func candidates(for search: CandidateSearch) throws -> CandidateList {
    try index.snapshot().candidates(for: search)
  }

  public func forEachVariant(
    containing phrase: Phrase, in language: LanguageTag?, _ take: (VariantPlace) throws -> Bool
  ) throws {
    try index.snapshot().forEachVariant(containing: phrase, in: language, take)
  }
}

extension Database {
  func unit(_ id: TranslationUnit.ID) throws -> TranslationUnit? {
    let statement = try cachedStatement(sql: "SELECT record FROM unit WHERE id = ?")
    let rows = try Row.fetchCursor(statement, arguments: [id.rawValue])
    // A row is good as long as its cursor stands on it.
    return try withExtendedLifetime(rows) {
      try rows.next().map { try UnitRecord.unit(in: $0, at: 0) }
    }
  }
}

/// The index of a snapshot, opened when it is first asked for. A class, because it remembers.
private final class SnapshotIndex {
  private let index: MemoryIndex
  private let database: Database
  private var known: IndexSnapshot?

  init(_ index: MemoryIndex, _ database: Database) {
    (self.index, self.database) = (index, database)
  }

  func snapshot() throws -> IndexSnapshot {
    if let known { return known }
    let snapshot = try index.state(database).snapshot
    known = snapshot
    return snapshot
  }
}
