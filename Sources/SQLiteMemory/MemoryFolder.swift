internal import Foundation

/// A translation memory on disk: a folder `NAME.bitext/` with a database in it (docs/memory.md).
public struct MemoryFolder: Sendable, Hashable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// The units of record and what finds them.
  var database: String { path + "/units.sqlite" }

  /// The segments of the index.
  var index: String { path + "/index" }

  /// What stands at the path.
  enum State { case missing, file, foreign, memory }

  var state: State {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .missing
    }
    guard isFolder.boolValue else { return .file }
    return hasDatabase ? .memory : .foreign
  }

  public var exists: Bool { state == .memory }

  /// Whether the database begins as SQLite's do and carries this program's mark (SQLite file format,
  /// section 1.3: the application ID is a big-endian number at offset 68).
  private var hasDatabase: Bool {
    guard let file = FileHandle(forReadingAtPath: database),
      let header = try? file.read(upToCount: 100), header.count == 100,
      header.starts(with: Data("SQLite format 3\0".utf8))
    else { return false }
    return header[68..<72].reduce(0) { $0 << 8 | UInt32($1) } == Schema.applicationID
  }

  /// Makes a hidden folder in which a memory can be prepared, but not the folders around it.
  func createBeside() throws(MemoryFault) -> MemoryFolder {
    let url = URL(fileURLWithPath: path)
    let process = ProcessInfo.processInfo.processIdentifier
    let name = ".\(url.lastPathComponent).\(process).part"
    let beside = MemoryFolder(path: url.deletingLastPathComponent().path + "/" + name)
    do {
      try FileManager.default.createDirectory(
        atPath: beside.path, withIntermediateDirectories: false)
    } catch {
      throw MemoryFault(path, .notCreated)
    }
    return beside
  }

  /// Moves a prepared memory to this place, where nothing stands yet.
  func takePlace(of prepared: MemoryFolder) throws(MemoryFault) {
    guard rename(prepared.path, path) == 0 else { throw MemoryFault(path, .notCreated) }
  }

  /// Removes a folder that holds nothing but an empty memory's files.
  public func discard() {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: database + suffix)
    }
    try? FileManager.default.removeItem(atPath: index)
    rmdir(path)
  }
}
