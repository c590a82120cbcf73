internal import BitextModel
internal import GRDB
internal import Synchronization
internal import TranslationMemory

/// The index of an open memory: keeps its segments mapped from request to request, and beside them, in
/// memory, what the tables have and the segments have not yet.
///
/// A class, because all requests share it; what it hands out never changes.
final class MemoryIndex: Sendable {
  private let folder: MemoryFolder
  private let state = Mutex<State?>(nil)

  private struct State: Sendable {
    let manifest: IndexManifest
    let segments: [String: IndexSegment]
    let named: [IndexSnapshot.Part]
    let recent: [Recent]
    let snapshot: IndexSnapshot
  }

  /// Units that came or changed lately.
  private struct Recent: Sendable {
    let part: IndexSnapshot.Part
    /// The last unit, and the last change, that it has.
    let units, changes: Int64
  }

  /// From so many pieces on, what came lately is put together.
  private static let recentPieces = 8

  init(_ folder: MemoryFolder) {
    self.folder = folder
  }

  /// The index of the state of the memory that `db` reads.
  func snapshot(_ db: Database) throws -> IndexSnapshot {
    let manifest = try IndexManifest(db)
    let known = state.withLock { $0 }
    if let known, known.manifest == manifest { return known.snapshot }
    let next = try state(of: manifest, after: known, in: db)
    state.withLock { state in
      // Another thread may have read a later state meanwhile.
      if let state, !manifest.isLater(than: state.manifest) { return }
      state = next
    }
    return next.snapshot
  }

  private func state(
    of manifest: IndexManifest, after known: State?, in db: Database
  ) throws -> State {
    let known = known.flatMap { manifest.isLater(than: $0.manifest) ? $0 : nil }
    var segments = known?.segments ?? [:]
    var named = known?.named ?? []
    if known?.manifest.generation != manifest.generation {
      let rows = try manifest.segments(in: db)
      segments = [:]
      named = try rows.map { row in
        let segment =
          try known?.segments[row.name] ?? IndexSegment(path: folder.segmentPath(row.name))
        segments[row.name] = segment
        return IndexSnapshot.Part(segment, changes: row.changes)
      }
    }
    var recent = (known?.recent ?? []).filter {
      $0.units > manifest.units || $0.changes > manifest.changes
    }
    let firstUnit = max(known?.manifest.lastUnit ?? 0, manifest.units)
    let firstChange = max(known?.manifest.lastChange ?? 0, manifest.changes)
    let entries =
      try manifest.entries(after: firstUnit, through: manifest.lastUnit, in: db)
      + manifest.changedEntries(
        after: firstChange, through: manifest.lastChange, upTo: firstUnit, in: db)
    let oldest = named.map(\.changes).min() ?? manifest.lastChange
    let changed = try manifest.changed(after: min(oldest, recent.first?.changes ?? .max), in: db)
    if !entries.isEmpty {
      var batch = SegmentBatch()
      for entry in entries { batch.add(entry.entries, of: entry.id, shape: entry.shape) }
      let part = IndexSnapshot.Part(try batch.write(), changes: manifest.lastChange)
      recent.append(Recent(part: part, units: manifest.lastUnit, changes: manifest.lastChange))
    }
    if recent.count >= Self.recentPieces { recent = [try merged(recent, changed, manifest)] }
    let snapshot = IndexSnapshot(named + recent.map(\.part), changed: changed)
    return State(
      manifest: manifest, segments: segments, named: named, recent: recent, snapshot: snapshot)
  }

  private func merged(
    _ recent: [Recent], _ changed: [TranslationUnit.ID: Int64], _ manifest: IndexManifest
  ) throws -> Recent {
    let segment = try IndexSegment.merging(recent.map(\.part.segment)) { piece, unit in
      changed[unit].map { $0 <= recent[piece].part.changes } ?? true
    }
    return Recent(
      part: IndexSnapshot.Part(segment, changes: manifest.lastChange), units: manifest.lastUnit,
      changes: manifest.lastChange)
  }
}

extension IndexManifest {
  /// Whether nothing is older here than there.
  func isLater(than other: IndexManifest) -> Bool {
    generation >= other.generation && lastUnit >= other.lastUnit && lastChange >= other.lastChange
  }
}
