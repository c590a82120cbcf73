internal import Foundation

/// Writes a file beside its place and renames it, so that nobody ever sees half of it.
public enum OutputFile {
  /// - Throws: `InputFault` when the place cannot be written; what stood there is untouched.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(InputFault) {
    let beside = try temporaryPath(beside: path)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: beside))
      try replace(path, with: beside)
    } catch {
      try? FileManager.default.removeItem(atPath: beside)
      throw unwritable(path)
    }
  }

  public static func write(_ text: String, to path: String) throws(InputFault) {
    try write(text.utf8, to: path)
  }

  /// A path in the folder of `path`, for a writer that streams; `commit` puts it into place.
  public static func temporaryPath(beside path: String) throws(InputFault) -> String {
    let url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw InputFault(path, "a folder, not a file", remedy: "Name a file inside it")
    }
    let folder = url.deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else { throw unwritable(path) }
    let process = ProcessInfo.processInfo.processIdentifier
    return folder + "/.\(url.lastPathComponent).\(process).part"
  }

  /// Puts a finished temporary file into its place.
  public static func commit(_ temporary: String, to path: String) throws(InputFault) {
    do {
      try replace(path, with: temporary)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw unwritable(path)
    }
  }

  private static func replace(_ path: String, with temporary: String) throws {
    guard rename(temporary, path) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  private static func unwritable(_ path: String) -> InputFault {
    InputFault(
      path, "cannot be written",
      remedy: "Check that its folder exists, may be written and has room")
  }
}
