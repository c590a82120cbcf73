internal import BitextToolkit

/// What `check` says of a memory.
enum MemoryCheckText {
  /// `news: 412 units, de 412, en 412, 3 documents, 2.1 MB, index 0.9 MB`.
  static func line(of statistics: MemoryStatistics, memory: String) -> String {
    let parts =
      [Figures.count(statistics.units, "unit")]
      + statistics.languages.map { "\($0.language) \($0.variants)" }
      + [
        Figures.count(statistics.documents, "document"), Figures.size(statistics.bytes),
        "index \(Figures.size(statistics.indexBytes))",
      ]
    return "\(memory): " + parts.joined(separator: ", ")
  }

  /// That line, then of each problem what helps, which units have it, and the first one's texts.
  static func lines(of record: MemoryCheck.Record, memory: String, width: Int) -> [String] {
    [line(of: record.statistics, memory: memory)]
      + record.problems.flatMap { lines(of: $0, width: width) }
  }

  private static func lines(of problem: MemoryCheck.Problem, width: Int) -> [String] {
    let ids = problem.examples.map { "\($0.rawValue)" }.joined(separator: " ")
    let rest = problem.count > problem.examples.count ? " …" : ""
    return [
      "\(problem.kind.rawValue): \(Figures.count(problem.count, "unit")); \(problem.suggestion)",
      "    id " + ids + rest,
    ] + problem.texts.map { "       " + TextWrapping.truncated($0, width: max(20, width - 7)) }
  }
}
