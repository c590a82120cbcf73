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
      """)

  @Option(help: "The first document's language.")
  var from: Language

  @Option(help: "The second document's language.")
  var to: Language

  @Option(help: "How to look at the documents: auto, parallel or comparable.")
  var mode: AlignmentMode = .auto

  @Flag(help: "The documents are segmented already, one segment a line.")
  var segmented = false

  @OptionGroup var knowledge: LexiconOption

  @OptionGroup var output: AlignmentOutputOptions

  @Argument(help: "The first document; - is standard input.")
  var source: String

  @Argument(help: "The second document.")
  var target: String

  func run() throws {
    guard source != "-" || target != "-" else {
      throw ValidationError("only one of the documents can be standard input")
    }
    let cutting: DocumentFile.Cutting = segmented ? .lines : .sentences
    let documents = (
      try DocumentFile.read(source, language: from.tag, cutting: cutting),
      try DocumentFile.read(target, language: to.tag, cutting: cutting)
    )
    let builder = BitextBuilder(
      tool: Version.tool, mode: mode, lexicon: try knowledge.open(from.tag, to.tag),
      cutting: cutting)
    try output.write(try builder.build(documents.0, documents.1))
  }
}

extension AlignmentMode: ExpressibleByArgument {}
