internal import BitextToolkit

/// Figures as tables print them. Nothing is rounded up: 100 % means all.
enum Figures {
  /// `85–90 %`, `85 %`; `n/a` for nothing to cover.
  static func percent(_ range: ClosedRange<Double>?) -> String { Percentage.text(range) }

  /// A ratio of -1 to 1 with two decimals, towards 0.
  static func ratio(_ value: Double?) -> String { Percentage.ratio(value) }

  static let notAvailable = Percentage.notAvailable

  /// `0.4 MB`, `12 MB`: of 1,000,000 bytes each, rounded up, because that is what a disk must have.
  static func size(_ bytes: Int) -> String {
    let tenths = (bytes + 99_999) / 100_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\((tenths + 9) / 10) MB"
  }

  /// `3, 5–9, 12`: ascending indexes, three neighbours and more as a range; of very many, the first.
  static func indexes(_ indexes: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for index in indexes {
      if let last = runs.last, last.upperBound + 1 == index {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    let parts = runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map(String.init)
    }
    return parts.prefix(mostRuns).joined(separator: ", ") + (parts.count > mostRuns ? ", …" : "")
  }

  /// So many indexes and ranges a list shows, half a screen at most.
  private static let mostRuns = 60

  /// `1 link`, `2 links`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
