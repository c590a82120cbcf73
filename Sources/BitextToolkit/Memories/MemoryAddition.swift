public import BitextModel
internal import Foundation
public import Interchange
public import SQLiteMemory

/// Puts files into a memory, each wholly or not at all.
public struct MemoryAddition {
  /// The name by which a person calls the memory.
  public let name: String
  private let folder: MemoryFolder
  /// The languages of the columns of tab-separated values; other formats say them.
  private let columns: [LanguageTag]
  /// Whether anything odd in a file is a fault.
  private let isStrict: Bool
  /// Problems of units that are left out.
  private let unwanted: Set<UnitProblem>
  /// Shared by the files, so that a unit of one is known when another has it again.
  private let inspector: UnitInspector?

  /// - Parameter unwanted: Units with such a problem are left out; files that repeat one another count
  ///   as one.
  public init(
    to name: String, columns: [LanguageTag] = [], isStrict: Bool = false,
    leavingOut unwanted: Set<UnitProblem> = []
  ) throws {
    (self.name, self.columns, self.isStrict) = (name, columns, isStrict)
    self.unwanted = unwanted
    inspector = unwanted.isEmpty ? nil : try UnitInspector()
    folder = MemoryFolder(path: DataFolders.memory(name))
  }

  /// Adds a file to a memory that is open.
  ///
  /// - Parameters:
  ///   - name: What people call the file, for provenance and remarks.
  ///   - columns: The languages of a file that does not say its own.
  ///   - remark: Gets what is broken in the file and was mended or left out, a line each.
  /// - Throws: `InputFault`; the memory is then as it was.
  public static func add(
    _ path: String, named name: String, format: UnitFormat?, columns: [LanguageTag],
    to memory: Memory, remark: (String) -> Void
  ) throws -> AdditionReport {
    let source = try UnitSource(path, name: name, format: format, columns: columns)
    return try InputFault.explaining {
      try source.add(to: memory, at: Date.now.formatted(.iso8601), remark: remark)
    }
  }

  /// Adds a file, and makes the memory first where there is none.
  ///
  /// - Parameters:
  ///   - format: `nil` goes by the file's name, then by how it begins.
  ///   - remark: Gets what is broken in the file and was mended or left out, a line each.
  /// - Throws: `InputFault`; the memory is then as it was, and is not there if it was not.
  public func add(
    _ file: String, format: UnitFormat? = nil, remark: (String) -> Void = { _ in }
  ) throws -> AdditionReport {
    var isFolder: ObjCBool = true
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder.boolValue {
      throw InputFault(
        name, "a file, not a memory",
        remedy: "Name the memory first, then the files: bitext add NAME \(name)")
    }
    let source = try UnitSource(file, format: format, columns: columns, isStrict: isStrict)
    let isNew = !folder.exists
    if isNew, !name.contains("/") {
      try? FileManager.default.createDirectory(
        atPath: DataFolders.memories, withIntermediateDirectories: true)
    }
    return try InputFault.explaining {
      let memory = try Memory.writing(folder, creating: true)
      do {
        let report = try source.add(
          to: memory, at: Date.now.formatted(.iso8601), remark: remark,
          leavingOut: unwanted, inspector: inspector)
        try memory.settle()
        return report
      } catch {
        // What another process has added meanwhile stays.
        if isNew, try memory.read({ try $0.unitCount }) == 0 { folder.discard() }
        throw error
      }
    }
  }
}
