internal import ArgumentParser

/// The command `bitext` and its verbs. A verb parses, calls the toolkit, and prints.
struct BitextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bitext",
    abstract: "Pair the sentences of two language versions, keep them, and look them up.",
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
    ])
}
