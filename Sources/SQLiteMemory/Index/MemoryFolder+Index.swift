internal import Foundation

/// The files of the index: `index/NAME.segment`.
extension MemoryFolder {
  private static let ending = ".segment"

  /// A name that no other segment has, of this process or another.
  func newSegmentName() -> String {
    UUID().uuidString.lowercased()
  }

  func segmentPath(_ name: String) -> String { "\(index)/\(name)\(Self.ending)" }

  func hasSegment(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: segmentPath(name))
  }

  /// In bytes; 0 for a file that is not there.
  func size(ofFile path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  func removeSegment(_ name: String) {
    unlink(segmentPath(name))
  }

  func createIndex() throws(MemoryFault) {
    if mkdir(index, 0o755) != 0, errno != EEXIST { throw MemoryFault(path, .readOnly) }
  }

  /// Waits until the disk knows the names of the files.
  func syncIndex() throws(MemoryFault) {
    let folder = open(index, O_RDONLY)
    defer { close(folder) }
    if folder < 0 || fsync(folder) != 0 { throw MemoryFault(path, .readOnly) }
  }

  /// Segments that are there and not among those named.
  func unnamedSegments(besides named: Set<String>) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: index)) ?? []
    return files.filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(Self.ending.count)) }
      .filter { !named.contains($0) }.sorted()
  }

  /// Removes a segment that nobody writes and nobody is about to name: nobody holds its lock, and it is
  /// more than a minute old.
  func removeRuin(_ name: String) {
    let file = open(segmentPath(name), O_RDONLY)
    guard file >= 0 else { return }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, time(nil) - status.st_mtim.tv_sec > 60,
      flock(file, LOCK_EX | LOCK_NB) == 0
    else { return }
    removeSegment(name)
  }
}
