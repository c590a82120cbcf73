internal import BitextModel
internal import Foundation
internal import Interchange
internal import SQLiteMemory

/// A file of units, of whatever format.
struct UnitSource {
  private let path: String
  /// As people call it; the path, unless they never saw that.
  private let name: String
  private let format: UnitFormat
  private let columns: [LanguageTag]
  private let isStrict: Bool

  /// - Throws: `InputFault` when the file is not there or its format is not to be told.
  init(
    _ path: String, name: String? = nil, format: UnitFormat?, columns: [LanguageTag],
    isStrict: Bool = false
  ) throws(InputFault) {
    self.name = name ?? path
    (self.path, self.columns, self.isStrict) = (path, columns, isStrict)
    // A pair of files has a name that is none.
    let content = format == .moses ? nil : try Self.sniff(path)
    guard let known = format ?? UnitFormat(fileName: path) ?? content else {
      throw InputFault(
        path, "neither TMX nor an alignment file, by its name or by how it begins",
        remedy: "Say what it is with --format \(Self.names)")
    }
    self.format = known
    if known.needsLanguages, columns.count < 2 {
      throw InputFault(
        path, "\(known.title) do not say their languages",
        remedy: "Give them with --from and --to")
    }
  }

  private static var names: String {
    let names = UnitFormat.allCases.filter(\.isRead).map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// The format by how the file begins, if that tells it.
  static func sniff(_ path: String) throws(InputFault) -> UnitFormat? {
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
    guard let head = try? file.read(upToCount: 4096), !head.isEmpty else {
      throw InputFault(path, "the file is empty", remedy: "Give a file with at least one unit")
    }
    return UnitFormat(beginning: head)
  }

  /// - Parameter remark: Gets what is broken in the file and was mended or left out, a line each.
  func add(
    to memory: Memory, at time: String, remark: (String) -> Void,
    leavingOut unwanted: Set<UnitProblem> = [], inspector: UnitInspector? = nil
  ) throws -> AdditionReport {
    do {
      let reader = try format.reader(
        UnitFileInput(.path(path), languages: columns, isStrict: isStrict))
      var cursor = UnitFileCursor(reader)
      var report: AdditionReport
      if let inspector {
        var cleaning = CleaningCursor(cursor, unwanted: unwanted, inspector: inspector)
        report = try memory.add(&cleaning, from: name, at: time)
        for (problem, count) in cleaning.leftOut { report.leftOut[problem.rawValue] = count }
      } else {
        report = try memory.add(&cursor, from: name, at: time)
      }
      let skipped = reader.remarks.count { $0.outcome == .skipped }
      if skipped > 0, report.isEmpty,
        let first = reader.remarks.first(where: { $0.outcome == .skipped })
      {
        throw FileFault(line: first.line, "\(first.cause); no unit of the file can be read")
      }
      if skipped > 0 { report.refused[.unreadable] = skipped }
      for line in reader.remarks.prefix(Self.remarksShown) { remark("\(name):\(line)") }
      if reader.remarkCount > Self.remarksShown {
        remark("\(name): \(reader.remarkCount - Self.remarksShown) more remarks of this kind")
      }
      return report
    } catch let fault as FileFault {
      throw InputFault(
        name, line: fault.line, fault.cause,
        remedy: fault.remedy ?? "Nothing was added; mend the file or export it anew")
    }
  }

  private static let remarksShown = 10
}
