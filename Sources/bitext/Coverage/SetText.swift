internal import BitextToolkit

/// The coverage of each pair of two sets of documents as a table with the figures in its cells.
struct CoverageMatrixText {
  let matrix: CoverageMatrix
  let sources, targets: [Document]

  init(matrix: CoverageMatrix, sources: [Document], targets: [Document]) {
    (self.matrix, self.sources, self.targets) = (matrix, sources, targets)
  }

  init(_ table: CoverageTable) {
    self.init(matrix: table.matrix, sources: table.sources, targets: table.targets)
  }

  func lines(width: Int, isStyled: Bool) -> [String] {
    let rows = ShortNames.of(sources.map { $0.name ?? "-" })
    let columns = ShortNames.of(targets.map { $0.name ?? "-" })
    var table = Table(
      [.text("")] + columns.map { Table.Column.figures($0) } + [.figures("all of them")])
    for row in sources.indices {
      let cells = matrix.cells[row].map { Table.Cell(Self.cell($0)) }
      let union = matrix.union(ofSource: row)
      table.append(
        [Table.Cell(rows[row])] + cells + [Table.Cell(Figures.percent(union?.ratio))])
    }
    let unions = targets.indices.map { column in
      Table.Cell(Figures.percent(matrix.union(ofTarget: column)?.ratio))
    }
    table.append(["all of them"] + unions + [""])
    return table.lines(width: width, isStyled: isStyled) + Self.legend
  }

  private static let legend = [
    "",
    "a / b: the column's document tells at least a % of the row's characters, the row's b % of the "
      + "column's;",
    "m: mutual coverage, 0 to 1. The last row and column: by all documents together.",
  ]

  /// `85 / 77 %  m .81`
  private static func cell(_ coverage: Coverage) -> String {
    let percent = { (side: SideCoverage) in
      Figures.percent(side.ratio.map { $0.lowerBound...$0.lowerBound })
        .split(separator: " ").first.map(String.init) ?? Figures.notAvailable
    }
    return "\(percent(coverage.source)) / \(percent(coverage.target)) %"
      + "  m \(Figures.ratio(coverage.mutual))"
  }
}

/// Names without the folders that all of them share.
enum ShortNames {
  /// `a/x/text.txt, a/y/text.txt` become `x, y`: leading and trailing path components that all names
  /// have in common go, as long as something of each name is left.
  static func of(_ names: [String]) -> [String] {
    guard let first = names.first else { return [] }
    let paths = names.map { $0.split(separator: "/", omittingEmptySubsequences: true) }
    guard names.count > 1, paths.allSatisfy({ !$0.isEmpty }) else {
      return names.map { $0.split(separator: "/").last.map(String.init) ?? first }
    }
    let shortest = paths.reduce(Int.max) { min($0, $1.count) }
    var lead = 0
    while lead < shortest - 1, paths.allSatisfy({ $0[lead] == paths[0][lead] }) { lead += 1 }
    var trail = 0
    while trail < shortest - 1 - lead,
      paths.allSatisfy({ $0[$0.count - 1 - trail] == paths[0][paths[0].count - 1 - trail] })
    { trail += 1 }
    return paths.map { $0.dropFirst(lead).dropLast(trail).joined(separator: "/") }
  }
}
