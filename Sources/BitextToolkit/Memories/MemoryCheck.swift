public import BitextModel
internal import Foundation
internal import SQLiteMemory
internal import UnicodeText

/// What is in a memory, and which of its units look wrong.
public struct MemoryCheck {
  public struct Record: Sendable, Hashable, Encodable {
    public let v = 1
    public let statistics: Statistics
    /// The kinds that were found, in the order of their declaration.
    public let problems: [Problem]
  }

  public struct Statistics: Sendable, Hashable, Encodable {
    public struct Language: Sendable, Hashable, Encodable {
      public let language: LanguageTag
      public let variants: Int
    }

    public let units, documents: Int
    public let languages: [Language]
    /// Of the units and of the index, on disk.
    public let bytes, indexBytes: Int
    /// Removals that can be undone.
    public let removals: Int
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
    let tokenizer = try WordTokenizer()
    var seen = SeenTexts()
    let languages = try memory.consult { snapshot in
      try snapshot.forEachUnit { id, unit in
        let problems = try UnitProblem.problems(of: unit, tokenizer: tokenizer)
        for problem in problems.union(seen.problems(of: unit)) {
          found[problem, default: (0, [])].count += 1
          if found[problem, default: (0, [])].examples.count < Self.shown {
            found[problem]?.examples.append(id)
          }
        }
      }
      return try snapshot.languages
    }
    let statistics = try InputFault.explaining { try memory.statistics }
    record = Record(
      statistics: Statistics(
        units: statistics.units, documents: statistics.documents,
        languages: languages.sorted { $0.key < $1.key }.map {
          Statistics.Language(language: $0.key, variants: $0.value)
        }, bytes: statistics.unitBytes, indexBytes: statistics.indexBytes,
        removals: statistics.removals),
      problems: UnitProblem.allCases.compactMap { kind in
        found[kind].map {
          Problem(
            kind: kind, count: $0.count, examples: $0.examples, suggestion: kind.suggestion(name))
        }
      })
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
