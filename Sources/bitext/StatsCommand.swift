internal import ArgumentParser
internal import BitextToolkit

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Say in a line how much is in a memory.",
    discussion: """
      Units, texts in each language, documents, and what the units and their index take on disk. \
      Nothing is checked: that is what check does.

      EXAMPLES
        bitext stats
        bitext stats news ./team.bitext
        bitext stats --json news | jq .units
      """)

  @Flag(help: "Print one JSON record a memory.")
  var json = false

  @Argument(help: "Memories: names, or paths with a slash. (default: all of your own)")
  var memories: [String] = []

  func run() throws {
    let names = memories.isEmpty ? MemoryStatistics.names : memories
    if names.isEmpty {
      Console.note("no memory there; make one with: bitext add NAME FILE")
      throw ExitStatus.nothingFound
    }
    for name in names {
      let statistics = try MemoryStatistics(name)
      Console.print(
        json
          ? try JSONText.line(Record(name: name, statistics: statistics))
          : MemoryCheckText.line(of: statistics, memory: name))
    }
  }

  /// The statistics' own members, and the memory's name beside them.
  private struct Record: Encodable {
    let name: String
    let statistics: MemoryStatistics

    enum CodingKeys: String, CodingKey { case v, name }

    func encode(to encoder: any Encoder) throws {
      try statistics.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(1, forKey: .v)
      try container.encode(name, forKey: .name)
    }
  }
}
