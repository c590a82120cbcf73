internal import ArgumentParser
internal import BitextToolkit

struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Find a word or phrase wherever a memory has it, with the other side.",
    discussion: """
      Upper and lower case are the same, punctuation does not count, and a star ends the start of a \
      word.

      EXAMPLES
        bitext concordance news "Rakete*" --side de
        bitext concordance news "release the funds" --count 20
        bitext concordance news Moskau --jsonl | jq .text
      """)

  @Option(help: "The language to search. (default: all)")
  var side: Language?

  @Option(help: "The most hits to show. (default: all)")
  var count: Int?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print a JSON record a hit, as they are found.")
  var jsonl = false

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  @Argument(help: "A word, a phrase, or the start of a word and a star.")
  var phrase: String

  func validate() throws {
    guard count ?? 1 > 0 else { throw ValidationError("--count is 1 or more") }
    guard !(json && jsonl) else {
      throw ValidationError("--json and --jsonl contradict each other")
    }
  }

  func run() throws {
    let opened = try Memory.named(memory)
    guard let sought = try Phrase(phrase, tokenizer: WordTokenizer()) else {
      throw InputFault("concordance", "no word in “\(phrase)”", remedy: "Give a word or a phrase")
    }
    var found = 0
    try opened.consult { snapshot in
      let languages = try snapshot.languages.keys.sorted()
      if let side { try QueryDirection.check(side.tag, languages: languages, name: memory) }
      let text = ConcordanceText(width: Console.width, isStyled: Console.isColorful)
      if json { Console.write(#"{"v":1,"phrase":\#(try JSONText.line(phrase)),"hits":["#) }
      try Concordance(snapshot).forEachHit(sought, in: side?.tag) { hit in
        found += 1
        let record = try ConcordanceRecord(hit, in: snapshot)
        if json {
          Console.write((found > 1 ? ",\n" : "\n") + (try JSONText.line(record)))
        } else if jsonl {
          Console.print(try JSONText.line(record))
        } else {
          for line in text.lines(of: record) { Console.print(line) }
        }
        return count.map { found < $0 } ?? true
      }
      if json { Console.print("]}") }
    }
    guard found > 0 else {
      if !json, !jsonl { Console.note("\(memory): nothing found") }
      throw ExitStatus.nothingFound
    }
  }
}
