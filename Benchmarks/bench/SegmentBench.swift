internal import ArgumentParser
internal import BitextToolkit
internal import Dispatch
internal import Foundation
internal import Synchronization
internal import UnicodeText

/// Segmentation beside raw ICU on the same text, one after the other, in one thread and in two.
struct SegmentBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Sentences of a text, beside raw ICU.",
    discussion: "Without texts: the German and English articles in corpora/.")

  @Option(help: "The language of the texts given.") var from = "de"
  @Option(help: "The least text to measure on, in MB; texts are repeated.") var size = 4
  @Argument(help: "Texts, repeated until there is enough.") var texts: [String] = []

  func run() throws {
    var report = Report(
      "bench segment", subject: "formal profile, ICU \(ICU.version)",
      columns: ["text", "threads", "raw ICU MB/s", "bitext MB/s", "of ICU", "by CPU time"])
    for subject in try subjects() {
      for threads in [1, 2] { try measure(subject, threads: threads, in: &report) }
    }
    report.write()
  }

  private struct Subject {
    let language: LanguageTag
    let text: String
    var name: String {
      let megabytes = String(format: "%.1f MB", Double(text.utf8.count) / 1e6)
      return "\(language) \(megabytes) \(Fingerprint.sha256(text).prefix(8))"
    }
  }

  private func subjects() throws -> [Subject] {
    if !texts.isEmpty { return [try subject(from, texts)] }
    let folder = "corpora/articles"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try ["de", "en"].map { language in
      try subject(
        language,
        names.filter { $0.hasPrefix(language + "-") }.map { "\(folder)/\($0)/text.txt" })
    }
  }

  private func subject(_ language: String, _ paths: [String]) throws -> Subject {
    guard let tag = LanguageTag(language) else {
      throw ValidationError("no language: \(language)")
    }
    let once = try paths.map { try String(contentsOfFile: $0, encoding: .utf8) }
      .joined(separator: "\n\n")
    let count = 1 + size * 1_000_000 / (once.utf8.count + 2)
    return Subject(language: tag, text: String(repeating: once + "\n\n", count: count))
  }

  /// Each thread has the whole text.
  private func measure(_ subject: Subject, threads: Int, in report: inout Report) throws {
    let text = subject.text
    let segmenter = Segmenter(language: subject.language)
    // In turns, so that whatever else the machine does meets both.
    var (raw, own): ([Cost], [Cost]) = ([], [])
    for round in 0...Self.rounds {
      let icu = try Stopwatch.once {
        try inThreads(threads) {
          let icu = try BoundaryIterator(.sentence, locale: subject.language.description)
          _ = try icu.boundaries(in: text)
        }
      }
      let ours = try Stopwatch.once {
        try inThreads(threads) { _ = try segmenter.document(text: text) }
      }
      // The first round warms caches.
      if round > 0 { (raw, own) = (raw + [icu], own + [ours]) }
    }
    let megabytes = Double(text.utf8.count * threads) / 1e6
    let wall = (Self.median(raw.map(\.wall)), Self.median(own.map(\.wall)))
    let cpu = (Self.median(raw.map(\.cpu)), Self.median(own.map(\.cpu)))
    report.add([
      subject.name, "\(threads)", String(format: "%.0f", megabytes / wall.0),
      String(format: "%.0f", megabytes / wall.1), String(format: "%.2f", wall.0 / wall.1),
      String(format: "%.2f", cpu.0 / cpu.1),
    ])
  }

  private static let rounds = 7

  private static func median(_ seconds: [Double]) -> Double {
    seconds.sorted()[seconds.count / 2]
  }

  private func inThreads(_ count: Int, _ work: @escaping @Sendable () throws -> Void) throws {
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      do { try work() } catch { failure.withLock { $0 = error } }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
