internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// A memory from its making to its use: addition, opening, lookup, concordance, lookups during
/// additions; and whether lookup finds what comparing every unit finds.
struct MemoryBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Addition, lookup and concordance of a memory.")

  @Option(help: "How many units. (default: all of the file, or 100000)") var size: Int?
  @Option(help: "A file of queries: kind (exact, fuzzy, heldout, conc), tab, text.")
  var queries: String?
  @Option(help: "How many lookups are compared with brute force.") var recall = 50
  @Option(help: "Keep the memory at this place, and use it if it is there.") var keep: String?
  @Option(parsing: .upToNextOption, help: "What is measured beside addition and opening.")
  var steps = Step.allCases
  @Option(help: "The language of the first column.") var from = "en"
  @Option(help: "The language of the second column.") var to = "de"
  @Argument(help: "A TSV or TMX file of units. (default: made from a seed)") var file: String?

  enum Step: String, CaseIterable, ExpressibleByArgument {
    case lookup, concordance
    case allHits = "all-hits"
    case recall, updates
  }

  func run() throws {
    guard let from = LanguageTag(from), let to = LanguageTag(to) else {
      throw ValidationError("--from and --to are languages")
    }
    let place = keep ?? NSTemporaryDirectory() + "bench-\(UUID().uuidString).bitext"
    defer { if keep == nil { try? FileManager.default.removeItem(atPath: place) } }
    let sample = MemorySample(from: from, to: to, size: size, file: file)
    var report = Report(
      "bench memory", subject: sample.subject,
      columns: ["step", "n", "total s", "CPU s", "p50 ms", "p95 ms", "p99 ms", "note"])

    if !FileManager.default.fileExists(atPath: place) {
      PeakMemory.reset()
      let cost = try Stopwatch.once { try sample.fill(place) }
      let peak = PeakMemory.bytes.map { "\($0 >> 20) MB at most" } ?? ""
      report.add(Row("addition", cost: cost, note: peak).cells)
    }
    var opened: Memory?
    let phrase = try sample.firstPhrase
    let opening = try Timings(1..<2) { _ in
      let memory = try Memory.named(place)
      try memory.consult { _ = try $0.units(containing: phrase, in: from) }
      opened = memory
    }
    guard let memory = opened else { return }
    let disk = MemoryDisk(place)
    report.add(
      Row("opening", opening, note: "units \(disk.units >> 20) MB, index \(disk.index >> 20) MB")
        .cells)

    let asked = try sample.queries(queries)
    PeakMemory.reset()
    for step in Step.allCases where steps.contains(step) {
      for row in try rows(of: step, sample, asked, memory, place, from, to) {
        report.add(row.cells)
      }
    }
    report.write()
  }

  private func rows(
    of step: Step, _ sample: MemorySample, _ asked: (lookups: [String], phrases: [Phrase]),
    _ memory: Memory, _ place: String, _ from: LanguageTag, _ to: LanguageTag
  ) throws -> [Row] {
    switch step {
    case .lookup:
      try lookUp(asked.lookups, in: memory, from: from, to: to)  // warms the caches
      let together = try lookUp(asked.lookups, in: memory, from: from, to: to)
      let apart = try Timings(asked.lookups) { query in
        _ = try memory.consult { snapshot in
          try FuzzyLookup(snapshot).matches(for: LookupQuery(query), from: from, to: to)
        }
      }
      return [
        Row("lookup ≥ 70, top 5", together, note: peakNote),
        Row("lookup, a read block each", apart),
      ]
    case .concordance:
      // The first time, the system maps what is touched of the index.
      return [
        Row("concordance, first 50", try concordance(asked.phrases, memory)),
        Row("the same again", try concordance(asked.phrases, memory)),
      ]
    case .allHits:
      return [Row("concordance, all", try concordance(asked.phrases, memory, limit: .max))]
    case .recall:
      guard recall > 0 else { return [] }
      let found = try RecallCheck(sample, memory: memory, from: from, to: to)
        .run(Array(asked.lookups.prefix(recall)))
      return [Row("recall", note: found)]
    case .updates:
      // A memory that is kept stays as it is.
      let own = keep == nil ? place : place + "-\(UUID().uuidString)"
      defer { if keep != nil { try? FileManager.default.removeItem(atPath: own) } }
      if keep != nil { try memory.copy(to: MemoryFolder(path: own)) }
      let updates = UpdateBench(place: own, from: from, to: to)
      return try (updates.rows(asked.lookups) + [updates.findability()]).map { Row(cells: $0) }
    }
  }

  private var peakNote: String { PeakMemory.bytes.map { "\($0 >> 20) MB resident" } ?? "" }

  @discardableResult
  private func lookUp(
    _ queries: [String], in memory: Memory, from: LanguageTag, to: LanguageTag
  ) throws -> Timings<String> {
    try memory.consult { snapshot in
      let lookup = try FuzzyLookup(snapshot)
      return try Timings(queries) { query in
        _ = try lookup.matches(for: LookupQuery(query), from: from, to: to)
      }
    }
  }

  private func concordance(
    _ phrases: [Phrase], _ memory: Memory, limit: Int = 50
  ) throws -> Timings<Phrase> {
    try memory.consult { snapshot in
      let concordance = try Concordance(snapshot)
      return try Timings(phrases) { _ = try concordance.hits($0, in: nil, limit: limit) }
    }
  }
}

/// A row of the report.
private struct Row {
  let cells: [String]

  init(cells: [String]) {
    self.cells = cells
  }

  init(_ step: String, cost: Cost, note: String = "") {
    cells = [
      step, "1", String(format: "%.1f", cost.wall), String(format: "%.1f", cost.cpu), "", "", "",
      note,
    ]
  }

  init(_ step: String, note: String) {
    cells = [step, "", "", "", "", "", "", note]
  }

  init<Subject>(_ step: String, _ timings: Timings<Subject>, note: String = "") {
    cells =
      [
        step, "\(timings.milliseconds.count)",
        String(format: "%.2f", timings.milliseconds.reduce(0, +) / 1000), "",
      ] + [50, 95, 99].map { String(format: "%.3f", timings.percentile($0)) } + [note]
  }
}

/// What the files of a memory take, in bytes.
private struct MemoryDisk {
  let units, index: Int

  init(_ place: String) {
    let size = { (path: String) in
      (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
    units = size(place + "/units.sqlite") + size(place + "/units.sqlite-wal")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place + "/index")) ?? []
    index = names.reduce(0) { $0 + size(place + "/index/" + $1) }
  }
}
