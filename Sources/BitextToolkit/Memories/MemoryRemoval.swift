internal import Foundation
public import SQLiteMemory

/// Units of a memory that a person wants gone: counted first, then removed.
public struct MemoryRemoval {
  public let selection: Memory.Selection
  private let memory: Memory
  /// How many units it would remove.
  public let count: Int

  /// - Throws: `InputFault` when the memory is none, or knows no document of that name.
  public init(_ selection: Memory.Selection, from name: String) throws {
    self.selection = selection
    let memory = try InputFault.explaining {
      try Memory.writing(MemoryFolder(path: DataFolders.memory(name)))
    }
    self.memory = memory
    count = try memory.consult { try $0.units(in: selection).count }
    if count == 0, case .document(let document) = selection {
      let documents = try memory.consult { try $0.documents }
      let shown = documents.prefix(5).joined(separator: ", ")
      throw InputFault(
        name, "no unit comes from the document “\(document)”",
        remedy: documents.isEmpty
          ? "Its units name no documents"
          : "It has units of \(shown)\(documents.count > 5 ? " and \(documents.count - 5) more" : "")"
      )
    }
  }

  /// - Returns: How many there were.
  public func perform() throws -> Int {
    try InputFault.explaining {
      let count = try memory.remove(selection, at: Date.now.formatted(.iso8601))
      try memory.settle()
      return count
    }
  }

  /// Brings back what the last removal took out of a memory.
  ///
  /// - Returns: How many units; `nil` when there is no removal that can be undone.
  public static func undo(in name: String) throws -> Int? {
    try InputFault.explaining {
      let memory = try Memory.writing(MemoryFolder(path: DataFolders.memory(name)))
      let count = try memory.undoRemoval()
      try memory.settle()
      return count
    }
  }
}
