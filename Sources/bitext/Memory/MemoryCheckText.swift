internal import BitextToolkit

/// What `check` says of a memory.
enum MemoryCheckText {
  /// `news: 412 units, de 412, en 412, 3 documents, 2 MB, index 1 MB`.
  static func line(of statistics: MemoryStatistics, memory: String) -> String {
    let parts =
      [Figures.count(statistics.units, "unit")]
      + statistics.languages.map { "\($0.language) \($0.variants)" }
      + [
        Figures.count(statistics.documents, "document"), "\(statistics.bytes >> 20) MB",
        "index \(statistics.indexBytes >> 20) MB",
      ]
    return "\(memory): " + parts.joined(separator: ", ")
  }

  /// That line, then two lines a problem.
  static func lines(of record: MemoryCheck.Record, memory: String) -> [String] {
    [line(of: record.statistics, memory: memory)]
      + record.problems.flatMap { problem in
        [
          "\(problem.kind.rawValue): \(Figures.count(problem.count, "unit")); \(problem.suggestion)",
          "    id " + problem.examples.map { "\($0.rawValue)" }.joined(separator: " "),
        ]
      }
  }
}
