internal import BitextModel
internal import TranslationMemory

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

  /// Several pieces as one.
  ///
  /// - Parameter state: The one that they are of.
  static func merging(_ pieces: [RecentUnits], in state: IndexState) throws -> RecentUnits? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    let changed = state.snapshot.changed
    let segment = try IndexSegment.merging(pieces.map(\.part.segment)) { piece, unit in
      changed[unit].map { $0 <= pieces[piece].changes } ?? true
    }
    return RecentUnits(
      segment, after: first.first, through: last.units, changes: state.manifest.lastChange)
  }
}
