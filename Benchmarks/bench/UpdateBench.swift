internal import BitextToolkit
internal import Foundation
internal import Synchronization

/// Lookups while another thread adds batches of 100, each acknowledged before the next.
struct UpdateBench {
  let place: String
  let from, to: LanguageTag

  private static let batch = 100
  private static let batches = 200

  func rows(_ queries: [String]) throws -> [[String]] {
    let memory = try Memory.writing(MemoryFolder(path: place))
    let asked = queries.prefix(2000)
    _ = try lookUp(asked, memory) { false }  // warms the caches
    let quiet = try lookUp(asked, memory) { false }
    let state = Mutex<(seconds: Double, failure: String?, isDone: Bool)>((0, nil, false))
    let (from, to) = (from, to)
    // Made before, so that only the addition is measured.
    let prepared = try (0..<Self.batches).map { batch in
      var cursor = PairCursor(
        pairs: try PairSource(nil, size: Self.batch, seed: UInt64(batch) + 99),
        languages: [from, to])
      var units: [TranslationUnit] = []
      while let unit = cursor.next() { units.append(unit) }
      return units
    }
    let spentBefore = Self.processorTime
    Thread.detachNewThread {
      let start = Date()
      do {
        for units in prepared {
          var cursor = ArrayCursor(units: units)
          _ = try memory.add(&cursor, from: "bench", at: "2026-01-02T00:00:00Z")
        }
        state.withLock { $0 = (Date().timeIntervalSince(start), nil, true) }
      } catch {
        state.withLock { $0 = (0, "\(error)", true) }
      }
    }
    let busy = try lookUp(asked, memory) { !state.withLock { $0.isDone } }
    let (seconds, failure, _) = state.withLock { $0 }
    let added = Double(Self.batch * Self.batches)
    let rate = seconds > 0 ? added / seconds : 0
    // All threads but for the lookups': what the additions and the upkeep of the index cost.
    try memory.settle()
    let spent = Self.processorTime - spentBefore - busy.cpu.milliseconds.reduce(0, +) / 1000
    let note = String(
      format: "%.0f adds/s, %.0f a processor second; quiet p50 %.3f, p99 %.3f", rate,
      added / spent, quiet.cpu.percentile(50), quiet.cpu.percentile(99))
    let wall = String(
      format: "on the wall; quiet p50 %.3f, p99 %.3f", quiet.wall.percentile(50),
      quiet.wall.percentile(99))
    return [
      Self.cells("lookup during additions", busy.cpu, seconds: seconds, note: failure ?? note),
      Self.cells("the same on the wall", busy.wall, note: wall),
    ]
  }

  private static func cells(
    _ step: String, _ timings: Timings<String>, seconds: Double? = nil, note: String
  ) -> [String] {
    [
      step, "\(timings.milliseconds.count)",
      seconds.map { String(format: "%.1f", $0) } ?? "", "",
    ] + [50, 95, 99].map { String(format: "%.3f", timings.percentile($0)) } + [note]
  }

  /// How long it takes, on the wall, from the moment that a unit is given until another reader finds it.
  func findability() throws -> [String] {
    let memory = try Memory.writing(MemoryFolder(path: place))
    var milliseconds: [Double] = []
    var missed = 0
    for number in 0..<Self.batches {
      let text = "Unit number \(number) of the bench arrived just now"
      var cursor = ArrayCursor(units: [
        TranslationUnit(
          variants: [from, to].map { Variant(language: $0, content: SegmentContent(text)) })
      ])
      let cost = try Stopwatch.once {
        _ = try memory.add(&cursor, from: "bench", at: "2026-01-03T00:00:00Z")
        let found = try memory.consult { snapshot in
          try FuzzyLookup(snapshot).matches(for: LookupQuery(text), from: from, to: to, limit: 1)
        }
        if found.first?.match.similarity != 100 { missed += 1 }
      }
      milliseconds.append(cost.wall * 1000)
    }
    let timings = Timings<Double>(milliseconds: milliseconds)
    return ["added and found, on the wall", "\(milliseconds.count)", "", ""]
      + [50, 95, 99].map { String(format: "%.3f", timings.percentile($0)) } + ["\(missed) missed"]
  }

  private struct ArrayCursor: UnitCursor {
    var units: [TranslationUnit]

    mutating func next() -> TranslationUnit? { units.popLast() }
  }

  /// Seconds of all threads of this process.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Each query once, or, as long as `goesOn`, over and over: the processor time of this thread, and
  /// what passed on the wall.
  private func lookUp(
    _ queries: ArraySlice<String>, _ memory: Memory, _ goesOn: () -> Bool
  ) throws -> (cpu: Timings<String>, wall: Timings<String>) {
    var (cpu, wall): ([Double], [Double]) = ([], [])
    repeat {
      for query in queries {
        let cost = try Stopwatch.once {
          let timing = try Timings(CollectionOfOne(query)) { query in
            _ = try memory.consult { snapshot in
              try FuzzyLookup(snapshot).matches(for: LookupQuery(query), from: from, to: to)
            }
          }
          cpu += timing.milliseconds
        }
        wall.append(cost.wall * 1000)
        if cpu.count > queries.count, !goesOn() { break }
      }
    } while goesOn()
    return (Timings(milliseconds: cpu), Timings(milliseconds: wall))
  }
}
