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
  private let offered = Mutex<[RecentUnits]>([])

  private struct State: Sendable {
    let manifest: IndexManifest
    let segments: [String: IndexSegment]
    let named: [IndexSnapshot.Part]
    let recent: [RecentUnits]
    let snapshot: IndexSnapshot
  }

  /// From so many pieces on, what came lately is put together.
  private static let recentPieces = 8

  init(_ folder: MemoryFolder) {
    self.folder = folder
  }

  /// Takes over what this process has just added, so that lookups need not read it again.
  func offer(_ units: RecentUnits) {
    offered.withLock { offered in
      offered.append(units)
      // Nobody looks anything up: what was offered first can be read as well.
      if offered.count > Self.recentPieces * 8 { offered.removeFirst() }
    }
  }

  private func take(upTo unit: Int64) -> [RecentUnits] {
    offered.withLock { offered in
      let taken = offered.filter { $0.units <= unit }
      offered.removeAll { $0.units <= unit }
      return taken.sorted { $0.first < $1.first }
    }
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
    var first = firstUnit
    for piece in take(upTo: manifest.lastUnit) where piece.first == first {
      recent.append(piece)
      first = piece.units
    }
    let firstChange = max(known?.manifest.lastChange ?? 0, manifest.changes)
    let entries =
      try manifest.entries(after: first, through: manifest.lastUnit, in: db)
      + manifest.changedEntries(
        after: firstChange, through: manifest.lastChange, upTo: firstUnit, in: db)
    let oldest = named.map(\.changes).min() ?? manifest.lastChange
    let changed = try manifest.changed(
      after: min(oldest, recent.map(\.changes).min() ?? .max), in: db)
    if !entries.isEmpty {
      var batch = SegmentBatch()
      for entry in entries { batch.add(entry.entries, of: entry.id, shape: entry.shape) }
      recent.append(
        RecentUnits(
          try batch.write(), after: first, through: manifest.lastUnit,
          changes: manifest.lastChange))
    }
    if recent.count >= Self.recentPieces { recent = [try merged(recent, changed, manifest)] }
    let snapshot = IndexSnapshot(named + recent.map(\.part), changed: changed)
    return State(
      manifest: manifest, segments: segments, named: named, recent: recent, snapshot: snapshot)
  }

  private func merged(
    _ recent: [RecentUnits], _ changed: [TranslationUnit.ID: Int64], _ manifest: IndexManifest
  ) throws -> RecentUnits {
    let segment = try IndexSegment.merging(recent.map(\.part.segment)) { piece, unit in
      changed[unit].map { $0 <= recent[piece].part.changes } ?? true
    }
    return RecentUnits(
      segment, after: recent[0].first, through: manifest.lastUnit, changes: manifest.lastChange)
  }
}

extension IndexManifest {
  /// Whether nothing is older here than there.
  func isLater(than other: IndexManifest) -> Bool {
    generation >= other.generation && lastUnit >= other.lastUnit && lastChange >= other.lastChange
  }
}

/// Units that came or changed lately, as a segment in memory.
struct RecentUnits: Sendable {
  let part: IndexSnapshot.Part
  /// It has the units after the first and through the other, and those changed up to `changes`.
  let first, units: Int64

  init(_ segment: IndexSegment, after first: Int64, through last: Int64, changes: Int64) {
    part = IndexSnapshot.Part(segment, changes: changes)
    (self.first, units) = (first, last)
  }

  var changes: Int64 { part.changes }
}
