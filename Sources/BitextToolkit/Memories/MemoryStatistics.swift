public import BitextModel
internal import Foundation
internal import SQLiteMemory

/// What a memory amounts to, as `stats --json` and `check --json` print it (docs/memory.md).
public struct MemoryStatistics: Sendable, Hashable, Encodable {
  public struct Language: Sendable, Hashable, Encodable {
    public let language: LanguageTag
    public let variants: Int
  }

  public let units, documents: Int
  /// Ascending by tag.
  public let languages: [Language]
  /// Of the units and of the index, on disk.
  public let bytes, indexBytes: Int
  /// Removals that can be undone.
  public let removals: Int

  /// - Throws: `InputFault` when there is no such memory or it cannot be read.
  public init(_ name: String) throws {
    try self.init(try Memory.named(name))
  }

  init(_ memory: Memory) throws {
    let statistics = try InputFault.explaining { try memory.statistics }
    let languages = try memory.consult { try $0.languages }
    (units, documents) = (statistics.units, statistics.documents)
    (bytes, indexBytes) = (statistics.unitBytes, statistics.indexBytes)
    removals = statistics.removals
    self.languages = languages.sorted { $0.key < $1.key }.map {
      Language(language: $0.key, variants: $0.value)
    }
  }

  /// The names of a person's own memories, ascending.
  public static var names: [String] {
    let folder = DataFolders.memories
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { !$0.hasPrefix(".") && MemoryFolder(path: "\(folder)/\($0)").exists }
      .map(Settings.name).sorted()
  }
}
