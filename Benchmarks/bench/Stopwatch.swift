internal import Glibc

/// What one piece of work cost.
struct Cost: Sendable {
  /// Seconds on the wall.
  let wall: Double
  /// Seconds of processor time, of all threads together.
  let cpu: Double
}

enum Stopwatch {
  /// The median cost of `runs` runs, by wall time, after one run that warms caches.
  static func median(runs: Int = 5, _ work: () throws -> Void) rethrows -> Cost {
    try work()
    let costs = try (0..<runs).map { _ in try once(work) }
    return costs.sorted { $0.wall < $1.wall }[runs / 2]
  }

  static func once(_ work: () throws -> Void) rethrows -> Cost {
    let (wall, cpu) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try work()
    return Cost(wall: seconds(CLOCK_MONOTONIC) - wall, cpu: seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
