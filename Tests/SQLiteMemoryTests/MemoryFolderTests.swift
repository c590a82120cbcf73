import BitextModel
import Foundation
import GRDB
import SQLiteMemory
import TestSupport
import Testing

@Suite struct MemoryFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func whatIsNoMemoryIsNamed() throws {
    try Data("text".utf8).write(to: folder.url.appending(path: "file.bitext"))
    try FileManager.default.createDirectory(
      atPath: folder.path("empty.bitext"), withIntermediateDirectories: false)
    try FileManager.default.createDirectory(
      atPath: folder.path("text.bitext"), withIntermediateDirectories: false)
    try Data(repeating: 0, count: 4096)
      .write(to: folder.url.appending(path: "text.bitext/units.sqlite"))
    for (name, reason) in [
      ("none", MemoryFault.Reason.missing), ("file", .file), ("empty", .foreign),
      ("text", .foreign),
    ] {
      let place = MemoryFolder(path: folder.path("\(name).bitext"))
      #expect(throws: MemoryFault(place.path, reason)) { try Memory.reading(place) }
      #expect(throws: MemoryFault(place.path, reason)) { try Memory.writing(place) }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("text.bitext"))
    #expect(names == ["units.sqlite"])
  }

  /// Another program's database in the right place is not touched.
  @Test func aForeignDatabaseIsNoMemory() throws {
    let place = MemoryFolder(path: folder.path("m.bitext"))
    try FileManager.default.createDirectory(
      atPath: place.path, withIntermediateDirectories: false)
    let queue = try DatabaseQueue(path: place.path + "/units.sqlite")
    try queue.write { try $0.execute(sql: "CREATE TABLE unit (id INTEGER)") }
    try queue.close()
    #expect(throws: MemoryFault(place.path, .foreign)) {
      try Memory.writing(place, creating: true)
    }
  }

  @Test func aNewerMemoryIsRefused() throws {
    let place = MemoryFolder(path: folder.path("m.bitext"))
    _ = try Memory.writing(place, creating: true)
    let queue = try DatabaseQueue(path: place.path + "/units.sqlite")
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
    try queue.close()
    #expect(throws: MemoryFault(place.path, .newer)) { try Memory.reading(place) }
    #expect(throws: MemoryFault(place.path, .newer)) { try Memory.writing(place) }
  }

  /// `/proc` lets nobody make a folder, root neither.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/version")))
  func aPlaceThatMayNotBeWrittenIsNamed() throws {
    let place = MemoryFolder(path: "/proc/m.bitext")
    #expect(throws: MemoryFault(place.path, .notCreated)) {
      try Memory.writing(place, creating: true)
    }
  }

  @Test func aDamagedDatabaseIsNamed() throws {
    let place = MemoryFolder(path: folder.path("m.bitext"))
    do {
      let memory = try Memory.writing(place, creating: true)
      var generator = SeededGenerator(seed: 1)
      var cursor = ArrayCursor(RandomMemory.units(count: 200, using: &generator))
      _ = try memory.add(&cursor, from: "a.tmx", at: "2026-01-01T00:00:00Z")
    }
    let file = try FileHandle(
      forUpdating: URL(fileURLWithPath: place.path + "/units.sqlite"))
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xAA, count: 65536))
    try file.close()
    #expect {
      try Memory.reading(place).read { try $0.forEachUnit { _, _ in } }
    } throws: { error in
      if case .damaged = (error as? MemoryFault)?.reason { true } else { false }
    }
  }
}
