internal import ArgumentParser

/// Measures how fast the parts are, each beside a plain reference or another program in the same
/// run: ratios travel from machine to machine, absolute times do not.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure speed and memory, beside a reference in the same run.",
    // One a line, in the order of the issues' parts: text, knowledge, links, memory, files.
    subcommands: [
      SegmentBench.self,
      LexiconBench.self,
      RetrievalBench.self,
      AlignBench.self,
      ClaimsBench.self,
      CoverageBench.self,
      MemoryBench.self,
      TMXBench.self,
      ServeBench.self,
    ])
}
