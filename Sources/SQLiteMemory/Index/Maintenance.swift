internal import BitextModel
internal import Foundation
internal import GRDB
internal import Synchronization
internal import TranslationMemory

/// Keeps the index of a memory small in parts: writes what came lately into segments, and merges
/// segments, in the background. Readers and writers do not wait for it; what it is killed in is done
/// again by the next.
///
/// A class, because all threads that do it have to take turns.
final class Maintenance: Sendable {
  let folder: MemoryFolder
  private let pool: DatabasePool?
  private let index: MemoryIndex
  /// One at a time.
  private let queue = DispatchQueue(label: "memory.maintenance")
  private let isScheduled = Mutex(false)
  /// The units and changes that there had been when the log last went into the database.
  private let logged = Mutex<Int64?>(nil)

  /// So many units may lie outside of segments: as many a reader has to take in when it opens.
  static let most = 1000
  /// As many units a segment is written from at most: some 30 MB in memory.
  static let segmentLength: Int64 = 1 << 16

  init(_ folder: MemoryFolder, _ pool: DatabasePool?, _ index: MemoryIndex) {
    (self.folder, self.pool, self.index) = (folder, pool, index)
  }

  /// Has it done soon, on another thread.
  func schedule() {
    guard pool != nil,
      !isScheduled.withLock({ was in
        defer { was = true }
        return was
      })
    else {
      return
    }
    BackgroundThread.run { [self] in
      queue.sync {
        isScheduled.withLock { $0 = false }
        // What fails here is tried again after the next addition, and nothing is lost meanwhile.
        try? run()
      }
    }
  }

  /// Does it now.
  ///
  /// - Parameter all: Whether even a few units make a segment.
  func finish(all: Bool = false) throws {
    try queue.sync { try run(all: all) }
  }

  private func run(all: Bool = false) throws {
    guard let pool else { return }
    while try writeRecent(pool, all: all) {}
    try emptyLog(pool)
    while try merge(pool) {}
  }

  /// Brings SQLite's log into the database after so many units, here and not in the transaction of an
  /// addition, which would be seen for as long before it came back with what lookups need.
  private func emptyLog(_ pool: DatabasePool) throws {
    let manifest = try pool.read { try IndexManifest($0) }
    let now = manifest.lastUnit + manifest.lastChange
    let isFull = logged.withLock { logged in
      defer { if logged == nil { logged = now } }
      return now - (logged ?? now) >= Int64(Self.most)
    }
    guard isFull else { return }
    _ = try pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
    logged.withLock { $0 = now }
  }

  // MARK: What came lately

  /// - Returns: Whether there may be more.
  private func writeRecent(_ pool: DatabasePool, all: Bool) throws -> Bool {
    let name = folder.newSegmentName()
    let written = try pool.read { db -> (IndexManifest, last: Int64, segment: IndexSegment)? in
      let manifest = try IndexManifest(db)
      guard manifest.unindexed >= (all ? 1 : Self.most) else { return nil }
      if let state = state(manifest, db) {
        return (manifest, manifest.lastUnit, try write(state, in: db, as: name))
      }
      let last = min(manifest.lastUnit, manifest.units + Self.segmentLength)
      var batch = SegmentBatch()
      for entry in try manifest.changedEntries(
        after: manifest.changes, through: manifest.lastChange, upTo: manifest.units, in: db)
        + manifest.entries(after: manifest.units, through: last, in: db)
      {
        batch.add(entry.entries, of: entry.id, shape: entry.shape)
      }
      return (manifest, last, try batch.write(to: folder.segmentPath(name)))
    }
    guard let (manifest, last, segment) = written else { return false }
    try folder.syncIndex()
    index.offer(segment, named: name)
    defer { published(name, pool) }
    let isTaken = try pool.write { db in
      // Another process may have done the same, or a cleaner taken the file for a ruin.
      guard try IndexManifest(db).isSameIndex(as: manifest), folder.hasSegment(name) else {
        return false
      }
      if segment.entryCount > 0 {
        try IndexManifest.insert(
          name, changes: manifest.lastChange, entries: segment.entryCount, in: db)
      }
      try IndexManifest.advance(units: last, changes: manifest.lastChange, in: db)
      return true
    }
    if !isTaken || segment.entryCount == 0 { folder.removeSegment(name) }
    return isTaken && last < manifest.lastUnit
  }

