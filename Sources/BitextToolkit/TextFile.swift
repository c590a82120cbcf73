internal import Foundation

/// Reads text that people give, and says exactly what is wrong with it when it is none.
public enum TextFile {
  /// The text of a file, `-` for standard input, byte for byte but for a byte-order mark at its start.
  ///
  /// - Throws: `InputFault` when it is missing, a folder, unreadable, empty, binary or not UTF-8.
  public static func read(_ path: String) throws(InputFault) -> String {
    try text(data(path), of: path)
  }

  /// The same for the bytes of a file that was read already.
  public static func text(_ bytes: [UInt8], of path: String) throws(InputFault) -> String {
    guard !bytes.isEmpty else {
      throw InputFault(path, "the file is empty", remedy: "Give a text with at least one sentence")
    }
    try TextCheck.check(bytes, path: path)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a file, `-` for standard input.
  public static func data(_ path: String) throws(InputFault) -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFault(path, "no such file", remedy: "Check the path; - reads standard input")
    }
    guard !isFolder.boolValue else {
      throw InputFault(path, "a folder, not a file", remedy: "Name a text file inside it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputFault(path, "may not be read", remedy: "Check its permissions")
    }
    return [UInt8](data)
  }

  /// Whether the path names a file, not a folder, a device or nothing.
  public static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
