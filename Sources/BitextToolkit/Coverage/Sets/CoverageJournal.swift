internal import BitextMeasures
internal import Foundation

/// What a measurement of two sets has found so far, a pair a line, so that it can be taken up again and
/// pairs that did not change need not be measured anew.
///
/// Pairs are known by the content of their documents; a last line that is cut off is passed over.
final class CoverageJournal {
  // A class, because it owns an open file.
  private let handle: FileHandle
  private var known: [Key: Entry] = [:]

  struct Key: Hashable, Codable {
    /// SHA-256 of both texts.
    let source, target: String
  }

  struct Entry: Codable {
    let key: Key
    let detail: SetCoverage.Detail
    let coverage: Coverage
  }

  private struct Head: Codable, Equatable {
    let v: Int
    let type: String
    let settings: CoverageSettings
  }

  /// - Throws: `InputFault` when the file is something else, or was made with other settings.
  init(path: String, settings: CoverageSettings) throws(InputFault) {
    let head = Head(v: 1, type: "coverage-journal", settings: settings)
    let isNew = !FileManager.default.fileExists(atPath: path)
    var length = 0
    if !isNew {
      let bytes = try TextFile.data(path)
      length = (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      var lines = bytes[..<length].split(separator: UInt8(ascii: "\n")).makeIterator()
      if let first = lines.next() ?? (bytes.isEmpty ? nil : bytes[...]) {
        guard let found = try? JSONDecoder().decode(Head.self, from: Data(first)),
          found.type == head.type
        else {
          throw InputFault(
            path, line: 1, "not what --resume keeps", remedy: "Name another file, or a new one")
        }
        guard found == head else {
          throw InputFault(
            path, line: 1, "made with other settings or another version",
            remedy: "Name a new file, or remove this one")
        }
      }
      while let line = lines.next() {
        guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else { continue }
        known[entry.key] = entry
      }
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw InputFault(
        path, "cannot be written (\(String(cString: strerror(errno))))",
        remedy: "Name another file with --resume")
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // What was cut off goes.
    ftruncate(descriptor, off_t(length))
    lseek(descriptor, 0, SEEK_END)
    if length == 0 { try append(head, to: path) }
  }

  func entry(_ key: Key) -> Entry? { known[key] }

  func append(_ entry: Entry, path: String) throws(InputFault) {
    try append(entry as any Encodable, to: path)
  }

  private func append(_ value: any Encodable, to path: String) throws(InputFault) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try handle.write(contentsOf: encoder.encode(value) + Data("\n".utf8))
    } catch {
      throw InputFault(path, "cannot be written (\(error))", remedy: "Make room and try again")
    }
  }
}
