internal import ArgumentParser
internal import BitextToolkit

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Measure what each of two language versions says of the other.",
    discussion: """
      Both directions, always: how many sentences of a document the other one tells, in full or in \
      part, and how many of its characters that are, from at least to at most. Headings, page \
      furniture and blank lines do not count and are said to be left out. Given several documents \
      with --with, every one is compared with every other.

      EXAMPLES
        bitext coverage --from de --to en bericht.txt report.txt
        bitext coverage --from de --to en bericht.txt report.txt --gaps
        bitext coverage --from de --to en a.de.txt b.de.txt --with c.en.txt d.en.txt
        bitext coverage brief.jsonl
        bitext coverage --from de --to en handbuch.txt manual.txt --fail-under 0.8

      An alignment file, perhaps reviewed since, stands for its two documents.
      """)

  @Option(help: "The first document's language; without it the text tells.")
  var from: Language?

  @Option(help: "The second document's language, or that of the documents after --with.")
  var to: Language?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Documents of the other language, each compared with each.", valueName: "document"))
  var with: [String] = []

  @Flag(help: "Print the sentences that only one of the documents tells, with the reason.")
  var gaps = false

  @Option(help: "Count only links of at least this confidence, 0 to 1.")
  var threshold = 0.0

  @Option(
    help: ArgumentHelp(
      """
      Exit with 1 when less of a document than this, 0 to 1, is surely covered: of either \
      document, or of any by all documents of the other language.
      """, valueName: "ratio"))
  var failUnder: Double?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(help: "How to look at the documents: auto, parallel or comparable.")
  var mode: AlignmentMode = .auto

  @Flag(
    help: "The documents are segmented already: every line is a segment, blank ones too.")
  var segmented = false

  @OptionGroup var knowledge: LexiconOption

  @OptionGroup var encoding: EncoderOption

  @Argument(
    help: "Two documents, or one alignment file (align --format jsonl); - is standard input.")
  var documents: [String]

  func validate() throws {
    guard (0...1).contains(threshold), (0...1).contains(failUnder ?? 0) else {
      throw ValidationError("--threshold and --fail-under lie within 0 and 1")
    }
    let all = documents + with
    guard all.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("only one of the documents can be standard input")
    }
    guard !with.isEmpty || (1...2).contains(documents.count) else {
      throw ValidationError("\(documents.count) documents: say which come after --with")
    }
    guard with.isEmpty || !gaps else {
      throw ValidationError("--gaps is for two documents")
    }
  }

  func run() throws {
    if with.isEmpty { try measurePair() } else { try measureTable() }
  }

  private func measurePair() throws {
    let outcome = try documents.count == 1 ? alignment() : aligned()
    if documents.count > 1 { encoding.note(outcome.header) }
    let coverage = Coverage(of: outcome.bitext, threshold: threshold)
    if json {
      let record = CoverageRecord(
        coverage, of: outcome.bitext, header: outcome.header, tool: Version.tool)
      Console.print(try JSONText.line(record))
    } else {
      let text = CoverageText(coverage: coverage, bitext: outcome.bitext)
      let (width, isStyled) = (Console.width, Console.isColorful)
      let lines = text.lines(width: width, isStyled: isStyled)
      for line in lines + (gaps ? text.gaps(width: width, isStyled: isStyled) : []) {
        Console.print(line)
      }
    }
    try check([
      (outcome.bitext.source, coverage.source), (outcome.bitext.target, coverage.target),
    ])
  }

  private func measureTable() throws {
    let sources = try documents.map { try read($0, from, "--from") }
    let targets = try with.map { try read($0, to, "--to") }
    let table = try CoverageTable(
      of: sources, by: targets, threshold: threshold,
      builder: try builder(language(of: sources, "--from"), language(of: targets, "--to")))
    if let header = table.headers.joined().first(where: { $0.encoder != nil }) {
      encoding.note(header)
    }
    if json {
      Console.print(try JSONText.line(CoverageMatrixRecord(table, tool: Version.tool)))
    } else {
      let text = CoverageMatrixText(table)
      for line in text.lines(width: Console.width, isStyled: Console.isColorful) {
        Console.print(line)
      }
    }
    let unions =
      table.sources.indices.map { (table.sources[$0], table.matrix.union(ofSource: $0)) }
      + table.targets.indices.map { (table.targets[$0], table.matrix.union(ofTarget: $0)) }
    try check(unions.compactMap { document, side in side.map { (document, $0) } })
  }

  private func alignment() throws -> BitextBuilder.Outcome {
    let text = try TextFile.read(documents[0])
    guard text.hasPrefix("{") else {
      throw InputFault(
        documents[0], "one document, and no alignment file",
        remedy: "Name two documents, or what align --format jsonl wrote")
    }
    return try BitextBuilder.Outcome(alignmentFile: text, path: documents[0])
  }

  private func aligned() throws -> BitextBuilder.Outcome {
    let source = try read(documents[0], from, "--from")
    let target = try read(documents[1], to, "--to")
    return try builder(source.language, target.language).build(source, target)
  }

  /// The language of all the documents of a side.
  private func language(of side: [Document], _ option: String) throws -> LanguageTag {
    for document in side where document.language != side[0].language {
      throw InputFault(
        CoverageText.name(of: document),
        "looks like \(document.language), the first document like \(side[0].language)",
        remedy: "Name the language, such as \(option) \(side[0].language)")
    }
    return side[0].language
  }

  private func builder(_ from: LanguageTag, _ to: LanguageTag) throws -> BitextBuilder {
    BitextBuilder(
      tool: Version.tool, mode: mode, lexicons: try knowledge.open(from, to),
      encoder: try encoding.open(),
      cutting: cutting)
  }

  private func read(_ path: String, _ language: Language?, _ option: String) throws -> Document {
    try LanguageNote.read(path, language?.tag, option: option, cutting: cutting)
  }

  private var cutting: DocumentFile.Cutting { segmented ? .lines : .sentences }

  /// A document with nothing to cover fails no gate.
  private func check(_ sides: [(document: Document, side: SideCoverage)]) throws {
    guard let failUnder else { return }
    let below = sides.filter { ($0.side.ratio?.lowerBound ?? 1) < failUnder }
    for (document, side) in below {
      Console.note(
        "\(CoverageText.name(of: document)): \(Figures.ratio(side.ratio?.lowerBound)) is covered, "
          + "less than \(Figures.ratio(failUnder))")
    }
    if !below.isEmpty { throw ExitStatus.nothingFound }
  }
}