  /// The index with what came lately, in memory, when it is not too much for that. A segment that is
  /// missing or damaged is no reason not to write this one.
  private func state(_ manifest: IndexManifest, _ db: Database) -> IndexState? {
    guard manifest.unindexed <= Int(Self.segmentLength) else { return nil }
    return try? index.state(db)
  }

  /// Writes what came lately as lookups have it already.
  private func write(
    _ state: IndexState, in db: Database, as name: String
  ) throws -> IndexSegment {
    let manifest = state.manifest
    let changed = try manifest.changed(after: manifest.changes, in: db)
    let pieces = state.recent
    return try IndexSegment.merging(
      pieces.map(\.part.segment), to: folder.segmentPath(name)
    ) { piece, unit in
      // A piece may have units that a segment has too.
      guard let change = changed[unit] else { return unit.rawValue > manifest.units }
      return change <= pieces[piece].changes
    }
  }

  /// Makes the state of the index in which a segment was named, or not, the one that lookups find.
  private func published(_ name: String, _ pool: DatabasePool) {
    // Who looks something up does it where this fails.
    _ = try? pool.read { try index.state($0) }
    index.release(name)
  }

  // MARK: Merging

  /// Merges the smallest segments as long as together they are half as large as the next: so there
  /// are few, and a text is written again only when what it lies in doubles.
  ///
  /// - Returns: Whether anything was merged.
  private func merge(_ pool: DatabasePool) throws -> Bool {
    let name = folder.newSegmentName()
    let merged = try pool.read { db -> (chosen: [String], changes: Int64, segment: IndexSegment)? in
      let manifest = try IndexManifest(db)
      let rows = try manifest.segments(in: db)
      let oldest = rows.map(\.changes).min() ?? 0
      let changed = try manifest.changed(after: oldest, in: db)
      let chosen = Self.chosen(rows, changed)
      guard !chosen.isEmpty else { return nil }
      let segments = try chosen.map { try IndexSegment(path: folder.segmentPath($0.name)) }
      let segment = try IndexSegment.merging(segments, to: folder.segmentPath(name)) {
        piece, unit in
        changed[unit].map { $0 <= chosen[piece].changes } ?? true
      }
      return (chosen.map(\.name), manifest.lastChange, segment)
    }
    guard let (chosen, changes, segment) = merged else { return false }
    try folder.syncIndex()
    index.offer(segment, named: name)
    defer { published(name, pool) }
    let isTaken = try pool.write { db in
      let present = Set(try IndexManifest(db).segments(in: db).map(\.name))
      guard present.isSuperset(of: chosen), folder.hasSegment(name) else { return false }
      for old in chosen {
        try db.execute(sql: "DELETE FROM segment WHERE name = ?", arguments: [old])
      }
      try IndexManifest.insert(name, changes: changes, entries: segment.entryCount, in: db)
      try IndexManifest.advance(in: db)
      // Changes that every segment and the rest know of are of no use any more.
      try db.execute(
        sql: """
          DELETE FROM change WHERE sequence <= (SELECT min(changes) FROM segment)
            AND sequence <= (SELECT changes FROM indexed)
          """)
      return true
    }
    // Who has an old one open keeps it; who is about to open it starts again.
    for old in isTaken ? chosen : [name] { folder.removeSegment(old) }
    return isTaken
  }

  private static func chosen(
    _ rows: [IndexManifest.SegmentRow], _ changed: [TranslationUnit.ID: Int64]
  ) -> [IndexManifest.SegmentRow] {
    let ascending = Array(rows.reversed())
    var sum = 0
    var chosen = 0
    for (index, row) in ascending.enumerated() {
      if index > 0, sum * 2 >= row.entries { chosen = index + 1 }
      sum += row.entries
    }
    if chosen > 0 { return Array(ascending.prefix(chosen)) }
    // A segment of which a third is gone is written anew.
    let gone = changed.count * 2
    return rows.first.map { row in
      gone * 3 > row.entries && changed.values.contains { $0 > row.changes } ? [row] : []
    } ?? []
  }
}

extension IndexManifest {
  /// Whether the segments are the same and reach as far.
  func isSameIndex(as other: IndexManifest) -> Bool {
    (generation, units, changes) == (other.generation, other.units, other.changes)
  }
}
