internal import Foundation
public import SQLiteMemory

extension Memory {
  /// Opens the memory that a person names, to be read: a bare name or a path (`DataFolders.memory`).
  public static func named(_ name: String) throws -> Memory {
    let path = DataFolders.memory(name)
    // `x.tmx` is looked for at `x.tmx.bitext`, but if it is there itself, it was meant.
    var isFolder: ObjCBool = true
    if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder.boolValue,
      !FileManager.default.fileExists(atPath: path)
    {
      throw InputFault(MemoryFault(name, .file))
    }
    return try InputFault.explaining { try reading(MemoryFolder(path: path)) }
  }

  /// Runs `body` on one consistent state of the memory; what the database says against it comes as an
  /// `InputFault`.
  public func consult<Result>(_ body: (MemorySnapshot) throws -> Result) throws -> Result {
    try InputFault.explaining { try read(body) }
  }
}

extension InputFault {
  public init(_ fault: MemoryFault) {
    self.init(fault.path, fault.cause, remedy: fault.remedy)
  }

  /// Runs `body`, and turns a fault of a memory into one that says what helps.
  static func explaining<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault as MemoryFault {
      throw InputFault(fault)
    }
  }
}
