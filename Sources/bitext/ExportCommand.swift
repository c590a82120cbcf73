public import ArgumentParser
public import BitextToolkit

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a memory's units to a TMX file or to lines.",
    discussion: """
      Claims are no translations: they are marked, counted apart, and --only translations leaves \
      them out.

      EXAMPLES
        bitext export news --format tmx -o news.tmx
        bitext export news --only translations --from de --to en -o pairs.tsv
        bitext export news --only reviewed --format jsonl
      """)

  @Option(help: "tmx, tsv or jsonl. (default: by the ending of the output file, else tmx)")
  var format: UnitFormat?

  @Option(help: "all, translations, claims, or reviewed: those that a person accepted.")
  var only: MemoryExport.Choice = .all

  @Option(help: "The language of the first column of a tsv. (default: the first of two)")
  var from: Language?

  @Option(help: "The language of the second column of a tsv. (default: the other of two)")
  var to: Language?

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.")
  var output: String?

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  func run() throws {
    let format = format ?? output.flatMap { UnitFormat(fileName: $0) } ?? .tmx
    let opened = try Memory.named(memory)
    var columns: [LanguageTag] = []
    if format == .tsv {
      columns = try MemoryExport.columns(from: from?.tag, to: to?.tag, of: opened, name: memory)
    }
    let export = MemoryExport(format: format, choice: only, columns: columns, version: Version.text)
    let report = try export.write(opened, to: output ?? "-")
    Console.note(text(of: report))
  }

  /// `news: 412 units: 300 translations, 112 claims (57 of all partial), 20 reviewed; 3 left out`.
  private func text(of report: MemoryExport.Report) -> String {
    var parts = [
      Figures.count(report.translations, "translation"), Figures.count(report.claims, "claim"),
    ]
    if report.partial > 0 { parts.append("\(report.partial) of them partial") }
    parts.append("\(report.reviewed) reviewed")
    let left = report.leftOut > 0 ? "; \(report.leftOut) left out" : ""
    let units = Figures.count(report.units, "unit")
    return "\(memory): \(units): \(parts.joined(separator: ", "))\(left)"
  }
}

extension MemoryExport.Choice: ExpressibleByArgument {}
