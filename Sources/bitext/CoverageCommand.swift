internal import ArgumentParser
internal import BitextToolkit

struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Measure what each of two language versions says of the other.",
    discussion: """
      Both directions, always: how many sentences of a document the other one tells, in full or in \
      part, and how much of its text that is, from at least to at most. A sentence that is not told \
      is missing or, where one of the other may tell the same, unsure: --gaps shows both, side by \
      side. Headings, page furniture and blank lines do not count and are said to be left out.

      Two folders are compared document by document, by their names (a.txt and a.txt, a.de.txt and \
      a.en.txt, de/a.txt and en/a.txt) or, where these differ, each with its most comparable ones.

      EXAMPLES
        bitext coverage --from de --to en bericht.txt report.txt
        bitext coverage --from de --to en bericht.txt report.txt --gaps
        bitext coverage --from de --to en bericht.txt report.txt --html coverage.html
        bitext coverage --from de --to en handbuch.txt manual.txt --fail-under 0.8
        bitext coverage --from de --to en docs/de --with docs/en --csv
        bitext coverage docs/de --with docs/en --json -o today.json
        bitext coverage docs/de --with docs/en --since today.json
        bitext coverage brief.jsonl
        bitext coverage --validate corpora/reports/weisses-haus--kirby
        bitext coverage neu.txt --memory news --weight 100=10 --weight 95-99=30

      An alignment file, perhaps reviewed since, stands for its two documents. With --memory, the \
      documents are counted against memories: what a translator finds there already.
      """)

  @Option(help: "The first document's language; without it the text tells.")
  var from: Language?

  @Option(help: "The second document's language, or that of the documents after --with.")
  var to: Language?

  @OptionGroup var sets: CoverageSetOptions

  @OptionGroup var output: CoverageOutputOptions

  @OptionGroup var how: CoverageMeasureOptions

  @OptionGroup var leverage: LeverageOptions

  @Option(
    help: ArgumentHelp(
      """
      Exit with 1 when less of a document than this, 0 to 1, is surely covered: of either \
      document, or of any by all documents of the other language.
      """, valueName: "ratio"))
  var failUnder: Double?

  @Option(
    name: .customLong("validate"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Say how far the figures may be trusted: measure pairs whose links people made.",
      valueName: "folder"))
  var gold: [String] = []

  @Argument(
    help: """
      Two documents, one alignment file (align --format jsonl), or a folder; - is standard input.
      """)
  var documents: [String] = []

  func validate() throws {
    guard (0...1).contains(failUnder ?? 0) else {
      throw ValidationError("--fail-under lies within 0 and 1")
    }
    let all = documents + sets.with
    guard all.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("only one of the documents can be standard input")
    }
    if leverage.isAsked {
      guard sets.with.isEmpty, gold.isEmpty, failUnder == nil, output.isPlain else {
        throw ValidationError(
          "--memory goes with --json or --csv, and with no other option of coverage's output")
      }
      return
    }
    guard gold.isEmpty || all.isEmpty else {
      throw ValidationError("--validate measures its own pairs: name no documents")
    }
    guard isOfSets || !gold.isEmpty || (1...2).contains(documents.count) else {
      throw ValidationError(
        documents.isEmpty
          ? "name two documents" : "\(documents.count) documents: say which come after --with")
    }
    guard sets.with.isEmpty || !documents.isEmpty else {
      throw ValidationError("name the documents that --with is compared with")
    }
    guard !isOfSets || output.by == nil else {
      throw ValidationError("--by is for two documents")
    }
  }

  private var isOfSets: Bool {
    !sets.with.isEmpty || documents.count == 1 && documents.contains(where: DocumentList.isFolder)
  }

  func run() async throws {
    if leverage.isAsked { return try countAgainstMemories() }
    if !gold.isEmpty { return try measureGold() }
    if isOfSets { try await measureSets() } else { try measurePair() }
  }

  private func countAgainstMemories() throws {
    let sources = try read(DocumentList(documents), from, "--from")
    try leverage.run(sources.documents, to: to?.tag, json: output.json, csv: output.csv)
  }

  private func measurePair() throws {
    let older = try output.report()
    let pair = try documents.count == 1 ? alignment() : aligned()
    if documents.count > 1 { how.encoding.note(pair.header.encoder) }
    var record = CoverageRecord(pair, tool: Version.tool)
    record.since = older?.changes(to: record, of: pair.bitext)
    let others = older?.otherNames(than: record) ?? []
    if !others.isEmpty {
      Console.note("\(output.since ?? ""): a report of \(others.joined(separator: " and "))")
    }
    note(older, record.settings)
    try PairPrinter(pair: pair, record: record, options: output).print()
    try check([
      (pair.bitext.source, pair.coverage.source), (pair.bitext.target, pair.coverage.target),
    ])
  }

  private func measureSets() async throws {
    let older = try output.report()
    let lists = try self.lists()
    let sources = try read(lists.source, from, "--from")
    let targets = try read(lists.target, to, "--to")
    let line = ProgressLine()
    let found = try await sets.measurement(
      try how.builder(sources.language, targets.language), how.measure
    ).run(sources, targets) { line.show($0) }
    line.clear()
    for fault in found.faults { Console.note(fault.description) }
    how.encoding.note(found.settings.encoder)
    var record = CoverageMatrixRecord(found)
    record.since = older?.changes(to: record, of: found)
    note(older, record.settings)
    try SetPrinter(sets: found, record: record, options: output).print()
    let unions =
      found.sources.indices.map { (found.sources[$0], found.matrix.union(ofSource: $0)) }
      + found.targets.indices.map { (found.targets[$0], found.matrix.union(ofTarget: $0)) }
    try check(unions.compactMap { document, side in side.map { (document, $0) } })
    if !found.faults.isEmpty { throw ExitStatus.someFailed }
  }

  private func note(_ older: CoverageReport?, _ settings: CoverageSettings) {
    let differences = older.map { settings.differences(from: $0.settings) } ?? []
    guard !differences.isEmpty else { return }
    Console.note(
      "\(output.since ?? "the older report"): made with a different \(differences.joined(separator: ", ")): "
        + "what changed may be due to that")
  }

  private func read(
    _ list: DocumentList, _ language: Language?, _ option: String
  ) throws -> DocumentSet {
    let set = try DocumentSet(
      list, language: language?.tag, option: option, cutting: how.cutting)
    LanguageNote.write(set.guess?.guess, of: set.guess?.document ?? "", option: option)
    return set
  }

  private func lists() throws -> (source: DocumentList, target: DocumentList) {
    let list = try DocumentList(documents)
    guard sets.with.isEmpty else { return (list, try DocumentList(sets.with)) }
    return try list.split(from?.tag, to?.tag, of: documents[0])
  }

  private func measureGold() throws {
    let pairs = try gold.map { try GoldPair(folder: $0) }
    guard let first = pairs.first?.bitext else { return }
    let builder = try how.builder(first.source.language, first.target.language)
    let validation = try CoverageValidation(pairs, builder: builder, measure: how.measure)
    let (width, isStyled) = output.looks
    try output.write(
      output.chosen == .json
        ? [try JSONText.line(ValidationRecord(validation, tool: Version.tool))]
        : ValidationText(validation).lines(width: width, isStyled: isStyled))
  }

  private func alignment() throws -> PairCoverage {
    let text = try TextFile.read(documents[0])
    guard text.hasPrefix("{") else {
      throw InputFault(
        documents[0], "one document, and no alignment file",
        remedy: "Name two documents, or what align --format jsonl wrote")
    }
    return try how.measure.measure(
      try BitextBuilder.Outcome(alignmentFile: text, path: documents[0]))
  }

  private func aligned() throws -> PairCoverage {
    let source = try LanguageNote.read(
      documents[0], from?.tag, option: "--from", cutting: how.cutting)
    let target = try LanguageNote.read(
      documents[1], to?.tag, option: "--to", cutting: how.cutting)
    let builder = try how.builder(source.language, target.language)
    return try how.measure.measure(
      try builder.build(source, target), lexicons: builder.aligner.lexicons)
  }

  /// A document with nothing to cover fails no gate.
  private func check(_ sides: [(document: Document, side: SideCoverage)]) throws {
    guard let failUnder else { return }
    let below = sides.filter { ($0.side.ratio?.lowerBound ?? 1) < failUnder }
    for (document, side) in below {
      Console.note(
        "\(document.name ?? "-") (\(document.language)): \(Figures.ratio(side.ratio?.lowerBound)) is covered, "
          + "less than \(Figures.ratio(failUnder))")
    }
    if !below.isEmpty { throw ExitStatus.nothingFound }
  }
}
