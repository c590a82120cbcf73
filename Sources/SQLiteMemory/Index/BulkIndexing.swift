internal import BitextModel
internal import Foundation
internal import GRDB
internal import TranslationMemory

/// Writes the segments of a large addition while it goes on, on a thread of its own. Small additions
/// are left to `Maintenance`.
///
/// `@unchecked Sendable`: what changes is touched on the queue only. The segments belong to the
/// memory when `finish` has named them in the transaction, and are thrown away when that fails.
final class BulkIndexing: @unchecked Sendable {
  typealias Addition = (id: TranslationUnit.ID, shape: UnitShape, entries: [IndexEntry])

  private let folder: MemoryFolder
  /// Up to which change the entries are known to be right.
  private let changes: Int64
  /// The last unit before this addition.
  private let firstID: Int64
  private let queue = DispatchQueue(label: "memory.index")
  private let room = DispatchSemaphore(value: 8)
  private var batch = SegmentBatch()
  private var segments: [(name: String, entries: Int)] = []
  private var last: Int64
  private var failure: (any Error)?

  /// How many units a segment has that is written on the way: some 30 MB in memory.
  private static let segmentLength = 1 << 16

  init(_ db: Database, folder: MemoryFolder) throws {
    self.folder = folder
    let manifest = try IndexManifest(db)
    (changes, firstID) = (manifest.lastChange, manifest.lastUnit)
    last = firstID
  }

  func add(_ additions: [Addition]) throws {
    room.wait()
    // Handed over, not shared: nobody else has it.
    let handed = Handed(additions: additions)
    queue.async { [self] in
      defer { room.signal() }
      guard failure == nil else { return }
      do {
        for addition in handed.additions {
          batch.add(addition.entries, of: addition.id, shape: addition.shape)
          last = addition.id.rawValue
        }
        if batch.count >= Self.segmentLength { try write() }
      } catch {
        failure = error
      }
    }
  }

  private struct Handed: Sendable {
    let additions: [Addition]
  }

  private func write() throws {
    let name = folder.newSegmentName()
    segments.append((name, 0))
    let segment = try batch.write(to: folder.segmentPath(name))
    segments[segments.count - 1].entries = segment.entryCount
    batch = SegmentBatch()
  }

  /// Names the segments in the transaction, if the addition was large; what was not yet in the index
  /// before it goes along.
  ///
  /// - Returns: What a small addition came to, for the lookups of this process.
  func finish(in db: Database) throws -> RecentUnits? {
    // Nothing is handed over any more: from here on this thread has it all.
    queue.sync {}
    if let failure { throw failure }
    guard !segments.isEmpty else {
      guard batch.count > 0 else { return nil }
      return RecentUnits(try batch.write(), after: firstID, through: last, changes: changes)
    }
    // What lay unindexed before this addition goes along.
    let manifest = try IndexManifest(db)
    for entry in try manifest.entries(after: manifest.units, through: firstID, in: db) {
      batch.add(entry.entries, of: entry.id, shape: entry.shape)
    }
    if batch.count > 0 { try write() }
    try folder.syncIndex()
    for segment in segments {
      try IndexManifest.insert(segment.name, changes: changes, entries: segment.entries, in: db)
    }
    try IndexManifest.advance(units: last, in: db)
    return nil
  }

  func discard() {
    queue.sync {
      for segment in segments { folder.removeSegment(segment.name) }
    }
  }
}
