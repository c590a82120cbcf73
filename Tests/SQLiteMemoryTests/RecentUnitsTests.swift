import BitextModel
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing
import TranslationMemory

@testable import SQLiteMemory

/// What was added lately, and is in no segment yet or just became one.
@Suite struct RecentUnitsTests {
  private let folder: TemporaryFolder
  private let memory: Memory
  private let de: LanguageTag
  private let en: LanguageTag

  init() throws {
    folder = try TemporaryFolder()
    memory = try Memory.writing(MemoryFolder(path: folder.path("m.bitext")), creating: true)
    (de, en) = (try #require(LanguageTag("de")), try #require(LanguageTag("en")))
  }

  /// However far the additions and the upkeep are: of the units that a transaction sees, lookups find
  /// the first, the last and one between. Units are named 1, 2, 3 … in their order.
  @Test func lookupsFindWhatTheirTransactionSees() throws {
    let failure = Mutex<String?>(nil)
    let isDone = Mutex(false)
    let (memory, other) = (memory, try Memory.reading(memory.folder))
    let batches = (0..<60).map { batch in (1...25).map { unit(batch * 25 + $0) } }
    Thread.detachNewThread {
      do {
        for batch in batches {
          var cursor = ArrayCursor(batch)
          _ = try memory.add(&cursor, from: "test.tmx", at: "2026-01-01T00:00:00Z")
        }
      } catch {
        failure.withLock { $0 = "\(error)" }
      }
      isDone.withLock { $0 = true }
    }
    var rounds = 0
    while !isDone.withLock({ $0 }) || rounds == 0 {
      rounds += 1
      for reader in [memory, other] { try lookUp(in: reader) }
    }
    #expect(failure.withLock { $0 } == nil)
    try memory.settle()
    for reader in [memory, other] { #expect(try lookUp(in: reader) == 1500) }
    try memory.verify()
  }

  /// A file that has a unit, and again with a newer link.
  @Test func aUnitRenewedAsItIsAddedIsFound() throws {
    let renewed = [false, true].map { isAccepted in
      var unit = unit(1)
      unit.link = TranslationUnit.Link(
        relation: .translation, strength: .full, confidence: 0.5,
        status: isAccepted ? .accepted : .proposed, tool: nil)
      return unit
    }
    var cursor = ArrayCursor(renewed)
    let report = try memory.add(&cursor, from: "test.tmx", at: "2026-01-01T00:00:00Z")
    #expect((report.added, report.updated) == (1, 1))
    #expect(try lookUp(in: memory) == 1)
    try memory.maintenance.finish(all: true)
    #expect(try lookUp(in: memory) == 1)
    #expect(try lookUp(in: Memory.reading(memory.folder)) == 1)
  }

  /// Each unit stands in one segment once what came lately was written, whoever has read it before.
  @Test func whatCameLatelyIsWrittenOnce() throws {
    for number in 1...40 {
      var cursor = ArrayCursor([unit(number)])
      _ = try memory.add(&cursor, from: "test.tmx", at: "2026-01-01T00:00:00Z")
      try lookUp(in: memory)
      if number % 15 == 0 { try memory.maintenance.finish(all: true) }
    }
    _ = try memory.remove(
      .units([TranslationUnit.ID(rawValue: 38)]), at: "2026-01-01T00:00:00Z")
    try memory.maintenance.finish(all: true)
    let entries = try memory.read { snapshot in
      try IndexManifest(snapshot.database).segments(in: snapshot.database).map(\.entries)
    }
    // Two texts a unit.
    #expect(entries.reduce(0, +) == 2 * 39)
  }

  /// The disk is full, or fails, when lookups have what it was to keep already.
  @Test func whatCouldNotBeKeptIsNotFound() throws {
    for number in 1...3 { try add(unit(number)) }
    try lookUp(in: memory)
    let writer = try #require(memory.writer)
    for isMerged in [false, true] {
      let disk = FailingDisk()
      writer.add(transactionObserver: disk, extent: .databaseLifetime)
      for number in 90...92 {
        #expect { try add(unit(number)) } throws: { ($0 as? MemoryFault)?.reason == .full }
        #expect(try found(90...92) == [])
        #expect(try lookUp(in: memory) == (isMerged ? 4 : 3))
      }
      #expect(disk.failures == 3)
      writer.remove(transactionObserver: disk)
      // It gets the ID that those would have had.
      try add(unit(isMerged ? 5 : 4))
      if isMerged { try memory.maintenance.finish(all: true) }
      #expect(try found(90...92) == [])
      #expect(try lookUp(in: memory) == (isMerged ? 5 : 4))
    }
    try memory.settle()
    try memory.verify()
    #expect(try lookUp(in: Memory.reading(memory.folder)) == 5)
  }

  /// Refuses what is to be committed, as a disk without room does.
  private final class FailingDisk: TransactionObserver {
    private(set) var failures = 0

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}

    func databaseWillCommit() throws {
      failures += 1
      throw DatabaseError(resultCode: .SQLITE_FULL)
    }
  }

  private func add(_ unit: TranslationUnit) throws {
    var cursor = ArrayCursor([unit])
    _ = try memory.add(&cursor, from: "test.tmx", at: "2026-01-01T00:00:00Z")
  }

  /// Those of the units that a lookup finds as they are.
  private func found(_ numbers: ClosedRange<Int>) throws -> [Int] {
    try memory.read { snapshot in
      let lookup = try FuzzyLookup(snapshot, penalties: .none)
      return try numbers.filter { number in
        try lookup.matches(for: LookupQuery(text(number)), from: de, to: en)
          .contains { $0.match.similarity == 100 }
      }
    }
  }

  /// - Returns: How many units there are.
  @discardableResult
  private func lookUp(in memory: Memory) throws -> Int {
    try memory.read { snapshot in
      let count = try snapshot.unitCount
      let lookup = try FuzzyLookup(snapshot, penalties: .none)
      for number in Set([1, (count + 1) / 2, count]) where count > 0 {
        let found = try lookup.matches(for: LookupQuery(text(number)), from: de, to: en)
        #expect(
          found.contains { $0.match.unit.rawValue == number && $0.match.similarity == 100 },
          "unit \(number) of \(count)")
      }
      return count
    }
  }

  private func text(_ number: Int) -> String { "Satz \(number) nennt das Wort w\(number)" }

  private func unit(_ number: Int) -> TranslationUnit {
    TranslationUnit(variants: [
      Variant(language: de, content: SegmentContent(text(number))),
      Variant(language: en, content: SegmentContent("Sentence \(number) has w\(number)")),
    ])
  }
}
