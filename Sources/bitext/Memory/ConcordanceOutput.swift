internal import ArgumentParser
internal import BitextToolkit

/// The options that say where a concordance goes, and how.
struct ConcordanceOutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print a JSON record a hit, as they are found.")
  var jsonl = false

  @Option(
    help: """
      Write whole units instead of hits: \
      \(Self.formats.map(\.name).joined(separator: ", ")).
      """)
  var format: UnitFormat?

  @Option(name: .shortAndLong, help: "Write to this file, all or nothing.")
  var output: String?

  /// Those that `--jsonl` does not mean already.
  private static let formats = UnitFormat.allCases.filter { $0.isWritten && $0.name != "jsonl" }

  func validate() throws {
    guard [json, jsonl, format != nil].count(where: { $0 }) < 2 else {
      throw ValidationError("--json, --jsonl and --format contradict each other")
    }
    if let format, !Self.formats.contains(format) {
      throw ValidationError("--format \(format.name) writes no units here; --jsonl writes hits")
    }
  }

  var form: ConcordancePrinter.Form { json ? .json : jsonl ? .lines : .text }

  /// The format of whole units; `nil` for hits.
  var units: UnitFormat? {
    guard !json, !jsonl else { return nil }
    return format
      ?? output.flatMap { UnitFormat(fileName: $0) }.flatMap {
        Self.formats.contains($0) ? $0 : nil
      }
  }

  /// Writes the units in which the phrase stands.
  ///
  /// - Throws: `ExitStatus.nothingFound` when there are none.
  func export(
    _ phrase: Phrase, side: LanguageTag?, of memory: Memory, named name: String,
    as format: UnitFormat
  ) throws {
    var columns: [LanguageTag] = []
    if format.isBilingual {
      columns = try MemoryExport.columns(from: side, to: nil, of: memory, name: name)
    }
    var export = MemoryExport(format: format, columns: columns, version: Version.text)
    export.phrase = (phrase, side)
    let report = try export.write(memory, to: output ?? "-")
    Console.note("\(name): \(Figures.count(report.units, "unit"))")
    if report.units == 0 { throw ExitStatus.nothingFound }
  }
}

/// Prints hits as they are found.
struct ConcordancePrinter {
  enum Form { case text, json, lines }

  let form: Form
  let phrase: String
  let sink: ResultSink

  func begin() throws {
    if form == .json { try sink.write(#"{"v":1,"phrase":\#(try JSONText.line(phrase)),"hits":["#) }
  }

  func print(_ record: ConcordanceRecord, isFirst: Bool) throws {
    switch form {
    case .json: try sink.write((isFirst ? "\n" : ",\n") + (try JSONText.line(record)))
    case .lines: try sink.write(try JSONText.line(record) + "\n")
    case .text:
      let text = ConcordanceText(width: Console.width, isStyled: Console.isColorful)
      for line in text.lines(of: record) { try sink.write(line + "\n") }
    }
  }

  func end() throws {
    if form == .json { try sink.write("]}\n") }
  }
}
