public import ArgumentParser
public import BitextToolkit

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Pair the sentences of two language versions that correspond.",
    discussion: """
      Two translations of one text are aligned in order (parallel); two reports of one event are \
      linked by claim, in any order, one sentence to several (comparable). By default the texts \
      decide, and the program says why.

      EXAMPLES
        bitext align --from de --to en bericht.txt report.txt
        bitext align --from de --to en bericht.txt report.txt -o brief.jsonl
        bitext align --from de --to en --mode parallel --format tsv buch.txt book.txt
        bitext align --from de --to en --segmented --format ladder SRC.txt TGT.txt
        bitext align --from de --to en --jsonl < pairs.jsonl
      """)

  @Option(help: "The first document's language, such as de.")
  var from: Language?

  @Option(help: "The second document's language.")
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

  @OptionGroup var knowledge: LexiconOption

  @OptionGroup var output: AlignmentOutputOptions

  @Argument(help: "Two documents; - is standard input. With --jsonl, files of records.")
  var files: [String] = []

  func validate() throws {
    if jsonl {
      if output.isGiven || segmented {
        throw ValidationError("--jsonl answers on standard output, in one form")
      }
    } else if files.count != 2 {
      throw ValidationError("name two documents")
    } else if files == ["-", "-"] {
      throw ValidationError("only one of the documents can be standard input")
    } else if from == nil || to == nil {
      throw ValidationError("give the documents' languages with --from and --to")
    }
  }

  func run() throws {
    if jsonl { return try answerRecords() }
    guard let from = from?.tag, let to = to?.tag else { return }
    try output.check(against: files)
    let cutting: DocumentFile.Cutting = segmented ? .lines : .sentences
    let documents = (
      try DocumentFile.read(files[0], language: from, cutting: cutting),
      try DocumentFile.read(files[1], language: to, cutting: cutting)
    )
    let builder = BitextBuilder(
      tool: Version.tool, mode: mode, lexicons: try knowledge.open(from, to), cutting: cutting)
    try output.write(try builder.build(documents.0, documents.1))
  }

  private func answerRecords() throws {
    let lexicons = LexiconCache(knowledge)
    let worker = AlignWorker(
      tool: Version.tool, mode: mode, source: from?.tag, target: to?.tag
    ) { try lexicons.open($0, $1) }
    try RecordLoop.run(files: files) { line, number in worker.answer(line: line, number: number) }
  }
}

extension AlignmentMode: ExpressibleByArgument {}
