public import BitextModel
internal import GRDB

extension Memory {
  /// Adds what a cursor yields, all of it or, when the cursor or the disk fails, nothing.
  ///
  /// A unit that is there, the same texts and codes at the same place of the same documents, is not
  /// added again. When this returns, the units are on the disk; lookups find them at once.
  ///
  /// - Parameters:
  ///   - file: What the units come from, as people call it.
  ///   - time: When, in ISO 8601.
  public func add(
    _ cursor: inout some UnitCursor & ~Copyable, from file: String, at time: String
  ) throws -> AdditionReport {
    guard let writer else { throw MemoryFault(folder.path, .readOnly) }
    var offered: RecentUnits?
    do {
      let report = try writer.write { db in
        var writer = try UnitWriter(db, file: file, time: time)
        let indexing = try BulkIndexing(db, folder: folder)
        do {
          try Self.forEachPrepared(&cursor) { prepared in
            var taken: [BulkIndexing.Addition] = []
            for unit in prepared {
              if let id = try writer.add(unit) { taken.append((id, unit.shape, unit.entries)) }
            }
            try indexing.add(taken)
          }
          let report = try writer.finish()
          // Before the transaction ends: whoever sees the units finds them without reading them.
          offered = try indexing.finish(in: db)
          if let offered { index.offer(offered) }
          return report
        } catch {
          indexing.discard()
          throw error
        }
      }
      maintenance.schedule()
      return report
    } catch {
      if let offered { index.withdraw(offered) }
      throw MemoryFault.from(error, at: folder.path)
    }
  }

  /// Reads and writes on this thread, and prepares on others what is more than a run.
  private static func forEachPrepared(
    _ cursor: inout some UnitCursor & ~Copyable, _ take: ([PreparedUnit]) throws -> Void
  ) throws {
    var preparation = UnitPreparation()
    var isAtEnd = false
    while !isAtEnd {
      var run: [TranslationUnit] = []
      run.reserveCapacity(UnitPreparation.runLength)
      while run.count < UnitPreparation.runLength {
        guard let unit = try cursor.next() else {
          isAtEnd = true
          break
        }
        run.append(unit)
      }
      if isAtEnd, preparation.isEmpty {
        // So few that another thread would take longer to begin.
        if !run.isEmpty { try take(try UnitPreparation.prepared(run)) }
        return
      }
      if !run.isEmpty { preparation.give(run) }
      while preparation.isFull || isAtEnd && !preparation.isEmpty {
        try take(try preparation.take())
      }
    }
  }
}
