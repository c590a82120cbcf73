import BitextModel
import Foundation
import GRDB
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@testable import SQLiteMemory

/// What a memory does to itself: the journal, copies, the index.
@Suite struct MaintenanceTests {
  private let folder: TemporaryFolder
  private let memory: Memory
  private let time = "2026-01-01T00:00:00Z"

  init() throws {
    folder = try TemporaryFolder()
    memory = try Memory.writing(MemoryFolder(path: folder.path("m.bitext")), creating: true)
  }

  @Test(arguments: 1...2)
  func undoingBringsEverythingBack(seed: UInt64) throws {
    let violations = try UnitStoreContract.violations(seed: seed) { units in
      try add(units)
      let before = try contents(memory)
      let phrase = try #require(try Phrase("die", tokenizer: WordTokenizer()))
      let gone = try memory.remove(.phrase(phrase, language: nil), at: time)
      #expect(try memory.read { try $0.units(in: .phrase(phrase, language: nil)) } == [])
      #expect(try contents(memory).count == units.count - gone)
      #expect(try memory.undoRemoval() == gone)
      #expect(try memory.undoRemoval() == nil)
      #expect(try contents(memory) == before)
      return SnapshotStore(memory: memory)
    }
    #expect(violations == [])
  }

  @Test func removesByDate() throws {
    var generator = SeededGenerator(seed: 5)
    let units = RandomMemory.units(count: 30, using: &generator)
    try add(Array(units.prefix(10)), at: "2026-01-01T23:59:59Z")
    try add(Array(units.dropFirst(10)), at: "2026-01-02T00:00:00Z")
    for (since, before, count) in [
      (nil, "2026-01-01", 0), (nil, "2026-01-02", 10), ("2026-01-02", nil, 20),
      ("2026-01-01", "2026-01-03", 30), ("2026-01-03", nil, 0),
    ] as [(String?, String?, Int)] {
      let chosen = try memory.read { try $0.units(in: .added(since: since, before: before)) }
      #expect(chosen.count == count)
    }
  }

  /// The copy of a memory with segments, recent units and a journal is the memory.
  @Test func aCopyIsTheMemory() throws {
    var generator = SeededGenerator(seed: 6)
    let units = RandomMemory.units(count: 200, using: &generator)
    try add(Array(units.prefix(150)))
    try memory.maintenance.finish(all: true)
    try add(Array(units.dropFirst(150)))
    _ = try memory.remove(.units([TranslationUnit.ID(rawValue: 3)]), at: time)
    let place = MemoryFolder(path: folder.path("copy.bitext"))
    try memory.copy(to: place)
    let copy = try Memory.reading(place)
    #expect(try contents(copy) == contents(memory))
    try copy.verify()
    #expect(throws: MemoryFault(place.path, .taken)) { try memory.copy(to: place) }
    try memory.copy(to: place, replacing: true)
    #expect(try Memory.writing(place).undoRemoval() == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["copy.bitext", "m.bitext"])
  }

  /// Segments, merges, units in no segment, changed and removed ones: the contract holds throughout.
  @Test(arguments: 1...3)
  func theIndexFollowsTheUnits(seed: UInt64) throws {
    let violations = try UnitStoreContract.violations(seed: seed) { units in
      var generator = SeededGenerator(seed: seed + 7)
      let others = RandomMemory.units(count: 90, using: &generator).filter { !units.contains($0) }
      for start in stride(from: 0, to: units.count, by: 17) {
        try add(Array(units[start..<min(start + 17, units.count)]))
        try add(Array(others.dropFirst(start).prefix(17)))
        if start % 2 == 0 { try memory.maintenance.finish(all: true) }
        // A reader that stays open follows.
        _ = try memory.read { try $0.units(in: .added(since: nil, before: nil)) }
        try removeAll(of: others)
        if start % 3 == 0 { try memory.maintenance.finish(all: true) }
        try lookUpAll(units.prefix(start))
      }
      try memory.verify()
      return SnapshotStore(memory: memory)
    }
    #expect(violations == [])
  }

  @Test(arguments: ["cut", "changed", "gone"])
  func aBrokenIndexIsNamedAndWrittenAnew(how: String) throws {
    var generator = SeededGenerator(seed: 8)
    try add(RandomMemory.units(count: 60, using: &generator))
    try memory.maintenance.finish(all: true)
    let name = try #require(memory.folder.unnamedSegments(besides: []).first)
    let path = memory.folder.segmentPath(name)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    switch how {
    case "cut": bytes = bytes.dropLast(100)
    case "changed": bytes[bytes.count / 2] ^= 1
    default: break
    }
    try FileManager.default.removeItem(atPath: path)
    if how != "gone" { try bytes.write(to: URL(fileURLWithPath: path)) }
    let opened = try Memory.writing(memory.folder)
    let fault = #expect(throws: MemoryFault.self) { try opened.verify() }
    #expect(fault?.description.contains("the memory's index is damaged") == true)
    try opened.rebuildIndex()
    try opened.verify()
    try lookUpAll(contents(opened).values, in: opened)
  }

