internal import ArgumentParser
internal import BitextToolkit

extension LexiconCommand {
  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile dictionaries, glossaries and texts into a lexicon.",
      discussion: """
        Dictionaries: Ding (Debian package trans-de-en) and those of dictd (Debian packages \
        dict-freedict-*, by their .index). Glossaries: .tsv, a term, a tab and its translation a \
        line, .tbx and .tmx. Texts, with --learn: memories, .tmx, .tsv, alignment files. Several are \
        merged, and each is named in the lexicon. Files may be gzip.

        Tables in the data folder are used: base forms in lemmas/ and how frequent words are in \
        frequencies/, which scripts/lemmas and scripts/frequencies fetch.

        EXAMPLES
          bitext lexicon build --from de --to en /usr/share/trans/de-en
          bitext lexicon build --from de --to fr /usr/share/dictd/freedict-*.index
          bitext lexicon build --from de --to en --learn work -o work.lex terms.tsv
        """)

    @Option(help: "The first language.")
    var from: Language

    @Option(help: "The second language.")
    var to: Language

    @Option(
      name: .shortAndLong,
      help: "Where to write the lexicon. (default: <from>-<to>.lex in the data folder)")
    var output: String?

    @Option(
      help: ArgumentHelp(
        "Texts to learn from: which words stand in each other's place. Repeatable.",
        valueName: "file|memory"))
    var learn: [String] = []

    @Option(help: "The language of the headwords of a dictd dictionary, if its name does not tell.")
    var headwords: Language?

    @Flag(
      inversion: .prefixedNo,
      help: "Weigh words by the data folder's frequency tables, not by the sources' own texts.")
    var frequencies = true

    @Argument(help: "Dictionaries and glossaries.")
    var dictionaries: [String] = []

    func validate() throws {
      if dictionaries.isEmpty, learn.isEmpty {
        throw ValidationError("Give a dictionary, a glossary, or texts with --learn.")
      }
    }

    func run() throws {
      let path = output ?? LexiconFolder.path(from.tag, to.tag)
      try LexiconCompilation.prepare(path)
      var compilation = LexiconCompilation(from: from.tag, to: to.tag)
      for dictionary in dictionaries {
        Console.note(try compilation.add(dictionary, headwords: headwords?.tag))
      }
      if !learn.isEmpty { Console.note(try compilation.learn(from: learn)) }
      for line in try compilation.addTables(frequencies: frequencies) { Console.note(line) }
      try compilation.write(to: path)
      Console.note(path)
    }
  }
}
