internal import BitextToolkit

/// How far coverage may be trusted, as lines for a person.
struct ValidationText {
  let validation: CoverageValidation

  init(_ validation: CoverageValidation) {
    self.validation = validation
  }

  func lines(width: Int, isStyled: Bool) -> [String] {
    var table = Table([
      .text("pair"), .fitting("told of"), .figures("sentences: gold"), .figures("found"),
      .figures("corrected"), .figures("weighted: gold"), .figures("found"),
    ])
    for pair in validation.pairs {
      let sides = [
        (pair.gold.source, pair.found.source, pair.corrected.source),
        (pair.gold.target, pair.found.target, pair.corrected.target),
      ]
      for (place, (gold, found, corrected)) in sides.enumerated() {
        let count = { (side: SideCoverage) in
          "\(side.sentenceShare.covered) of \(side.sentenceShare.total)"
        }
        table.append([
          Table.Cell(place == 0 ? pair.name : ""), place == 0 ? "first" : "second",
          Table.Cell(count(gold)), Table.Cell(count(found)), Table.Cell(Figures.ratio(corrected)),
          Table.Cell(Figures.ratio(gold.ofTotal(gold.linked))),
          Table.Cell(Figures.ratio(found.ofTotal(found.linked))),
        ])
      }
    }
    let all = validation.detection
    return table.lines(width: width, isStyled: isStyled) + [
      "",
      "mean error: sentences \(Self.three(validation.sentenceError)), weighted "
        + Self.three(validation.weightError)
        + " · order of pairs ρ \(Figures.ratio(validation.rankCorrelation))",
      "sensitivity \(Figures.ratio(all.sensitivity)): of \(all.found + all.missed) covered "
        + "sentences \(all.found) are found",
      "specificity \(Figures.ratio(all.specificity)): of \(all.invented + all.spared) others "
        + "\(all.invented) are called covered",
      "by list, told in truth: " + lists,
      "corrected: (N + sp − 1) / (se + sp − 1), with the other pairs' se and sp",
    ]
  }

  /// Of each list, how many sentences people call told: of `covered` it should be all, of `missing` none.
  private var lists: String {
    let lists = validation.lists
    return [
      ("covered", lists.covered), ("unsure", lists[.unsure]), ("missing", lists[.missing]),
    ].map { name, count in
      "\(name) \(count.told) of \(count.total) (\(count.full) in full)"
    }.joined(separator: ", ")
  }

  private static func three(_ value: Double?) -> String {
    guard let value else { return Figures.notAvailable }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
