internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// The parallel aligner on texts of growing length, a tenth of each side left out: from two files of lines to
/// an alignment, as `bitext align --segmented --mode parallel` does it.
struct AlignBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align", abstract: "Sentences aligned a second, and memory, at 1k to 100k lines.")

  @Option(help: "The source language.") var from = "de"
  @Option(help: "The target language.") var to = "en"
  @Option(help: "A lexicon file, or none. (default: the data folder's)") var lexicon: String?
  @Option(help: "Numbers of source lines.") var size: [Int] = [1_000, 10_000, 100_000]
  @Argument(help: "Folders of SRC.txt, TGT.txt and gold.txt, which are mixed into longer texts.")
  var folders: [String]

  func run() throws {
    guard let from = LanguageTag(from), let to = LanguageTag(to) else {
      throw ValidationError("--from and --to are languages")
    }
    let sample = try AlignmentSample(folders: folders)
    let known =
      lexicon == "none"
      ? nil : try lexicon.map { try LexiconFolder.open($0) } ?? LexiconFolder.find(from, to)
    let builder = BitextBuilder(tool: "bench", mode: .parallel, lexicon: known, cutting: .lines)
    var report = Report(
      "bench align",
      subject: "\(sample.subject), 10 % left out on each side, "
        + (known == nil ? "no lexicon" : "with a lexicon"),
      columns: [
        "source lines", "target lines", "wall s", "CPU s", "lines/s", "MB at most", "of 1-1 found",
      ])
    for size in size {
      let text = sample.text(lines: size)
      PeakMemory.reset()
      var found: Set<[Int]> = []
      let cost = try Stopwatch.once {
        let outcome = try builder.build(
          DocumentFile.document(ofLines: text.source, language: from),
          DocumentFile.document(ofLines: text.target, language: to))
        found = Set(outcome.bitext.alignment.links.map { $0.source + [-1] + $0.target })
      }
      let right = text.single.count { found.contains([$0.0, -1, $0.1]) }
      report.add([
        "\(text.source.count)", "\(text.target.count)", String(format: "%.2f", cost.wall),
        String(format: "%.2f", cost.cpu),
        String(format: "%.0f", Double(text.source.count) / cost.wall),
        PeakMemory.bytes.map { "\($0 >> 20)" } ?? "",
        String(format: "%.3f", Double(right) / Double(max(text.single.count, 1))),
      ])
    }
    report.write()
  }
}