  /// What the first version of the program wrote: units in tables, and no index.
  @Test func anOlderMemoryIsMigrated() throws {
    var generator = SeededGenerator(seed: 9)
    let units = RandomMemory.units(count: 20, using: &generator)
    let place = MemoryFolder(path: folder.path("old.bitext"))
    try FileManager.default.createDirectory(
      atPath: place.path, withIntermediateDirectories: false)
    let queue = try DatabaseQueue(path: place.database)
    try Schema.migrator.migrate(queue, upTo: "1")
    try queue.write { db in
      try db.execute(sql: "INSERT INTO addition VALUES (1, 'a.tmx', '2026-01-01')")
      try db.execute(sql: "INSERT INTO language VALUES ('de', 20), ('en', 20)")
      for unit in units {
        try db.execute(
          sql: "INSERT INTO unit (identity, addition, record) VALUES (?, 1, ?)",
          arguments: [
            UnitIdentity(unit).hash,
            String(decoding: try JSONEncoder().encode(UnitRecord(unit)), as: UTF8.self),
          ])
      }
    }
    try queue.close()
    let opened = try Memory.reading(place)
    #expect(Set(try contents(opened).values) == Set(units))
    try lookUpAll(units, in: opened)
  }

  /// The fast forms of a record against the plain ones.
  @Test(arguments: 1...3)
  func recordsAreJSON(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let odd = ["\"", "\\", "\n\t\r\u{8}\u{1f}", "é👍🏽", "\u{0}", "/", "", "a"]
    for var unit in RandomMemory.units(count: 50, using: &generator) {
      let text = { odd.shuffled(using: &generator).prefix(3).joined() }
      unit.properties = [Property(text(), text(), language: LanguageTag("de"))]
      unit.notes = [Note(text())]
      unit.variants[0].attributes = [Attribute(text(), text())]
      unit.variants[0].origin = Origin(
        document: text(), sha256: text(), spans: [0..<3, 5..<9], segments: [0, 2])
      unit.link = TranslationUnit.Link(
        relation: .claim, strength: .partial, confidence: 0.1234567, status: .proposed, tool: text()
      )
      let record = JSONWriter.text(unit)
      let decoded = try JSONDecoder().decode(UnitRecord.self, from: Data(record.utf8))
      #expect(decoded.unit == unit)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let encoded = try encoder.encode(UnitRecord(unit))
      #expect(Data(record.utf8) == encoded)
      // Other encoders escape slashes.
      encoder.outputFormatting = []
      for bytes in [encoded, try encoder.encode(UnitRecord(unit))] {
        let read = bytes.withUnsafeBytes { RecordReader.unit($0.bindMemory(to: UInt8.self)) }
        #expect(read == unit)
      }
      let broken = Data(record.utf8.dropLast())
      #expect(
        broken.withUnsafeBytes { RecordReader.unit($0.bindMemory(to: UInt8.self)) } == nil)
    }
  }

  private func removeAll(of units: [TranslationUnit]) throws {
    let ids = try contents(memory).filter { units.contains($0.value) }.map(\.key)
    #expect(try memory.remove(.units(ids), at: time) == ids.count)
  }

  private func lookUpAll(
    _ units: some Sequence<TranslationUnit>, in memory: Memory? = nil
  ) throws {
    try (memory ?? self.memory).read { snapshot in
      let lookup = try FuzzyLookup(snapshot, penalties: .none)
      for variant in units.flatMap(\.variants) {
        let found = try lookup.matches(
          for: LookupQuery(variant.content), from: variant.language, to: nil)
        #expect(found.first?.match.similarity == 100, "“\(variant.content.text)”")
      }
    }
  }

  private func add(_ units: [TranslationUnit], at time: String? = nil) throws {
    var cursor = ArrayCursor(units)
    _ = try memory.add(&cursor, from: "test.tmx", at: time ?? self.time)
  }

  private func contents(_ memory: Memory) throws -> [TranslationUnit.ID: TranslationUnit] {
    var contents: [TranslationUnit.ID: TranslationUnit] = [:]
    try memory.read { try $0.forEachUnit { contents[$0] = $1 } }
    return contents
  }
}
