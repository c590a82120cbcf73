internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

extension LexiconCommand {
  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell how many of the words of texts lexicons know, and which they do not.",
      discussion: """
        Content words are counted, wherever they stand: numbers, dates and words as frequent as \
        articles are left out. A word is known as it stands, by a base form, or by the parts of a \
        compound; of names that no dictionary lists it is said apart how many there are.

        EXAMPLES
          bitext lexicon coverage --from de --to en bericht.txt
          bitext lexicon coverage --from en --to de --unknown 30 report.txt
        """)

    @Option(help: "The language of the texts.")
    var from: Language

    @Option(help: "The other language of the lexicon.")
    var to: Language

    @OptionGroup var knowledge: LexiconOption

    @Option(help: "How many unknown words to list, the most frequent first.")
    var unknown = 10

    @Argument(help: "Texts; - is standard input.")
    var texts: [String]

    func run() throws {
      let lexicons = try knowledge.open(from.tag, to.tag)
      var total = LexiconCoverage()
      for path in texts {
        let document = try DocumentFile.read(path, language: from.tag, cutting: .sentences)
        let coverage = try LexiconCoverage(document, lexicons: lexicons)
        print(path, coverage)
        total.add(coverage)
      }
      if texts.count > 1 { print("all", total) }
    }

    private func print(_ name: String, _ coverage: LexiconCoverage) {
      let share = { (count: Int) in
        coverage.total == 0
          ? "–" : String(format: "%.3f", Double(count) / Double(coverage.total))
      }
      Console.print(
        "\(name): \(share(coverage.known)) of \(coverage.total) content words known: "
          + "\(share(coverage.whole)) as they stand or inflected, "
          + "\(share(coverage.compounds)) by their parts; \(share(coverage.names)) are unknown names"
      )
      let missing = coverage.unknown.prefix(unknown).joined(separator: ", ")
      if !missing.isEmpty { Console.print("  unknown: \(missing)") }
    }
  }
}
