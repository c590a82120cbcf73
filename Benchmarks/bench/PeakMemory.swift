internal import Foundation

/// The most memory that this process has held, as the kernel counts it (`VmHWM` of proc(5)).
enum PeakMemory {
  /// Forgets the peak so far: from here on it is that of what follows.
  ///
  /// The kernel may refuse; the peak is then that of the whole run, which is no less.
  static func reset() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
  }

  /// Bytes; `nil` where there is no proc file system.
  static var bytes: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return nil }
    return kilobytes * 1024
  }
}
