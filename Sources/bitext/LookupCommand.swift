internal import ArgumentParser
internal import BitextToolkit

struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Find the units of a memory whose text is like a sentence.",
    discussion: """
      The per cent says how many of the words are the same, in order; 100 is said of the same text \
      alone, 101 when its neighbours are the same too. What speaks against a match is taken off, by \
      name. [-words-] are only in the memory, {+words+} only in the query; «words» of the translation \
      go with what is only in the memory, as far as a lexicon knows. Where nothing but numbers and \
      placeholders differs, an adapted translation shows what would have to be typed.

      EXAMPLES
        bitext lookup news "Der Kongress muss handeln." --from de --to en
        bitext lookup news "Congress must release the funds." --min 50 --json
        bitext lookup news - --jsonl < sentences.txt
        bitext lookup news "Das Haus am See." --also old --penalty memory.old=5
        bitext lookup news "Der Rat tagt am Montag wieder in Berlin." --subsegments
        bitext lookup news --fill menu.xlf -o menu.de.xlf      also XLIFF 2.0 and PO

      The lines of standard input are each other's context. With --jsonl they are not: a line is a \
      sentence or a record {"id","text","previous","next"}, and is answered by a line at once.

      --fill puts exact matches into a document's empty places for translations and others beside \
      them, with their score; nothing else of the document changes (docs/formats.md).
      """)

  @Option(help: "The query's language. (default: of a memory of two languages, the likelier)")
  var from: Language?

  @Option(help: "The language wanted. (default: any other)")
  var to: Language?

  @Option(help: "The least similarity in per cent, before penalties.")
  var min = 70

  @Option(help: "The most matches a query.")
  var limit = 5

  @Option(help: "The sentence before the query's, for context matches.")
  var previous: String?

  @Option(help: "The sentence after the query's.")
  var next: String?

  @Option(
    help: ArgumentHelp(
      "Look in this memory too. Repeatable; of equal matches the memory named first has the better.",
      valueName: "memory"))
  var also: [String] = []

  @Flag(help: "Without an exact match, show the longest parts that the memory knows.")
  var subsegments = false

  @Option(
    help: ArgumentHelp(
      """
      A lexicon that tells which words go together, or none. Repeatable. (default: the data \
      folder's for the two languages)
      """, valueName: "file|none"))
  var lexicon: [String] = []

  @OptionGroup var scoring: ScoringOptions

  @Option(help: "Fill this document's empty places for translations: XLIFF 1.2, 2.0 or PO.")
  var fill: String?

  @Option(name: .shortAndLong, help: "With --fill: write to a file instead of standard output.")
  var output: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print a JSON record a query.")
  var jsonl = false

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  @Argument(help: "The sentence; - reads one a line from standard input.")
  var text = "-"

  func validate() throws {
    guard (1...100).contains(min) else { throw ValidationError("--min is 1 to 100") }
    guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
    guard !(json && jsonl) else {
      throw ValidationError("--json and --jsonl contradict each other")
    }
    if fill == nil, output != nil { throw ValidationError("-o goes with --fill") }
    if fill != nil, (from == nil) != (to == nil) {
      throw ValidationError("--fill wants both languages, or goes by what the document says")
    }
    if fill != nil, text != "-" || json || jsonl || previous != nil || next != nil || subsegments {
      throw ValidationError("--fill takes its sentences from the document")
    }
  }

  func run() throws {
    let set = try MemorySet([memory] + also, settings: scoring.settings())
    if let fill { return try self.fill(fill, from: set) }
    let queries: LookupQueries =
      switch (text, jsonl) {
      case ("-", true): .worker
      case ("-", false): try LookupQueries(document: text)
      default: try LookupQueries(text, previous: previous, next: next)
      }
    guard !set.languages.isEmpty else {
      Console.note(
        "\(memory): the memory is empty; put something in with: bitext add \(memory) FILE")
      throw ExitStatus.nothingFound
    }
    let directions = try QueryDirection.possible(
      from: from?.tag, to: to?.tag, languages: set.languages, name: set.name)
    let linker = TokenLinker(lexicon)
    var printer = LookupPrinter(
      form: json ? .json : jsonl ? .lines : .text, showsQueries: text == "-")
    for request in queries {
      guard case .success(let query) = request.query else {
        try printer.fail(request)
        continue
      }
      // A block each: a worker that waits for its next line does not hold on to an old state.
      try printer.print(
        set.consult { snapshot in
          let answer = try snapshot.lookUp(
            query, directions: directions, minimum: min, limit: limit, subsegments: subsegments)
          return try LookupRecord(
            id: request.id, query: query, answer, in: snapshot, linker: linker)
        })
    }
    try printer.finish(guessed: directions.count > 1)
  }

  private func fill(_ document: String, from set: MemorySet) throws {
    var filling = DocumentFilling()
    (filling.minimum, filling.limit) = (min, limit)
    if let from, let to { filling.languages = [from.tag, to.tag] }
    let report = try filling.fill(document, from: set, to: output ?? "-")
    Console.note(
      "\(document): \(Figures.count(report.translated, "segment")) filled, \(report.proposed) with "
        + "matches beside, \(report.left) left, \(report.done) done before")
    if report.translated + report.proposed == 0 { throw ExitStatus.nothingFound }
  }
}
