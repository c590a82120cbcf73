internal import Foundation
internal import GRDB
internal import TranslationMemory

/// A translation memory that is open: readers see a consistent state and never wait for the writer;
/// all writing goes through one place, one transaction a file.
public struct Memory: Sendable {
  public let folder: MemoryFolder
  let reader: any DatabaseReader
  /// `nil` in a memory opened for reading.
  let writer: DatabasePool?
  let index: MemoryIndex
  let maintenance: Maintenance

  private init(_ folder: MemoryFolder, reader: any DatabaseReader, writer: DatabasePool? = nil) {
    (self.folder, self.reader, self.writer) = (folder, reader, writer)
    index = MemoryIndex(folder)
    maintenance = Maintenance(folder, writer, index)
  }

  /// Opens a memory to be read; nothing in its folder needs to be writable.
  public static func reading(_ folder: MemoryFolder) throws -> Memory {
    try check(folder)
    do {
      let reader = try openReader(folder)
      if try reader.read(Schema.migrator.hasBeenSuperseded) {
        throw MemoryFault(folder.path, .newer)
      }
      if try reader.read(Schema.migrator.hasCompletedMigrations) {
        return Memory(folder, reader: reader)
      }
      try reader.close()
    } catch {
      throw MemoryFault.from(error, at: folder.path)
    }
    do {
      return try writing(folder)
    } catch let fault as MemoryFault where fault.reason == .readOnly {
      throw MemoryFault(folder.path, .older)
    }
  }

  /// Opens a memory to be written, and makes it first where it is missing and `creating` allows that.
  public static func writing(_ folder: MemoryFolder, creating: Bool = false) throws -> Memory {
    if creating, folder.state == .missing { try create(folder) } else { try check(folder) }
    do {
      var configuration = configuration
      configuration.prepareDatabase { db in
        // What is acknowledged is on the disk, and no crash of the machine undoes it. The log goes into
        // the database in `Maintenance`.
        try db.execute(
          sql: """
            PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0
            """)
      }
      let pool = try DatabasePool(path: folder.database, configuration: configuration)
      if try pool.read(Schema.migrator.hasBeenSuperseded) { throw MemoryFault(folder.path, .newer) }
      try Schema.migrator.migrate(pool)
      let memory = Memory(folder, reader: pool, writer: pool)
      try folder.createIndex()
      try memory.removeRuins()
      try memory.maintenance.finish()
      return memory
    } catch {
      throw MemoryFault.from(error, at: folder.path)
    }
  }

  /// Runs `body` on one consistent state of the memory: one block a request.
  public func read<Result>(_ body: (MemorySnapshot) throws -> Result) throws -> Result {
    var attempts = 0
    while true {
      do {
        return try reader.read { try body(MemorySnapshot(database: $0, index: index)) }
      } catch let fault as SegmentFault where fault.reason == .missing && attempts < 5 {
        // A merge has replaced it since the transaction began: the next one sees what by.
        attempts += 1
      } catch {
        throw MemoryFault.from(error, at: folder.path)
      }
    }
  }

  /// Waits until what was added is in the index as it should be. Lookups find it before that.
  public func settle() throws {
    do {
      try maintenance.finish()
    } catch {
      throw MemoryFault.from(error, at: folder.path)
    }
  }

  /// Removes what killed processes have left of segments. Within a transaction, because an addition
  /// writes its segments before its own ends.
  private func removeRuins() throws {
    guard let writer, !folder.unnamedSegments(besides: []).isEmpty else { return }
    try writer.write { db in
      let named = try IndexManifest(db).segments(in: db).map(\.name)
      for name in folder.unnamedSegments(besides: Set(named)) { folder.removeRuin(name) }
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "memory"
    // A service reads on all cores, beside exports that take their time.
    configuration.maximumReaderCount = ProcessInfo.processInfo.activeProcessorCount + 8
    return configuration
  }

  /// Makes an empty memory beside its place and renames it: a process that is killed meanwhile leaves
  /// no folder that is neither a memory nor none.
  private static func create(_ folder: MemoryFolder) throws {
    let beside = try folder.createBeside()
    do {
      let queue = try DatabaseQueue(path: beside.database, configuration: configuration)
      try Schema.migrator.migrate(queue)
      try queue.close()
      try folder.takePlace(of: beside)
    } catch {
      beside.discard()
      // Another process was faster: there is a memory now.
      if folder.exists { return }
      throw MemoryFault.from(error, at: folder.path)
    }
  }

  private static func check(_ folder: MemoryFolder) throws(MemoryFault) {
    switch folder.state {
    case .missing: throw MemoryFault(folder.path, .missing)
    case .file: throw MemoryFault(folder.path, .file)
    case .foreign: throw MemoryFault(folder.path, .foreign)
    case .memory: return
    }
  }

  /// A queue suffices: one request a process. Where the folder may not be written and no writer has
  /// left its log there, SQLite has to be told that nothing will change.
  private static func openReader(_ folder: MemoryFolder) throws -> any DatabaseReader {
    var configuration = configuration
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
      try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      let path = URL(fileURLWithPath: folder.database).absoluteString + "?immutable=1"
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }
}
