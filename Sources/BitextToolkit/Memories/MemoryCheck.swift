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
    /// The texts of the very first, in the order of its variants.
    public let texts: [String]
    public let suggestion: String
  }

  public let record: Record

  /// The units that have a problem.
  private struct Found {
    var count = 0
    var examples: [TranslationUnit.ID] = []
    let texts: [String]

    /// How many are named.
    private static let shown = 8

    init(texts: [String]) {
      self.texts = texts
    }

    mutating func count(_ id: TranslationUnit.ID) {
      count += 1
      if examples.count < Self.shown { examples.append(id) }
    }
  }

  /// - Throws: `InputFault` when there is no such memory or it is damaged.
  public init(_ name: String) throws {
    let memory = try Memory.named(name)
    try InputFault.explaining { try memory.verify() }
    var found: [UnitProblem: Found] = [:]
    try Self.inspect(memory) { id, unit, problems in
      for problem in problems {
        found[problem, default: Found(texts: unit.variants.map(\.content.text))].count(id)
      }
    }
    record = Record(
      statistics: try MemoryStatistics(memory),
      problems: UnitProblem.allCases.compactMap { kind in
        found[kind].map {
          Problem(
            kind: kind, count: $0.count, examples: $0.examples, texts: $0.texts,
            suggestion: kind.suggestion(name))
        }
      })
  }

  /// The units that have any of the problems, ascending. Of units that are there several times, or
  /// differ, the first is not among them.
  public static func units(
    with problems: Set<UnitProblem>, in name: String
  ) throws -> [TranslationUnit.ID] {
    var units: [TranslationUnit.ID] = []
    try inspect(try Memory.named(name)) { id, _, found in
      if !found.isDisjoint(with: problems) { units.append(id) }
    }
    return units
  }

  private static func inspect(
    _ memory: Memory, _ take: (TranslationUnit.ID, TranslationUnit, Set<UnitProblem>) -> Void
  ) throws {
    let inspector = try UnitInspector()
    try memory.consult { snapshot in
      try snapshot.forEachUnit { id, unit in take(id, unit, try inspector.problems(of: unit)) }
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
