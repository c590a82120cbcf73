internal import ArgumentParser
internal import BitextToolkit

/// The options of `coverage` that count documents against memories.
struct LeverageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Count how much of the documents this memory has, in the bands of CAT tools. Repeatable, the \
      most trusted first.
      """, valueName: "memory"))
  var memory: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      With --memory: what a word of a band costs, in per cent of a new one, such as 95-99=30: \
      \(LeverageBand.allCases.map(\.rawValue).joined(separator: ", ")). Repeatable.
      """, valueName: "band=percent"))
  var weight: [String] = []

  @Flag(help: "With --memory: a repetition outranks a match of 100.")
  var repetitionsFirst = false

  @OptionGroup var scoring: ScoringOptions

  var isAsked: Bool { !memory.isEmpty }

  func validate() throws {
    if !isAsked, repetitionsFirst || !weight.isEmpty || !scoring.penalty.isEmpty {
      throw ValidationError("--weight, --repetitions-first and --penalty go with --memory")
    }
  }

  /// Counts the documents, all of one language, and prints the figures.
  func run(_ documents: [Document], to target: LanguageTag?, json: Bool, csv: Bool) throws {
    let report = try LeverageReport(
      of: documents, in: memory, to: target, settings: scoring.settings(weights: weight),
      ranksRepetitionsFirst: repetitionsFirst)
    if json {
      Console.print(try JSONText.line(LeverageRecord(report, tool: Version.tool)))
    } else if csv {
      for line in LeverageText(report).csv { Console.print(line) }
    } else {
      for line in LeverageText(report).lines(
        width: Console.width, isStyled: Console.isColorful)
      {
        Console.print(line)
      }
    }
  }
}
