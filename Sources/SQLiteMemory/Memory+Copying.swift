internal import Foundation
internal import GRDB
internal import TranslationMemory

extension Memory {
  /// Copies the memory, in use or not, as it is at one moment, to a place of its own.
  ///
  /// The copy is made beside its place and renamed: nobody finds half of one.
  ///
  /// - Parameter replacing: Whether a memory that stands there goes.
  /// - Throws: `MemoryFault`, of the memory or of the place.
  public func copy(to place: MemoryFolder, replacing: Bool = false) throws {
    if place.state != .missing, !(replacing && place.exists) {
      throw MemoryFault(place.path, .taken)
    }
    let beside = try place.createBeside()
    do {
      try copyContents(to: beside)
      let old = MemoryFolder(path: beside.path + ".old")
      if place.exists { rename(place.path, old.path) }
      do {
        try place.takePlace(of: beside)
      } catch {
        rename(old.path, place.path)
        throw error
      }
      try? FileManager.default.removeItem(atPath: old.path)
    } catch {
      try? FileManager.default.removeItem(atPath: beside.path)
      throw MemoryFault.from(error, at: place.path)
    }
  }

  private func copyContents(to beside: MemoryFolder) throws {
    let queue = try DatabaseQueue(path: beside.database)
    try reader.backup(to: queue)
    try beside.createIndex()
    let names = try queue.read { try IndexManifest($0).segments(in: $0).map(\.name) }
    do {
      for name in names {
        try FileManager.default.copyItem(
          atPath: folder.segmentPath(name), toPath: beside.segmentPath(name))
      }
    } catch {
      // A merge has replaced them meanwhile: the copy gets an index of its own.
      try queue.write { try IndexManifest.forget(in: $0) }
    }
    try queue.close()
    try Memory.writing(beside).settle()
  }
}
