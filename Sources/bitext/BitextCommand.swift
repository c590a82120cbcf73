internal import ArgumentParser

/// The command `bitext` and its verbs. A verb parses, calls the toolkit, and prints.
struct BitextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bitext",
    abstract: "Pair the sentences of two language versions, keep them, and look them up.",
    discussion: """
      Everything happens on this machine; nothing is sent anywhere, unless --encoder names a server. Results go to standard output, \
      all talk to standard error.

      EXAMPLES
        bitext align --from de --to en bericht.txt report.txt -o brief.jsonl
        bitext add news brief.jsonl
        bitext lookup news "Congress must release the funds."
        bitext coverage brief.jsonl --gaps

      Exit status: 0 done, or found; 1 nothing found, problems found, or below --fail-under; 2 wrong usage or \
      unreadable input; 3 some records of a batch failed; 130 interrupted.
      """,
    version: Version.text,
    subcommands: [
      SegmentCommand.self,
      AlignCommand.self,
      CoverageCommand.self,
      AddCommand.self,
      RemoveCommand.self,
      ExportCommand.self,
      LookupCommand.self,
      ConcordanceCommand.self,
      LexiconCommand.self,
      CheckCommand.self,
      StatsCommand.self,
      ServeCommand.self,
    ])
}
