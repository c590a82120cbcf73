internal import ArgumentParser
internal import BitextToolkit
internal import Foundation
internal import Synchronization

/// The service under load: lookups on many connections, writers beside readers, an orderly and a sudden
/// end. Clients and service share the cores, so beside the rate stands what a lookup costs the service.
struct ServeBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "The service under load: lookups, writers, ends.")

  @Option(help: "The program that serves.") var program = ".build/release/bitext"
  @Option(help: "How many units. (default: all of the file, or 100000)") var size: Int?
  @Option(help: "A file of queries: kind (exact, fuzzy, heldout, conc), tab, text.")
  var queries: String?
  @Option(help: "Keep the memory at this place, and use it if it is there.") var keep: String?
  @Option(help: "The language of the first column.") var from = "en"
  @Option(help: "The language of the second column.") var to = "de"
  @Option(help: "Connections that ask at once.") var connections = 32
  @Option(help: "Seconds of each step.") var seconds = 10
  @Flag(help: "Lookups alone, a row a tenth of the seconds: how the memory holds.") var steady =
    false
  @Argument(help: "A TSV or TMX file of units. (default: made from a seed)") var file: String?

  func run() throws {
    guard let from = LanguageTag(from), let to = LanguageTag(to) else {
      throw ValidationError("--from and --to are languages")
    }
    let place = keep ?? NSTemporaryDirectory() + "bench-\(UUID().uuidString).bitext"
    defer { if keep == nil { try? FileManager.default.removeItem(atPath: place) } }
    let sample = MemorySample(from: from, to: to, size: size, file: file)
    if !FileManager.default.fileExists(atPath: place) { try sample.fill(place) }
    let lookups = try sample.queries(queries).lookups.map { text in
      let escaped = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      return LoadClient.request("GET", "/v1/lookup?from=\(from)&to=\(to)&q=\(escaped)")
    }
    var report = Report(
      "bench serve", subject: sample.subject,
      columns: [
        "step", "n", "a second", "p50 ms", "p95 ms", "p99 ms", "CPU ms each", "MB", "note",
      ])
    let service = try ServedProgram(program, memory: place)
    let simple = [LoadClient.request("GET", "/healthz")]
    _ = load(service, lookups, seconds: 2)  // warms the caches
    report.add(["at the start"] + Array(repeating: "", count: 6) + ["\(service.memory)", ""])
    if steady {
      for part in 1...10 {
        report.add(
          row("tenth \(part)", load(service, lookups, seconds: max(1, seconds / 10)), service))
      }
      report.write()
      return
    }
    for (name, requests) in [("healthz", simple), ("lookup ≥ 70, top 5", lookups)] {
      report.add(row(name, load(service, requests, seconds: seconds), service))
    }
    report.add(try mixed(service, lookups, place))
    report.add(try ending(service, place, SIGTERM, "SIGTERM"))
    let other = try ServedProgram(program, memory: place)
    report.add(try ending(other, place, SIGKILL, "kill -9"))
    report.write()
  }

  private struct Outcome {
    var milliseconds: [Double] = []
    var failures = 0
    var seconds = 0.0
    var cpu = 0.0
  }

  /// Asks on all connections for some seconds, one request after another on each.
  private func load(
    _ service: ServedProgram, _ requests: [[UInt8]], seconds: Int
  ) -> Outcome {
    let outcome = Mutex(Outcome())
    let (start, cpu) = (Date.now, service.cpu)
    let port = service.port
    inThreads(connections) { number in
      guard let client = try? LoadClient(port: port) else { return }
      var (times, failures): ([Double], Int) = ([], 0)
      var next = number * 31
      let clock = ContinuousClock()
      let end = clock.now + .seconds(seconds)
      var began = clock.now
      while began < end {
        let answer = try? client.answer(to: requests[next % requests.count])
        let ended = clock.now
        times.append((ended - began) / .milliseconds(1))
        began = ended
        if answer?.status != 200 { failures += 1 }
        next += 1
      }
      outcome.withLock {
        $0.milliseconds += times
        $0.failures += failures
      }
    }
    var result = outcome.withLock { $0 }
    result.seconds = Date.now.timeIntervalSince(start)
    result.cpu = service.cpu - cpu
    return result
  }

  private func row(_ name: String, _ outcome: Outcome, _ service: ServedProgram) -> [String] {
    let timings = Timings<Void>(milliseconds: outcome.milliseconds)
    let count = outcome.milliseconds.count
    return [name, "\(count)", String(format: "%.0f", Double(count) / outcome.seconds)]
      + [50, 95, 99].map { String(format: "%.2f", timings.percentile($0)) }
      + [
        String(format: "%.3f", outcome.cpu * 1000 / Double(max(1, count))), "\(service.memory)",
        outcome.failures == 0 ? "" : "\(outcome.failures) failed",
      ]
  }

  // MARK: - Writing

  private static func unit(_ number: Int) -> [UInt8] {
    let stamp = "\(UUID().uuidString) \(number)"
    return LoadClient.request(
      "POST", "/v1/units",
      body: """
        {"variants":[{"language":"en","content":"Unit \(stamp)."},\
        {"language":"de","content":"Einheit \(stamp)."}]}
        """)
  }

  private func count(_ place: String) throws -> Int {
    try Memory.named(place).consult { try $0.unitCount }
  }

  /// Twenty who write and twenty who look up.
  private func mixed(
    _ service: ServedProgram, _ lookups: [[UInt8]], _ place: String
  ) throws -> [String] {
    let before = try count(place)
    let acknowledged = Mutex(0)
    let failures = Mutex(0)
    let times = Mutex<[Double]>([])
    let (start, cpu, port) = (Date.now, service.cpu, service.port)
    inThreads(40) { number in
      guard let client = try? LoadClient(port: port) else { return }
      var next = number
      while Date.now.timeIntervalSince(start) < Double(seconds) {
        let began = Date.now
        let isWriter = number < 20
        let answer = try? client.answer(
          to: isWriter ? Self.unit(next) : lookups[next % lookups.count])
        times.withLock { $0.append(Date.now.timeIntervalSince(began) * 1000) }
        if isWriter, answer?.status == 201 { acknowledged.withLock { $0 += 1 } }
        if answer?.status != (isWriter ? 201 : 200) { failures.withLock { $0 += 1 } }
        next += 1
      }
    }
    let gained = try count(place) - before
    let said = acknowledged.withLock { $0 }
    var outcome = Outcome(milliseconds: times.withLock { $0 }, failures: failures.withLock { $0 })
    outcome.seconds = Date.now.timeIntervalSince(start)
    outcome.cpu = service.cpu - cpu
    var cells = row("20 writers, 20 readers", outcome, service)
    cells[8] = "\(said) units acknowledged, \(gained) there \(cells[8])"
    return cells
  }

  /// Ends the service while twenty write: what was acknowledged has to be there.
  private func ending(
    _ service: ServedProgram, _ place: String, _ signal: Int32, _ name: String
  ) throws -> [String] {
    let before = try count(place)
    let acknowledged = Mutex(0)
    let port = service.port
    let group = DispatchGroup()
    for number in 0..<20 {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        guard let client = try? LoadClient(port: port) else { return }
        var next = number
        while true {
          // The connection ends with the service.
          guard let answer = try? client.answer(to: Self.unit(next)) else { return }
          if answer.status == 201 { acknowledged.withLock { $0 += 1 } }
          next += 1
        }
      }
    }
    usleep(1_500_000)
    let end = service.end(with: signal)
    group.wait()
    let gained = try count(place) - before
    let said = acknowledged.withLock { $0 }
    return [
      name, "\(said)", "", "", "", "", "", "",
      "\(said) acknowledged, \(gained) there, exit \(end.status) after "
        + String(format: "%.2f s", end.seconds),
    ]
  }

  private func inThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      Thread.detachNewThread {
        work(number)
        group.leave()
      }
    }
    group.wait()
  }
}
