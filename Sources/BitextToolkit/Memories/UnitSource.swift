internal import BitextModel
internal import Foundation
internal import Interchange
internal import SQLiteMemory

/// A file of units, of whatever format.
struct UnitSource {
  private let path: String
  private let format: UnitFormat
  private let columns: [LanguageTag]

  /// - Throws: `InputFault` when the file is not there or its format is not to be told.
  init(_ path: String, format: UnitFormat?, columns: [LanguageTag]) throws(InputFault) {
    (self.path, self.columns) = (path, columns)
    var known = format ?? UnitFormat(fileName: path)
    if known == nil { known = try Self.sniff(path) }
    guard let known else {
      throw InputFault(
        path, "neither TMX nor an alignment file, by its name or by how it begins",
        remedy: "Say what it is with --format tmx, jsonl or tsv")
    }
    self.format = known
    if known == .tsv, columns.count < 2 {
      throw InputFault(
        path, "tab-separated values do not say their languages",
        remedy: "Give them with --from and --to")
    }
  }

  private static func sniff(_ path: String) throws(InputFault) -> UnitFormat? {
    guard path != "-" else { return nil }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFault(path, "no such file", remedy: "Check the path")
    }
    guard !isFolder.boolValue else {
      throw InputFault(path, "a folder, not a file", remedy: "Name a file inside it")
    }
    guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 256)
    else { return nil }
    return UnitFormat(beginning: head)
  }

  func add(to memory: Memory, at time: String) throws -> AdditionReport {
    switch format {
    case .tmx:
      throw InputFault(path, "TMX cannot be read yet")
    case .jsonl:
      let text = try TextFile.read(path)
      let units: [TranslationUnit]
      do throws(AlignmentFile.ParseError) {
        units = try AlignmentFile(text: text).units
      } catch {
        throw InputFault(
          path, line: error.line, error.cause,
          remedy: "An alignment file comes from: bitext align --format jsonl")
      }
      var cursor = UnitList(units)
      return try memory.add(&cursor, from: path, at: time)
    case .tsv:
      var cursor = PairLines(path, try TextFile.read(path), languages: columns)
      return try memory.add(&cursor, from: path, at: time)
    }
  }
}

/// Units that are in memory already.
struct UnitList: UnitCursor {
  private var units: ArraySlice<TranslationUnit>

  init(_ units: [TranslationUnit]) {
    self.units = units[...]
  }

  mutating func next() -> TranslationUnit? { units.popFirst() }
}
