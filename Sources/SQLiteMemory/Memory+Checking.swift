internal import GRDB
internal import TranslationMemory

extension Memory {
  /// What a memory amounts to.
  public struct Statistics: Sendable, Hashable {
    public let units, documents, segments: Int
    /// Removals that can be undone.
    public let removals: Int
    /// Bytes on disk.
    public let unitBytes, indexBytes: Int
  }

  public var statistics: Statistics {
    get throws {
      try read { snapshot in
        let db = snapshot.database
        let rows = try IndexManifest(db).segments(in: db)
        let count = { (table: String) in
          try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
        return Statistics(
          units: try snapshot.unitCount, documents: try count("document"), segments: rows.count,
          removals: try count("removal"),
          unitBytes: ["", "-wal"].reduce(0) { $0 + folder.size(ofFile: folder.database + $1) },
          indexBytes: rows.reduce(0) { $0 + folder.size(ofFile: folder.segmentPath($1.name)) })
      }
    }
  }

  /// Reads every byte of the database and of the index.
  ///
  /// - Throws: `MemoryFault`, `.damaged` or `.brokenIndex`, when any is not as it was written.
  public func verify() throws {
    try read { snapshot in
      let db = snapshot.database
      let said = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "nothing"
      if said != "ok" { throw MemoryFault(folder.path, .damaged(said)) }
      for row in try IndexManifest(db).segments(in: db) {
        let segment = try IndexSegment(path: folder.segmentPath(row.name))
        guard segment.isIntact(), segment.entryCount == row.entries else {
          throw MemoryFault(folder.path, .brokenIndex("\(row.name): checksum"))
        }
      }
    }
  }

  /// Writes the index anew from the units. Readers keep the old one until the new one is there.
  public func rebuildIndex() throws {
    guard let writer else { throw MemoryFault(folder.path, .readOnly) }
    do {
      try maintenance.rebuild(writer)
      try maintenance.finish()
    } catch {
      throw MemoryFault.from(error, at: folder.path)
    }
  }
}

extension Maintenance {
  fileprivate func rebuild(_ pool: DatabasePool) throws {
    var names: [(name: String, entries: Int)] = []
    do {
      let manifest = try pool.read { db in
        let manifest = try IndexManifest(db)
        var first: Int64 = 0
        while first < manifest.lastUnit {
          let last = first + Self.segmentLength
          var batch = SegmentBatch()
          for entry in try manifest.entries(after: first, through: last, in: db) {
            batch.add(entry.entries, of: entry.id, shape: entry.shape)
          }
          if batch.count > 0 {
            let name = folder.newSegmentName()
            names.append((name, 0))
            let segment = try batch.write(to: folder.segmentPath(name))
            names[names.count - 1].entries = segment.entryCount
          }
          first = last
        }
        return manifest
      }
      try folder.syncIndex()
      let old = try pool.write { db in
        let old = try IndexManifest(db).segments(in: db).map(\.name)
        try IndexManifest.forget(in: db)
        for (name, entries) in names {
          try IndexManifest.insert(name, changes: manifest.lastChange, entries: entries, in: db)
        }
        try IndexManifest.advance(
          units: manifest.lastUnit, changes: manifest.lastChange, in: db)
        return old
      }
      for name in old { folder.removeSegment(name) }
    } catch {
      for (name, _) in names { folder.removeSegment(name) }
      throw error
    }
  }
}
