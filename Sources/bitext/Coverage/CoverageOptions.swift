public import ArgumentParser
public import BitextToolkit
internal import Foundation

/// What counts as covered, and what it weighs.
struct CoverageMeasureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Count only links of at least this confidence, 0 to 1. (default: the aligner's own bounds, \
      which the last lines of the output name)
      """, valueName: "confidence"))
  var threshold: Double?

  @Option(help: "What sentences weigh.")
  var unit: SegmentWeights.Unit = .characters

  @Option(help: "Whether to look at the documents as translations or as reports of the same.")
  var mode: AlignmentMode = .auto

  @Flag(
    help: "The documents are segmented already: every line is a segment, blank ones too.")
  var segmented = false

  @OptionGroup var knowledge: LexiconOption

  @OptionGroup var encoding: EncoderOption

  func validate() throws {
    guard (0...1).contains(threshold ?? 0) else {
      throw ValidationError("--threshold lies within 0 and 1")
    }
  }

  var measure: CoverageMeasure { CoverageMeasure(threshold: threshold ?? 0, unit: unit) }

  var cutting: DocumentFile.Cutting { segmented ? .lines : .sentences }

  func builder(_ from: LanguageTag, _ to: LanguageTag) throws -> BitextBuilder {
    BitextBuilder(
      tool: Version.tool, mode: mode, lexicons: try knowledge.open(from, to),
      encoder: try encoding.open(), cutting: cutting)
  }
}

/// Which documents of two sets are compared, and how.
struct CoverageSetOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Documents of the other language, or their folder.", valueName: "document|folder"))
  var with: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Which documents of two sets to compare: those of one name, each with its most comparable \
      ones, or all with all. (default: files all with all; folders by name, or, where the names \
      differ, by comparability)
      """, valueName: "how"))
  var pairBy: DocumentPairing.Method?

  @Option(
    help: ArgumentHelp(
      "With --pair-by comparability: with how many others each document is compared.",
      valueName: "number"))
  var partners = 5

  @Option(
    help: ArgumentHelp(
      """
      Of sets: keep in this file what is measured, pair by pair, and take from it what is \
      there already. Only documents that changed since are measured again.
      """, valueName: "file"))
  var resume: String?

  @Option(
    name: .customShort("j"),
    help: ArgumentHelp(
      "Of sets: how many pairs to align at a time. (default: the number of processors)",
      valueName: "jobs"))
  var jobs: Int?

  func validate() throws {
    guard partners > 0, jobs ?? 1 > 0 else {
      throw ValidationError("--partners and -j are at least 1")
    }
  }

  func measurement(_ builder: BitextBuilder, _ measure: CoverageMeasure) -> SetMeasurement {
    var measurement = SetMeasurement(builder: builder, measure: measure)
    (measurement.method, measurement.partners, measurement.journal) = (pairBy, partners, resume)
    measurement.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    return measurement
  }
}

/// What is printed, and where.
struct CoverageOutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, html
  }

  enum Passages: String, ExpressibleByArgument, CaseIterable {
    case paragraph, section
  }

  @Flag(
    help: """
      Print the sentences that only one of the documents tells, then those of which that is unsure, \
      each with what comes nearest in the other.
      """)
  var gaps = false

  @Option(
    help: ArgumentHelp(
      "Show the coverage of each paragraph, or of each section by its heading.",
      valueName: "passage"))
  var by: Passages?

  @Option(
    help: ArgumentHelp(
      "Show what got better or worse since an older report, which --json wrote.",
      valueName: "report"))
  var since: String?

  @Flag(help: "Print one JSON document: --format json.")
  var json = false

  @Flag(help: "Print comma-separated values: --format csv.")
  var csv = false

  @Option(help: "What to print. (default: table, or what the ending of --output tells)")
  var format: Format?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file; its ending tells the format.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Write a page for people to this file, too.", valueName: "file"))
  var html: String?

  func validate() throws {
    guard [json, csv, format != nil].count(where: \.self) < 2 else {
      throw ValidationError("--json, --csv and --format name one format: choose")
    }
    guard gaps == false && by == nil || chosen == .table else {
      throw ValidationError("--gaps and --by are for tables: the other formats hold all of it")
    }
  }

  /// The format that was asked for, or that the output's name tells.
  var chosen: Format {
    if json { return .json }
    if csv { return .csv }
    if let format { return format }
    let ending = output?.split(separator: ".").last.map(String.init) ?? ""
    return ending == "htm" ? .html : Format(rawValue: ending) ?? .table
  }

  /// Whether nothing but a table, JSON or CSV on standard output was asked for.
  var isPlain: Bool {
    !gaps && by == nil && since == nil && format == nil && output == nil && html == nil
  }

  /// An older report, read before any work.
  func report() throws -> CoverageReport? { try since.map { try CoverageReport(path: $0) } }

  /// Prints lines, or writes them to the output.
  func write(_ lines: some Sequence<String>) throws {
    let sink = try ResultSink(path: output)
    for line in lines { try sink.write(line + "\n") }
    try sink.finish()
  }

  /// The width of what is printed, and whether it may be bold.
  var looks: (width: Int, isStyled: Bool) {
    (Console.width, output == nil && Console.isColorful)
  }
}

extension SegmentWeights.Unit: ExpressibleByArgument {}
extension DocumentPairing.Method: ExpressibleByArgument {}
