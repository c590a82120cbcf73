internal import BitextToolkit

/// The coverage of two sets of documents: of few, a table with the figures in its cells; of many, a row a
/// document.
struct SetText {
  let sets: SetCoverage

  init(_ sets: SetCoverage) {
    self.sets = sets
  }

  /// More columns than this are no table for a terminal.
  private static let mostColumns = 6
  /// Cells of a bar.
  private static func bar(_ width: Int) -> Int { width < 100 ? 8 : 12 }

  func lines(width: Int, isStyled: Bool) -> [String] {
    let isMatrix = sets.method != .name && sets.targets.count <= Self.mostColumns
    let tables =
      isMatrix
      ? matrix(width: width, isStyled: isStyled)
      : rows(sets.sources, sets.targets, isSource: true, width: width, isStyled: isStyled) + [""]
        + rows(sets.targets, sets.sources, isSource: false, width: width, isStyled: isStyled)
    return tables + [""]
      + ((labels.caution.map { [$0] } ?? []) + [pairs] + totals + unpaired + sets.settings.lines)
      .flatMap { TextWrapping.lines(of: $0, width: width) }
  }

  private var labels: SideLabels {
    SideLabels(sets: sets.sources.first?.language, sets.targets.first?.language)
  }

  private func union(_ place: Int, isSource: Bool) -> SideCoverage? {
    isSource ? sets.matrix.union(ofSource: place) : sets.matrix.union(ofTarget: place)
  }

  /// For each document the sentences that none of the other side tells, then those of which that is
  /// unsure.
  func gaps(width: Int, isStyled: Bool) -> [String] {
    [true, false].flatMap { isSource in
      let (mine, others) = isSource ? (sets.sources, sets.targets) : (sets.targets, sets.sources)
      let names = ShortNames.of(mine.map { $0.name ?? "-" })
      let otherNames = ShortNames.of(others.map { $0.name ?? "-" })
      return mine.indices.flatMap { place -> [String] in
        guard let side = union(place, isSource: isSource) else { return [] }
        let tables = GapTables(
          document: mine[place], side: side, name: names[place], others: others,
          otherNames: otherNames)
        return [tables.missing, tables.unsure].compactMap(\.self).flatMap {
          [""] + $0.lines(width: width, isStyled: isStyled)
        }
      }
    }
  }

  // MARK: - A row a document

  private func rows(
    _ documents: [Document], _ others: [Document], isSource: Bool, width: Int, isStyled: Bool
  ) -> [String] {
    let names = ShortNames.of(documents.map { $0.name ?? "-" })
    let theirs = ShortNames.of(others.map { $0.name ?? "-" })
    let label = isSource ? labels.source : labels.target
    var table = Table([
      .text("\(label) document"), .figures("sentences"), .figures("full"),
      .figures("part"), .figures("unsure"), .figures(sets.settings.unit.rawValue), .fitting(""),
      .text(sets.method == .name ? "told by" : "most by"), .figures("mutual"),
    ])
    for place in documents.indices {
      guard let side = union(place, isSource: isSource) else { continue }
      let best = sets.partner(place, isSource: isSource)
      let share = side.sentenceShare
      table.append([
        Table.Cell(names[place]), "\(share.covered) of \(share.total)", "\(side.full)",
        "\(side.partial)", "\(side.count(.unsure))", Table.Cell(Figures.percent(side.ratio)),
        Table.Cell(Bar.of(side.ratio, cells: Self.bar(width))),
        Table.Cell(best.map { theirs[$0.place] } ?? ""),
        Table.Cell(best.map { Figures.ratio($0.coverage.mutual) } ?? ""),
      ])
    }
    return table.lines(width: width, isStyled: isStyled)
  }

  // MARK: - Figures in cells

  private func matrix(width: Int, isStyled: Bool) -> [String] {
    let rows = ShortNames.of(sets.sources.map { $0.name ?? "-" })
    let columns = ShortNames.of(sets.targets.map { $0.name ?? "-" })
    var table = Table(
      [.text("")] + columns.map { Table.Column.figures($0) } + [.figures("all of them")])
    for row in rows.indices {
      let cells = columns.indices.map { Table.Cell(Self.cell(sets.matrix[row, $0])) }
      let union = sets.matrix.union(ofSource: row)
      table.append(
        [Table.Cell(rows[row])] + cells + [Table.Cell(Figures.percent(union?.ratio))])
    }
    let unions = columns.indices.map { column in
      Table.Cell(Figures.percent(sets.matrix.union(ofTarget: column)?.ratio))
    }
    table.append(["all of them"] + unions + [""])
    return table.lines(width: width, isStyled: isStyled) + Self.legend
  }

  private static let legend = [
    "",
    "a / b: the column's document tells at least a % of the row's text, and the row's",
    "b % of the column's. m: mutual coverage, 0 to 1. The last row and column: by all",
    "documents together.",
  ]

  /// `85 / 77 %  m .81`
  private static func cell(_ coverage: Coverage?) -> String {
    guard let coverage else { return "not compared" }
    let percent = { (side: SideCoverage) in
      Figures.percent(side.ratio.map { $0.lowerBound...$0.lowerBound })
        .split(separator: " ").first.map(String.init) ?? Figures.notAvailable
    }
    return "\(percent(coverage.source)) / \(percent(coverage.target)) %"
      + "  m \(Figures.ratio(coverage.mutual))"
  }

  // MARK: - Below

  private var pairs: String {
    let all = sets.sources.count * sets.targets.count
    let how =
      switch sets.method {
      case .name: "by name"
      case .comparability: "the most comparable ones"
      case .all: "all with all"
      }
    return "\(Figures.count(sets.sources.count, "document")) and \(sets.targets.count): "
      + "\(sets.matrix.pairs.count) of \(all) pairs compared, \(how)"
  }

  /// Counts add up over documents.
  private var totals: [String] {
    let sides = [
      (labels.source, sets.sources.indices.compactMap { union($0, isSource: true) }),
      (labels.target, sets.targets.indices.compactMap { union($0, isSource: false) }),
    ]
    return sides.compactMap { label, unions in
      guard let sum = SideCoverage.sum(of: unions) else { return nil }
      let share = sum.sentenceShare
      return "all \(label) documents: \(share.covered) of \(share.total) sentences, "
        + "\(sum.full) in full"
        + (sum.count(.unsure) > 0 ? ", \(sum.count(.unsure)) more unsure · " : " · ")
        + "\(Figures.percent(sum.ratio)) of \(sum.weightShare.total) \(sum.unit.rawValue) · "
        + "not counted: \(unions.reduce(0) { $0 + $1.excluded.count }) segments"
    }
  }

  private var unpaired: [String] {
    let (source, target) = sets.unpaired
    return [source, target].filter { !$0.isEmpty }.map { documents in
      let names = ShortNames.of(documents.map { $0.name ?? "-" })
      return "without a counterpart: " + names.joined(separator: ", ")
    }
  }
}
