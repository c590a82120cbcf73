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
        bitext export news --language-code de=de-AT --level 1 -o omegat.tmx
        bitext export news --stand-off -o where.tmx
        bitext export news --copy ./news-1121.bitext               a copy, also while it is in use
        bitext export ./news-1121.bitext --copy news --replace     the copy back
      """)

  @Option(
    help: """
      \(UnitFormat.allCases.filter(\.isWritten).map(\.name).joined(separator: ", ")). \
      (default: by the ending of the output file, else tmx)
      """)
  var format: UnitFormat?

  @Option(help: "all, translations, claims, or reviewed: those that a person accepted.")
  var only: MemoryExport.Choice = .all

  @Option(help: "The source's language, where a format has two. (default: the first of two)")
  var from: Language?

  @Option(help: "The target's language, where a format has two. (default: the other of two)")
  var to: Language?

  @Option(
    help: ArgumentHelp(
      "Write CODE for a language, such as de=de-AT. Repeatable.", valueName: "TAG=CODE"))
  var languageCode: [String] = []

  @Option(help: "Of TMX: 1 writes text alone, 2 inline codes too.")
  var level = 2

  @Flag(help: "Leave out who, when and from where; what is a claim stays marked.")
  var stripMetadata = false

  @Flag(help: "Leave out the texts: hashes and offsets say what is where.")
  var standOff = false

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.")
  var output: String?

  @Option(help: "Copy the whole memory, index and journal with it, to this name or path.")
  var copy: String?

  @Flag(help: "With --copy: replace a memory that is there.")
  var replace = false

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  func validate() throws {
    if copy != nil, output != nil || format != nil || only != .all || stripMetadata || standOff {
      throw ValidationError("--copy takes the whole memory, and goes with --replace alone")
    }
    if replace, copy == nil { throw ValidationError("--replace goes with --copy") }
    if standOff, stripMetadata {
      throw ValidationError("--stand-off is metadata alone; --strip-metadata leaves it out")
    }
    guard (1...2).contains(level) else { throw ValidationError("TMX has the levels 1 and 2") }
    _ = try codes()
  }

  private func codes() throws -> [LanguageTag: String] {
    try languageCode.reduce(into: [:]) { codes, entry in
      let sides = entry.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let tag = LanguageTag(String(sides[0])) else {
        throw ValidationError("--language-code takes a language and a code: de=de-AT")
      }
      codes[tag] = String(sides[1])
    }
  }

  func run() throws {
    if let copy {
      try MemoryExport.copy(memory, to: copy, replacing: replace)
      Console.note("\(memory): copied to \(copy)")
      return
    }
    let format = format ?? output.flatMap { UnitFormat(fileName: $0) } ?? .tmx
    if standOff, format.fidelity != .whole {
      throw InputFault(
        "--stand-off", "\(format.title) is text and nothing else", remedy: "Choose tmx or jsonl")
    }
    let opened = try Memory.named(memory)
    var columns: [LanguageTag] = []
    if format.isBilingual {
      columns = try MemoryExport.columns(from: from?.tag, to: to?.tag, of: opened, name: memory)
    }
    var export = MemoryExport(format: format, choice: only, columns: columns, version: Version.text)
    export.redaction = standOff ? .text : stripMetadata ? .metadata : nil
    export.codes = try codes()
    export.level = level
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
