public import ArgumentParser
public import BitextToolkit

struct AlignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Pair the sentences of two language versions that correspond.",
    discussion: """
      Two translations of one text are aligned in order (parallel); two reports of one event are \
      linked by claim, in any order, one sentence to several (comparable). By default the texts \
      decide, and the program says why.

      An alignment file (.jsonl) keeps what people decide in a review. Aligning to the same file \
      again keeps their decisions, also after the texts have changed.

      EXAMPLES
        bitext align --from de --to en bericht.txt report.txt
        bitext align --from de --to en bericht.txt report.txt -o brief.jsonl
        bitext align --review brief.jsonl
        bitext align --from de --to en bericht.txt report.txt -o brief.html
        bitext align --explain 3:8 brief.jsonl
        bitext align --from de --to en --mode parallel --anchors sure.ladder buch.txt book.txt
        bitext align --from de --to en --segmented --format ladder SRC.txt TGT.txt
        bitext align --from de --to en --segmented --links vecalign.out A.txt B.txt -o ab.jsonl
        bitext align --from de --to en --pairs list.tsv -o aligned -j 2 --resume
        bitext align --from de --to en --collection reports
        bitext align --from de --to en --jsonl < pairs.jsonl
      """)

  @Option(help: "The first document's language, such as de; without it the text tells.")
  var from: Language?

  @Option(help: "The second document's language; without it the text tells.")
  var to: Language?

  @Option(help: "How to look at the documents: auto, parallel or comparable.")
  var mode: AlignmentMode = .auto

  @Flag(
    help: "The documents are segmented already: every line is a segment, blank ones too.")
  var segmented = false

  @Flag(
    help: """
      Read JSON records {"id", "source": {"lang", "text" or "segments"}, "target": {…}}, one a line, \
      and answer each with one.
      """)
  var jsonl = false

  @Option(
    help: ArgumentHelp(
      """
      Show why two segments are linked, or are not: the words that tie them, and the sum beside \
      that of the strongest rival. The indexes are those of the table; 3+4:8 is a link of three. \
      An alignment file may stand for the documents.
      """, valueName: "source:target"))
  var explain: String?

  @OptionGroup var knowledge: LexiconOption

  @OptionGroup var encoding: EncoderOption

  @OptionGroup var decisions: DecisionOptions

  @OptionGroup var batch: BatchOptions

  @OptionGroup var set: CollectionOptions

  @OptionGroup var output: AlignmentOutputOptions

  @Argument(help: "Two documents; - is standard input. With --jsonl, files of records.")
  var files: [String] = []

  func validate() throws {
    let ways = [
      jsonl, decisions.review != nil, batch.pairs != nil, explain != nil, set.collection != nil,
    ].count { $0 }
    if decisions.links != nil, ways > 0 {
      throw ValidationError("--links is for two documents and their output")
    }
    guard ways <= 1 else {
      throw ValidationError(
        "--jsonl, --review, --pairs, --collection and --explain are different ways to work: "
          + "choose one")
    }
    if let explain {
      guard ExplanationText.sides(explain) != nil else {
        throw ValidationError("--explain \(explain): give segment indexes, such as 3:8 or 3+4:8")
      }
      if output.isGiven { throw ValidationError("--explain answers on standard output") }
      if files.count == 1 { return }
    }
    if decisions.review != nil {
      if !files.isEmpty || output.isGiven || segmented || decisions.anchors != nil {
        throw ValidationError("--review takes the alignment file alone, and saves to it")
      }
    } else if jsonl {
      if output.isGiven || segmented || decisions.anchors != nil {
        throw ValidationError("--jsonl answers on standard output, in one form")
      }
    } else if batch.pairs != nil {
      try batch.validate(against: output, files: files, anchors: decisions.anchors)
    } else if set.collection != nil {
      try set.validate(output: output, files: files, anchors: decisions.anchors)
    } else if files.count != 2 {
      throw ValidationError("name two documents")
    } else if files == ["-", "-"] {
      throw ValidationError("only one of the documents can be standard input")
    }
    if batch.pairs != nil || set.collection != nil, from == nil || to == nil {
      throw ValidationError("give the documents' languages with --from and --to")
    }
  }

  func run() async throws {
    if jsonl { return try answerRecords() }
    if let file = decisions.review {
      var review = Review(try ReviewSession(file, decision: decisions.decision))
      return try review.run()
    }
    if let explain, files.count == 1 {
      let outcome = try BitextBuilder.Outcome(
        alignmentFile: TextFile.read(files[0]), path: files[0])
      return try show(explain, outcome)
    }
    if batch.pairs != nil, let from = from?.tag, let to = to?.tag {
      return try await batch.run(try builder(from, to), from, to, output: output)
    }
    if set.collection != nil, let from = from?.tag, let to = to?.tag {
      return try set.run(try builder(from, to), from, to, output: output, encoding: encoding)
    }
    try output.check(against: files)
    let cutting: DocumentFile.Cutting = segmented ? .lines : .sentences
    let documents = (
      try LanguageNote.read(files[0], from?.tag, option: "--from", cutting: cutting),
      try LanguageNote.read(files[1], to?.tag, option: "--to", cutting: cutting)
    )
    if let links = decisions.links {
      let builder = try builder(documents.0.language, documents.1.language)
      let outcome = try builder.build(
        documents.0, documents.1, from: try LadderAlignment(links))
      return try output.write(outcome)
    }
    let kept = try decisions.file(replacing: output.alignmentFile)?
      .decisions(for: documents.0, documents.1, mode: mode)
    let outcome = try builder(documents.0.language, documents.1.language)
      .build(documents.0, documents.1, keeping: kept)
    encoding.note(outcome.header.encoder)
    if let explain { return try show(explain, outcome) }
    try output.write(outcome)
    if let kept { DecisionText(kept).note() }
  }

  private func builder(_ from: LanguageTag, _ to: LanguageTag) throws -> BitextBuilder {
    BitextBuilder(
      tool: Version.tool, mode: mode, lexicons: try knowledge.open(from, to),
      encoder: try encoding.open(), cutting: segmented ? .lines : .sentences)
  }

  private func show(_ link: String, _ outcome: BitextBuilder.Outcome) throws {
    guard let sides = ExplanationText.sides(link) else { return }
    let bitext = outcome.bitext
    let aligner = try builder(bitext.source.language, bitext.target.language).aligner
    let explained = try LinkExplanation(sides.source, sides.target, in: bitext, aligner: aligner)
    let text = ExplanationText(
      bitext: bitext, explained: explained, width: Console.width, isStyled: Console.isColorful)
    for line in text.lines { Console.print(line) }
  }

  private func answerRecords() throws {
    let lexicons = LexiconCache(knowledge)
    let worker = AlignWorker(
      tool: Version.tool, mode: mode, source: from?.tag, target: to?.tag,
      encoder: try encoding.open()
    ) { try lexicons.open($0, $1) }
    try RecordLoop.run(files: files) { line, number in worker.answer(line: line, number: number) }
  }
}

extension AlignmentMode: ExpressibleByArgument {}
