internal import Foundation

/// The folder of a batch's outputs.
public enum OutputFolder {
  /// Makes the folder where there is none; its parent must be there.
  public static func make(_ path: String) throws(InputFault) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw InputFault(path, "a file, not a folder", remedy: "Name a folder with -o")
      }
      return
    }
    guard mkdir(path, 0o777) == 0 else {
      throw InputFault(
        path, "the folder cannot be made (\(String(cString: strerror(errno))))",
        remedy: "Make it, or name another with -o")
    }
  }

  /// Takes away what a killed run of the same list left unfinished beside its outputs.
  public static func discardAbandoned(_ list: PairList) {
    let outputs = list.entries.compactMap { try? $0.get().output }
    let folders = Set(outputs.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path })
    let heads = Set(
      outputs.map { ".\(URL(fileURLWithPath: $0).lastPathComponent.prefix(40))" })
    for folder in folders.sorted() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where name.hasSuffix(".part") {
        let fields = name.dropLast(".part".count).split(
          separator: ".", omittingEmptySubsequences: false)
        guard fields.count > 3, let process = pid_t(fields[fields.count - 2]),
          heads.contains(fields.dropLast(2).joined(separator: ".")),
          kill(process, 0) != 0, errno == ESRCH
        else { continue }
        unlink(folder + "/" + name)
      }
    }
  }
}
