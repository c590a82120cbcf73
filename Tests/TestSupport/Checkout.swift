public import Foundation

/// The places of the project that tests read.
public enum Checkout {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder of the project.
  public static func path(_ relative: String) -> URL { root.appending(path: relative) }

  /// A file or folder of the data shared beside the project, which may be missing: tests that need it
  /// are disabled, visibly, where it is.
  public static func shared(_ relative: String) -> URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared").appending(path: relative)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
