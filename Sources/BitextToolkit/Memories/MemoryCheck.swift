public import BitextModel
internal import Foundation
internal import SQLiteMemory

/// What is in a memory, and which of its units look wrong.
public struct MemoryCheck {
  public struct Record: Sendable, Hashable, Encodable {
    public let v = 1
    public let statistics: MemoryStatistics
    /// The kinds that were found, in the order of their declaration.
    public let problems: [Problem]
  }

  public struct Problem: Sendable, Hashable, Encodable {
    public let kind: UnitProblem
    public let count: Int
    /// The first few.
    public let examples: [TranslationUnit.ID]
    public let suggestion: String
  }

  public let record: Record

  /// How many units of a kind are named.
  private static let shown = 8

  /// - Throws: `InputFault` when there is no such memory or it is damaged.
  public init(_ name: String) throws {
    let memory = try Memory.named(name)
    try InputFault.explaining { try memory.verify() }
    var found: [UnitProblem: (count: Int, examples: [TranslationUnit.ID])] = [:]
    try Self.inspect(memory) { id, problems in
      for problem in problems {
        found[problem, default: (0, [])].count += 1
        if found[problem, default: (0, [])].examples.count < Self.shown {
          found[problem]?.examples.append(id)
        }
      }
    }
    record = Record(
      statistics: try MemoryStatistics(memory),
      problems: UnitProblem.allCases.compactMap { kind in
        found[kind].map {
          Problem(
            kind: kind, count: $0.count, examples: $0.examples, suggestion: kind.suggestion(name))
        }
      })
  }

  /// The units that have any of the problems, ascending. Of units that are there several times, or
  /// differ, the first is not among them.
  public static func units(
    with problems: Set<UnitProblem>, in name: String
  ) throws -> [TranslationUnit.ID] {
    var units: [TranslationUnit.ID] = []
    try inspect(try Memory.named(name)) { id, found in
      if !found.isDisjoint(with: problems) { units.append(id) }
    }
    return units
  }

  private static func inspect(
    _ memory: Memory, _ take: (TranslationUnit.ID, Set<UnitProblem>) -> Void
  ) throws {
    let inspector = try UnitInspector()
    try memory.consult { snapshot in
      try snapshot.forEachUnit { id, unit in take(id, try inspector.problems(of: unit)) }
    }
  }

  /// Whether a name means a memory rather than a file: its folder, or a bare name of which there is no
  /// file.
  public static func isMemory(_ name: String) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
      return isFolder.boolValue && MemoryFolder(path: name).exists
    }
    return MemoryFolder(path: DataFolders.memory(name)).exists
  }

  /// Writes a memory's index anew from its units.
  public static func rebuild(_ name: String) throws {
    try InputFault.explaining {
      let memory = try Memory.writing(MemoryFolder(path: DataFolders.memory(name)))
      try memory.rebuildIndex()
    }
  }
}
