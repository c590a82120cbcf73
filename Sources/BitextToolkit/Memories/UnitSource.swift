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
    let content = try Self.sniff(path)
    guard let known = format ?? UnitFormat(fileName: path) ?? content else {
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

  /// The format by how the file begins, if that tells it.
  private static func sniff(_ path: String) throws(InputFault) -> UnitFormat? {
    guard path != "-" else { return nil }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFault(path, "no such file", remedy: "Check the path")
    }
    guard !isFolder.boolValue else {
      throw InputFault(path, "a folder, not a file", remedy: "Name a file inside it")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw InputFault(path, "may not be read", remedy: "Check its permissions")
    }
    // At the end of a file there is nothing, not even no bytes.
    guard let head = try? file.read(upToCount: 256), !head.isEmpty else {
      throw InputFault(path, "the file is empty", remedy: "Give a file with at least one unit")
    }
    return UnitFormat(beginning: head)
  }

  /// - Parameter remark: Gets what is broken in the file and was mended or left out, a line each.
  func add(
    to memory: Memory, at time: String, remark: (String) -> Void
  ) throws -> AdditionReport {
    switch format {
    case .tmx: return try addTMX(to: memory, at: time, remark)
    case .jsonl:
      let text = try TextFile.read(path)
      let units: [TranslationUnit]
      do throws(AlignmentFile.ParseError) {
        units = try AlignmentFile(text: text).units
      } catch {
        throw InputFault(path, line: error.line, error.cause, remedy: error.remedy)
      }
      var cursor = UnitList(units)
      return try memory.add(&cursor, from: path, at: time)
    case .tsv:
      var cursor = PairLines(path, try TextFile.read(path), languages: columns)
      return try memory.add(&cursor, from: path, at: time)
    }
  }

  private func addTMX(
    to memory: Memory, at time: String, _ remark: (String) -> Void
  ) throws -> AdditionReport {
    do {
      var reader = try TMX.Reader(path: path == "-" ? "/dev/stdin" : path)
      var report = try memory.add(&reader, from: path, at: time)
      let skipped = reader.remarks.count { $0.outcome == .skipped }
      if skipped > 0, report.added + report.updated + report.known + report.refusedCount == 0,
        let first = reader.remarks.first(where: { $0.outcome == .skipped })
      {
        throw InputFault(
          path, line: first.line, "\(first.cause); no unit of the file can be read",
          remedy: "Nothing was added; mend the file or export it anew")
      }
      if skipped > 0 { report.refused[.unreadable] = skipped }
      for line in reader.remarks.prefix(Self.remarksShown) { remark("\(path):\(line)") }
      if reader.remarkCount > Self.remarksShown {
        remark("\(path): \(reader.remarkCount - Self.remarksShown) more remarks of this kind")
      }
      return report
    } catch let error as TMX.ParseError {
      throw InputFault(
        path, line: error.line > 0 ? error.line : nil, error.cause,
        remedy: "Nothing was added; mend the file or export it anew")
    }
  }

  private static let remarksShown = 10
}

/// Units that are in memory already.
struct UnitList: UnitCursor {
  private var units: ArraySlice<TranslationUnit>

  init(_ units: [TranslationUnit]) {
    self.units = units[...]
  }

  mutating func next() -> TranslationUnit? { units.popFirst() }
}
