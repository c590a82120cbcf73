internal import Foundation
internal import GRDB
internal import Synchronization
internal import TranslationMemory

/// The index of an open memory, from request to request.
///
/// What a lookup gets never changes, and it takes it without waiting: who writes leaves here what it
/// has written, and what came lately is put together on a thread of its own.
///
/// A class, because all requests share it.
final class MemoryIndex: Sendable {
  private let folder: MemoryFolder
  private let shared = Mutex(Shared())

  private struct Shared: Sendable {
    /// The latest ones, the last of them last: of requests at once, each finds the state that it reads.
    var states: [IndexState] = []
    /// What this process has added since then, by unit.
    var offered: [RecentUnits] = []
    /// Segments that this process has just written, by name.
    var written: [String: IndexSegment] = [:]
    var isMerging = false
  }

  /// How many states are kept.
  private static let stateCount = 8
  /// From so many pieces on, what came lately is put together.
  private static let recentPieces = 8

  init(_ folder: MemoryFolder) {
    self.folder = folder
  }

  /// Takes over what this process is about to have added, so that lookups need not read it again: those
  /// whose transaction sees the units.
  func offer(_ units: RecentUnits) {
    shared.withLock { shared in
      shared.offered.append(units)
      // Nobody looks anything up: what was offered first can be read as well.
      if shared.offered.count > Self.recentPieces * 8 { shared.offered.removeFirst() }
    }
  }

  /// Forgets what was not added after all, and whatever took the units of another process for it.
  func withdraw(_ units: RecentUnits) {
    shared.withLock { shared in
      shared.offered.removeAll { $0.part.segment === units.part.segment }
      shared.states = []
    }
  }

  /// Takes over a segment that is about to be named, so that lookups need not open it.
  func offer(_ segment: IndexSegment, named name: String) {
    shared.withLock { $0.written[name] = segment }
  }

  /// Lets go of a segment that was named, or will not be.
  func release(_ name: String) {
    shared.withLock { $0.written[name] = nil }
  }

  /// The index of the state of the memory that `db` reads.
  func state(_ db: Database) throws -> IndexState {
    let manifest = try IndexManifest(db)
    let (known, offered, written) = shared.withLock { shared in
      let known =
        shared.states.last { $0.manifest == manifest }
        ?? shared.states.last { manifest.isLater(than: $0.manifest) }
      return (known, shared.offered, shared.written)
    }
    if let known, known.manifest == manifest { return known }
    let state = try IndexState(manifest, after: known, offered: offered, in: db) { name in
      try written[name] ?? IndexSegment(path: folder.segmentPath(name))
    }
    keep(state)
    return state
  }

  private func keep(_ state: IndexState) {
    shared.withLock { shared in
      // Another thread may have come to a later one meanwhile.
      if let last = shared.states.last, !state.manifest.isLater(than: last.manifest) { return }
      if shared.states.last?.manifest == state.manifest { shared.states.removeLast() }
      shared.states.append(state)
      if shared.states.count > Self.stateCount { shared.states.removeFirst() }
      shared.offered.removeAll { $0.units <= state.manifest.lastUnit }
      guard state.recent.count >= Self.recentPieces, !shared.isMerging else { return }
      shared.isMerging = true
      BackgroundThread.run { [self] in mergeRecent(of: state) }
    }
  }

  /// Puts the pieces of a state together, for it and those that have come since.
  private func mergeRecent(of state: IndexState) {
    // What fails here is tried again with the next state.
    let merged = try? RecentUnits.merging(state.recent, in: state)
    shared.withLock { shared in
      shared.isMerging = false
      guard let merged else { return }
      for (index, later) in shared.states.enumerated() {
        if let replaced = later.replacing(state.recent, of: state, by: merged) {
          shared.states[index] = replaced
        }
      }
    }
  }
}
