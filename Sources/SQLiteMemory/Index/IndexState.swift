internal import BitextModel
internal import GRDB
internal import TranslationMemory

/// The index of a memory in one state of its tables: the segments that the manifest names, and what
/// the tables have beyond them, in memory.
struct IndexState: Sendable {
  let manifest: IndexManifest
  /// By name.
  let segments: [String: IndexSegment]
  private let named: [IndexSnapshot.Part]
  /// All that the segments do not know, by unit.
  let recent: [RecentUnits]
  let snapshot: IndexSnapshot

  private init(
    _ manifest: IndexManifest, segments: [String: IndexSegment], named: [IndexSnapshot.Part],
    recent: [RecentUnits], changed: [TranslationUnit.ID: Int64]
  ) {
    (self.manifest, self.segments, self.named) = (manifest, segments, named)
    self.recent = recent
    snapshot = IndexSnapshot(named + recent.map(\.part), changed: changed)
  }

  /// - Parameters:
  ///   - known: An earlier state: what it has is not read again.
  ///   - offered: What this process has added of late, by unit.
  init(
    _ manifest: IndexManifest, after known: IndexState?, offered: [RecentUnits], in db: Database,
    open: (_ segment: String) throws -> IndexSegment
  ) throws {
    var named = known?.named ?? []
    var segments = known?.segments ?? [:]
    if known?.manifest.generation != manifest.generation {
      let rows = try manifest.segments(in: db)
      segments = [:]
      named = try rows.map { row in
        let segment = try known?.segments[row.name] ?? open(row.name)
        segments[row.name] = segment
        return IndexSnapshot.Part(segment, changes: row.changes)
      }
    }
    // A change that all segments know of may be forgotten: a piece that does not know it is of no use.
    let kept = known.flatMap { known -> IndexState? in
      let isStale = known.recent.contains {
        $0.units > manifest.units && $0.changes < manifest.changes
      }
      return isStale ? nil : known
    }
    var recent = (kept?.recent ?? []).filter {
      $0.units > manifest.units || $0.changes > manifest.changes
    }
    var last = max(kept?.manifest.lastUnit ?? 0, manifest.units)
    for piece in offered
    where piece.first == last && piece.units <= manifest.lastUnit
      && piece.changes >= manifest.changes
    {
      recent.append(piece)
      last = piece.units
    }
    let entries =
      try manifest.entries(after: last, through: manifest.lastUnit, in: db)
      + manifest.changedEntries(
        after: max(kept?.manifest.lastChange ?? 0, manifest.changes),
        through: manifest.lastChange, upTo: last, in: db)
    if !entries.isEmpty {
      var batch = SegmentBatch()
      for entry in entries { batch.add(entry.entries, of: entry.id, shape: entry.shape) }
      recent.append(
        RecentUnits(
          try batch.write(), after: last, through: manifest.lastUnit, changes: manifest.lastChange))
    }
    let changed: [TranslationUnit.ID: Int64]
    if let kept, kept.manifest.generation == manifest.generation {
      changed = kept.snapshot.changed.merging(
        try manifest.changed(after: kept.manifest.lastChange, in: db)
      ) { max($0, $1) }
    } else {
      changed = try manifest.changed(
        after: (named.map(\.changes) + recent.map(\.changes)).min() ?? manifest.lastChange, in: db)
    }
    self.init(manifest, segments: segments, named: named, recent: recent, changed: changed)
  }

  /// The same with its first pieces put together; `nil` for a state that has other pieces, or came
  /// before the one in which they were put together.
  func replacing(_ pieces: [RecentUnits], of state: IndexState, by merged: RecentUnits)
    -> IndexState?
  {
    let isThere =
      recent.count >= pieces.count
      && zip(recent, pieces).allSatisfy { $0.part.segment === $1.part.segment }
    guard isThere, manifest.isLater(than: state.manifest) else { return nil }
    return IndexState(
      manifest, segments: segments, named: named, recent: [merged] + recent[pieces.count...],
      changed: snapshot.changed)
  }
}

extension IndexManifest {
  /// Whether nothing is older here than there.
  func isLater(than other: IndexManifest) -> Bool {
    generation >= other.generation && lastUnit >= other.lastUnit && lastChange >= other.lastChange
  }
}
