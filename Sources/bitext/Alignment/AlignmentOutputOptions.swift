internal import ArgumentParser
internal import BitextToolkit

/// Where an alignment goes, and in which form.
struct AlignmentOutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, ladder, hunalign, tsv, json, jsonl, tmx, html

    /// By a file's ending.
    init?(path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
  }

  @Option(
    help: """
      table, ladder ([0, 1]:[2]:0.93), hunalign, tsv, json, jsonl (the project's own alignment file), tmx or \
      html (a page, side by side). (default: by the ending of the output file, else table; \
      with --pairs jsonl)
      """)
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(
    name: .shortAndLong,
    help: "Write to a file instead of standard output; with --pairs, to a folder.")
  var output: String?

  var isGiven: Bool { format != nil || json || output != nil }

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other")
    }
  }

  /// Finds out before the work whether its result can be kept, and that it replaces no document.
  func check(against documents: [String]) throws(InputFault) {
    guard let output, output != "-" else { return }
    let file = try OutputFile(output)
    for document in documents where document != "-" && file.replaces(document) {
      throw InputFault(
        output, "one of the documents to align", remedy: "Name another file with -o")
    }
  }

  /// The format that the options say; `nil` leaves it to the output's name.
  var asked: Format? { format ?? (json ? .json : nil) }

  /// The file that is to keep a person's decisions; `nil` when none does.
  var alignmentFile: String? {
    guard let output, output != "-", (asked ?? Format(path: output)) == .jsonl else { return nil }
    return output
  }

  func write(_ outcome: BitextBuilder.Outcome) throws {
    let format = asked ?? output.flatMap { Format(path: $0) } ?? .table
    let text = try Self.text(
      of: outcome, in: format, width: output == nil ? Console.width : 120,
      isStyled: output == nil && Console.isColorful)
    if let output, output != "-" {
      try OutputFile.write(text, to: output)
    } else {
      Console.write(text)
    }
    if format != .table || output != nil {
      Console.note(AlignmentText(outcome).summary)
    }
  }

  static func text(
    of outcome: BitextBuilder.Outcome, in format: Format, width: Int = 120, isStyled: Bool = false
  ) throws -> String {
    let lines: [String] =
      switch format {
      case .table:
        AlignmentText(outcome).lines(width: width, isStyled: isStyled)
      case .ladder: Array(Ladder(outcome.bitext.alignment).lines)
      case .hunalign: try hunalign(of: outcome)
      case .tsv: Array(TSV.lines(of: outcome.file))
      case .jsonl: Array(outcome.file.lines)
      case .json: [outcome.file.object()]
      case .tmx: try tmx(of: outcome)
      case .html: Array(AlignmentPage(outcome.file).lines)
      }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func hunalign(of outcome: BitextBuilder.Outcome) throws(InputFault) -> [String] {
    if let lines = Ladder(outcome.bitext.alignment).hunalignLines { return lines }
    throw InputFault(
      "--format hunalign", "links cross or share segments, which hunalign's ladders cannot say",
      remedy: "Choose --format ladder, or --mode parallel")
  }

  private static func tmx(of outcome: BitextBuilder.Outcome) throws -> [String] {
    var bytes: [UInt8] = []
    let options = TMX.Writer.Options(
      toolVersion: Version.text, sourceLanguage: outcome.bitext.source.language)
    var writer = try TMX.Writer(options: options) { bytes.append(contentsOf: $0) }
    for unit in outcome.file.units { try writer.write(unit) }
    try writer.finish()
    // The lines are put together again with their line feeds.
    return [String(decoding: bytes.dropLast(), as: UTF8.self)]
  }
}
