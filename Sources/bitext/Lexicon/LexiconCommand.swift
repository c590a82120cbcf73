internal import ArgumentParser
internal import BitextToolkit

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Compile and look into bilingual dictionaries.",
    discussion: """
      The lexicon tells the aligner which words translate which. It is compiled once from a \
      dictionary on this machine and stays there.

      EXAMPLES
        bitext lexicon build --from de --to en /usr/share/trans/de-en
        bitext lexicon show Rakete
        bitext lexicon list
        bitext lexicon stats
      """,
    subcommands: [
      Build.self, Show.self, List.self, Stats.self, Coverage.self, Explain.self,
    ])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a word or phrase translates to, and what it is made of.",
      discussion: """
        Looks on both sides, for the word, its base forms and, in German, its parts.

        EXAMPLES
          bitext lexicon show Raketenabwehr
          bitext lexicon show "missile defence"
        """)

    @Option(help: "The lexicon. (default: every lexicon of the data folder)")
    var lexicon: String?

    @Argument(help: "A word or a phrase.")
    var word: String

    func run() throws {
      var found = false
      for lexicon in try LexiconFolder.all(or: lexicon) {
        for side in Lexicon.Side.allCases {
          guard let entry = LexiconEntry(word, in: lexicon, side) else { continue }
          found = true
          Console.print("\(entry.language): \(entry.headline)")
          for line in entry.lines { Console.print("  " + line) }
        }
      }
      guard found else {
        Console.note("“\(word)” is in no lexicon")
        throw ExitStatus.nothingFound
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the lexicons of the data folder.")

    func run() throws {
      for path in LexiconFolder.paths() {
        let lexicon = try LexiconFolder.open(path)
        Console.print(
          "\(lexicon.info.source)-\(lexicon.info.target)\t\(lexicon.entryCount)\t\(path)")
      }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what the lexicons hold, where it comes from, and under which licence.",
      discussion: """
        Reads each lexicon through and says when one is damaged.

        EXAMPLE
          bitext lexicon stats
        """)

    @Argument(help: "Lexicons. (default: those of the data folder)")
    var lexicons: [String] = []

    func run() throws {
      let paths = lexicons.isEmpty ? LexiconFolder.paths() : lexicons
      if paths.isEmpty {
        Console.note("no lexicon in \(DataFolders.lexicons). \(LexiconFolder.remedy)")
        throw ExitStatus.nothingFound
      }
      for path in paths {
        let lexicon = try LexiconFolder.open(path)
        guard lexicon.isIntact() else {
          throw InputFault(path, "damaged", remedy: LexiconFolder.remedy)
        }
        Console.print(path)
        Console.print(
          """
            languages  \(lexicon.info.source) – \(lexicon.info.target)
            terms      \(lexicon.termCount(.source)) and \(lexicon.termCount(.target))
            entries    \(lexicon.entryCount)
            size       \(lexicon.byteCount / 1_000_000) MB
          """)
        for origin in lexicon.info.origins {
          Console.print(
            "  source     \(origin.name), \(origin.entries) pairs, \(origin.skipped) lines skipped")
          Console.print("  licence    \(origin.licence)")
        }
      }
    }
  }
}
