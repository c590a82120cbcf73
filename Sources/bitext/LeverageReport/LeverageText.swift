internal import BitextToolkit
internal import Foundation

/// What memories have of documents, for people and for spreadsheets.
struct LeverageText {
  let report: LeverageReport

  init(_ report: LeverageReport) {
    self.report = report
  }

  /// A table a file, where there are several, and one of all together.
  func lines(width: Int, isStyled: Bool) -> [String] {
    let total = report.leverage.total
    let files = report.leverage.files.count > 1 ? report.leverage.files : []
    var lines: [String] = []
    if !files.isEmpty {
      lines += summary(files + [total]).lines(width: width, isStyled: isStyled) + [""]
    }
    lines += table(total).lines(width: width, isStyled: isStyled)
    if total.excluded.segments > 0 {
      lines.append(
        "\(Figures.count(total.excluded.segments, "segment")) of page furniture left out, "
          + Figures.count(total.excluded.words, "word"))
    }
    return lines
  }

  /// A row a band.
  private func table(_ row: Leverage.Row) -> Table {
    var table = Table(
      [.fitting("band")]
        + ["segments", "words", "characters", "no spaces", "words %"].map(Table.Column.figures)
        + (report.weights.areSet ? [.figures("weight %")] : []))
    let all = row.total
    for band in LeverageBand.allCases {
      table.append(
        cells(Self.title(of: band), row[band], of: all)
          + (report.weights.areSet ? ["\(report.weights[band])"] : []))
    }
    table.append(cells("total", all, of: all) + (report.weights.areSet ? [""] : []))
    table.append(cells("unique", row.unique, of: all) + (report.weights.areSet ? [""] : []))
    if let payable = report.payableWords(row) {
      table.append(["payable", "", Table.Cell(Self.figure(payable)), "", "", "", ""])
    }
    return table
  }

  private func cells(
    _ name: String, _ count: LeverageCount, of all: LeverageCount
  ) -> [Table.Cell] {
    let share = all.words == 0 ? Figures.notAvailable : "\(100 * count.words / all.words)"
    return [
      Table.Cell(name), "\(count.segments)", "\(count.words)", "\(count.characters)",
      "\(count.charactersWithoutSpaces)", Table.Cell(share),
    ]
  }

  /// A row a file: the words of each band.
  private func summary(_ rows: [Leverage.Row]) -> Table {
    let heads = ["ctx", "rep", "x-rep", "100", "95", "85", "75", "50", "none"]
    var table = Table(
      [.text("file"), .figures("segments"), .figures("words")] + heads.map(Table.Column.figures)
        + (report.weights.areSet ? [.figures("payable")] : []))
    for row in rows {
      let payable = report.payableWords(row).map { [Table.Cell(Self.figure($0))] } ?? []
      table.append(
        [Table.Cell(row.name), "\(row.total.segments)", "\(row.total.words)"]
          + LeverageBand.allCases.map { "\(row[$0].words)" } + payable)
    }
    return table
  }

  private static func title(of band: LeverageBand) -> String {
    switch band {
    case .crossFileRepetition: "repetition across files"
    default: band.rawValue
    }
  }

  /// With as many decimals as it has, two at most.
  private static func figure(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : String(format: "%.2f", number)
  }

  /// RFC 4180, a line a file and band, then the totals.
  var csv: [String] {
    let head = "file,band,segments,words,characters,charactersWithoutSpaces,weight,payableWords"
    let rows = report.leverage.files + [report.leverage.total]
    return [head]
      + rows.flatMap { row in
        LeverageBand.allCases.map { band in
          let weight = report.weights.areSet ? "\(report.weights[band])" : ""
          let payable =
            report.weights.areSet
            ? Self.figure(report.weights.payableWords([band: row[band]])) : ""
          return line(row.name, band.rawValue, row[band], [weight, payable])
        } + [
          line(
            row.name, "total", row.total,
            ["", report.payableWords(row).map(Self.figure) ?? ""]),
          line(row.name, "unique", row.unique, ["", ""]),
          line(row.name, "excluded", row.excluded, ["", ""]),
        ]
      }
  }

  private func line(
    _ name: String, _ band: String, _ count: LeverageCount, _ rest: [String]
  ) -> String {
    let quoted =
      name.contains { "\",\n\r".contains($0) }
      ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
    let figures = [count.segments, count.words, count.characters, count.charactersWithoutSpaces]
    return ([quoted, band] + figures.map(String.init) + rest).joined(separator: ",")
  }
}
