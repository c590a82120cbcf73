internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

extension LexiconCommand {
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show which words of two sentences explain each other, by what, and how much.",
      discussion: """
        The weights add up to the similarity of the two sentences, 0 to 1: what the aligner goes by.

        EXAMPLE
          bitext lexicon explain --from de --to en "Der Hund bellt." "The dog barks."
        """)

    @Option(help: "The first sentence's language.")
    var from: Language

    @Option(help: "The second sentence's language.")
    var to: Language

    @OptionGroup var knowledge: LexiconOption

    @Argument(help: "A sentence.")
    var source: String

    @Argument(help: "A sentence in the other language.")
    var target: String

    func run() throws {
      let explanation = try SegmentExplanation(
        source, in: from.tag, target, in: to.tag, lexicons: try knowledge.open(from.tag, to.tag))
      for row in explanation.rows {
        Console.print(
          [String(format: "%.3f", row.weight), row.by.rawValue, row.source, row.target]
            .joined(separator: "\t"))
      }
      Console.print(String(format: "%.3f", explanation.similarity) + "\tsimilarity")
    }
  }
}
