internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

/// Coverage of two sets of articles, as `bitext coverage DIR --with DIR --pair-by comparability` measures
/// them: from texts in memory to the figures of each document's most comparable partners.
struct CoverageBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Coverage of 50 × 50 and 200 × 200 articles: time and memory.")

  @Option(help: "Numbers of articles a side.") var size: [Int] = [50, 200]
  @Option(help: "Sentences of a source article.") var sentences = 20
  @Option(help: "With how many others each article is compared.") var partners = 5
  @Option(name: .customShort("j"), help: "How many pairs are in work at a time.") var jobs = 2
  @OptionGroup var lexicons: BenchLexicons
  @Argument(help: "Folders of SRC.txt, TGT.txt and gold.txt, which are cut into articles.")
  var folders: [String]

  func run() async throws {
    let (from, to) = try lexicons.languages()
    let known = try lexicons.open()
    let sample = try AlignmentSample(folders: folders)
    var report = Report(
      "bench coverage",
      subject:
        "articles of \(sentences) lines of \(sample.subject), a tenth left out on each side, "
        + "\(partners) partners, \(jobs) jobs, "
        + (known.isEmpty ? "no lexicon" : "with a lexicon"),
      columns: [
        "articles", "pairs", "compared", "wall s", "CPU s", "MB at most", "translations compared",
      ])
    for size in size {
      let articles = articles(sample.text(lines: size * sentences))
      let sources = try documents(articles.map(\.source), from)
      let targets = try documents(articles.map(\.target), to)
      var measurement = SetMeasurement(
        builder: BitextBuilder(tool: "bench", lexicons: known, cutting: .lines),
        measure: CoverageMeasure())
      measurement.method = .comparability
      (measurement.partners, measurement.jobs) = (partners, jobs)
      PeakMemory.reset()
      let (start, cpu) = (ContinuousClock.now, clock())
      let found = try await measurement.run(sources, targets)
      let wall = ContinuousClock.now - start
      let right = found.matrix.pairs.count { $0.source == $0.target }
      report.add([
        "\(sources.documents.count) × \(targets.documents.count)",
        "\(sources.documents.count * targets.documents.count)", "\(found.matrix.pairs.count)",
        String(format: "%.1f", Double(wall.components.seconds)),
        String(format: "%.1f", Double(clock() - cpu) / Double(CLOCKS_PER_SEC)),
        PeakMemory.bytes.map { "\($0 >> 20)" } ?? "",
        String(format: "%.3f", Double(right) / Double(max(1, sources.documents.count))),
      ])
    }
    report.write()
  }

  /// Runs of source lines with the target lines that stand beside them.
  private func articles(
    _ text: AlignmentSample.Text
  ) -> [(source: [String], target: [String])] {
    var (articles, start): ([(source: [String], target: [String])], Int) = ([], 0)
    for first in stride(from: 0, to: text.source.count, by: sentences) {
      let end = first + sentences
      let next = text.single.first { $0.0 >= end }?.1 ?? text.target.count
      articles.append(
        (
          Array(text.source[first..<min(end, text.source.count)]),
          Array(text.target[min(start, next)..<next])
        ))
      start = next
    }
    return articles.filter { !$0.source.isEmpty && !$0.target.isEmpty }
  }

  private func documents(_ texts: [[String]], _ language: LanguageTag) throws -> DocumentSet {
    let documents = try texts.map {
      try DocumentFile.document(ofLines: $0, language: language)
    }
    return DocumentSet(documents, language: language)
  }
}
