internal import ArgumentParser
internal import BitextToolkit

struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Find a word or phrase wherever a memory has it, with the other side.",
    discussion: """
      Upper and lower case are the same, punctuation does not count, and a star ends the start of a \
      word. There is no limit: hits come as they are found, in the order in which the units were \
      added. «Words» of the other side go with the phrase, as far as a lexicon knows.

      EXAMPLES
        bitext concordance news "Rakete*" --side de
        bitext concordance news "release the funds" --count 20
        bitext concordance news gehen --lemmas --side de
        bitext concordance news resume --ignore-diacritics
        bitext concordance news Moskau --jsonl | jq .text
        bitext concordance news Moskau --format tmx -o moskau.tmx

      --format tmx, tsv and the other formats of export write the units whole.
      """)

  @Option(help: "The language to search. (default: all)")
  var side: Language?

  @Option(
    name: [.long, .customLong("limit")], help: "The most hits to show. (default: all)")
  var count: Int?

  @Flag(help: "Find all forms of each word that the lexicon lists: ging and gegangen for gehen.")
  var lemmas = false

  @Flag(help: "Find résumé for resume, and the other way round.")
  var ignoreDiacritics = false

  @Option(
    help: ArgumentHelp(
      "A lexicon that tells forms and counterparts, or none. Repeatable. (default: the data folder's)",
      valueName: "file|none"))
  var lexicon: [String] = []

  @OptionGroup var output: ConcordanceOutputOptions

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  @Argument(help: "A word, a phrase, or the start of a word and a star.")
  var phrase: String

  func validate() throws {
    guard count ?? 1 > 0 else { throw ValidationError("--count is 1 or more") }
    if output.units != nil, count != nil {
      throw ValidationError("--count is for hits; a file of units has all of them")
    }
  }

  func run() throws {
    let opened = try Memory.named(memory)
    let languages = try opened.consult { try $0.languages.keys.sorted() }
    if let side { try QueryDirection.check(side.tag, languages: languages, name: memory) }
    let linker = TokenLinker(lexicon)
    let sought = try sought(linker, languages)
    if let format = output.units {
      try output.export(sought, side: side?.tag, of: opened, named: memory, as: format)
      return
    }
    let sink = try ResultSink(path: output.output)
    let printer = ConcordancePrinter(form: output.form, phrase: phrase, sink: sink)
    var found = 0
    try opened.consult { snapshot in
      try printer.begin()
      try Concordance(snapshot).forEachHit(sought, in: side?.tag) { hit in
        found += 1
        try printer.print(
          ConcordanceRecord(hit, in: snapshot, linker: linker), isFirst: found == 1)
        return count.map { found < $0 } ?? true
      }
      try printer.end()
    }
    try sink.finish()
    guard found > 0 else {
      if output.form == .text { Console.note("\(memory): nothing found") }
      throw ExitStatus.nothingFound
    }
  }

  private func sought(_ linker: TokenLinker, _ languages: [LanguageTag]) throws -> Phrase {
    var families: WordFamilies?
    if lemmas {
      let known = WordFamilies(try lexicons(linker, languages), language: side?.tag)
      guard known.areKnown else {
        throw InputFault(
          "--lemmas", "no lexicon of \(memory)'s languages lists forms of words",
          remedy: "Name one with --lexicon, or end the word with a star")
      }
      families = known
    }
    let sought = try Phrase(
      phrase, ignoringDiacritics: ignoreDiacritics, forms: { families?.forms(of: $0) ?? [$0] },
      tokenizer: WordTokenizer())
    guard let sought else {
      throw InputFault("concordance", "no word in “\(phrase)”", remedy: "Give a word or a phrase")
    }
    return sought
  }

  /// Of every two languages of the memory.
  private func lexicons(_ linker: TokenLinker, _ languages: [LanguageTag]) throws -> [Lexicon] {
    let tags = Set(languages.map(\.language)).sorted().compactMap(LanguageTag.init)
    return try tags.enumerated().flatMap { index, one in
      try tags.dropFirst(index + 1).flatMap { try linker.lexicons(one, $0) }
    }
  }
}
