internal import ArgumentParser
internal import BitextToolkit
internal import Foundation
internal import UnicodeText

/// Segmentation beside raw ICU on the same text, one after the other.
struct SegmentBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Sentences of a text, beside raw ICU.")

  @Option(help: "The language of the text.") var from = "de"
  @Argument(help: "Texts, repeated until there is enough.") var texts: [String]

  func run() throws {
    guard let language = LanguageTag(from) else { throw ValidationError("no language: \(from)") }
    let once = try texts.map { try String(contentsOfFile: $0, encoding: .utf8) }
      .joined(separator: "\n\n")
    let text = String(repeating: once + "\n\n", count: 1 + (4 << 20) / (once.utf8.count + 2))
    let icu = try BoundaryIterator(.sentence, locale: from)
    let raw = try Stopwatch.median { _ = try icu.boundaries(in: text) }
    let segmenter = Segmenter(language: language)
    let own = try Stopwatch.median { _ = try segmenter.document(text: text) }

    let megabytes = Double(text.utf8.count) / 1e6
    var report = Report(
      "bench segment", subject: String(format: "%.1f MB, %@", megabytes, from),
      columns: ["program", "MB/s", "of ICU"])
    for (name, cost) in [("raw ICU", raw), ("bitext", own)] {
      report.add([
        name, String(format: "%.1f", megabytes / cost.wall),
        String(format: "%.2f", raw.wall / cost.wall),
      ])
    }
    report.write()
  }
}
