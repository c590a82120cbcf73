internal import Glibc

/// How long each of many small pieces of work took, on the processor time of the thread that did it.
struct Timings<Subject> {
  /// In the order in which they ran.
  let milliseconds: [Double]
  private let sorted: [Double]

  init(_ subjects: some Sequence<Subject>, _ work: (Subject) throws -> Void) rethrows {
    var milliseconds: [Double] = []
    for subject in subjects {
      let start = Self.now
      try work(subject)
      milliseconds.append((Self.now - start) * 1000)
    }
    self.init(milliseconds: milliseconds)
  }

  init(milliseconds: [Double]) {
    self.milliseconds = milliseconds
    sorted = milliseconds.sorted()
  }

  /// The least that so many per cent do not exceed; 0 when there was nothing to do.
  func percentile(_ percent: Int) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
