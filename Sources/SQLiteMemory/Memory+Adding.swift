public import BitextModel
internal import GRDB

extension Memory {
  /// Adds what a cursor yields, all of it or, when the cursor or the disk fails, nothing.
  ///
  /// A unit that is there, the same texts and codes at the same place of the same documents, is not
  /// added again.
  ///
  /// - Parameters:
  ///   - file: What the units come from, as people call it.
  ///   - time: When, in ISO 8601.
  public func add(
    _ cursor: inout some UnitCursor & ~Copyable, from file: String, at time: String
  ) throws -> AdditionReport {
    guard let writer else { throw MemoryFault(folder.path, .readOnly) }
    do {
      return try writer.write { db in
        var writer = try UnitWriter(db, file: file, time: time)
        while let unit = try cursor.next() { try writer.add(unit) }
        return try writer.finish()
      }
    } catch {
      throw MemoryFault.from(error, at: folder.path)
    }
  }
}
