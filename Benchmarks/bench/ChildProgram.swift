internal import Foundation

/// Another program's cost, for comparison in the same run.
enum ChildProgram {
  /// The median cost by processor time and the peak memory in bytes; `nil` where the program is missing.
  static func median(
    runs: Int, _ program: String, _ arguments: [String]
  ) throws -> (cost: Cost, peak: Int)? {
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let costs = try (0..<runs).map { _ in
      let before = usage()
      let wall = try Stopwatch.once {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
      }.wall
      return Cost(wall: wall, cpu: usage().cpu - before.cpu)
    }
    return (costs.sorted { $0.cpu < $1.cpu }[runs / 2], usage().peak)
  }

  /// Of all programs that this one has run so far.
  private static func usage() -> (cpu: Double, peak: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    // The kernel counts memory in kilobytes.
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * 1024)
  }
}
