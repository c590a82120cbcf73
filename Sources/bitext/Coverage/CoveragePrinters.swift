internal import BitextToolkit

/// Prints the coverage of two documents in the form that was asked for.
struct PairPrinter {
  let pair: PairCoverage
  let record: CoverageRecord
  let options: CoverageOutputOptions

  func print() throws {
    let page = CoveragePage(pair, tool: Version.tool, since: record.since)
    if let html = options.html { try OutputFile.write(page.text, to: html) }
    switch options.chosen {
    case .json: try options.write([try JSONText.line(record)])
    case .csv: try options.write(CoverageCSV.lines(pair, tool: Version.tool))
    case .html: try options.write([page.text])
    case .table:
      let text = CoverageText(pair, settings: record.settings)
      let (width, isStyled) = options.looks
      var lines = text.lines(width: width, isStyled: isStyled)
      if let by = options.by { lines += text.passages(by, width: width, isStyled: isStyled) }
      if options.gaps { lines += text.gaps(width: width, isStyled: isStyled) }
      if let since = record.since {
        lines += ChangeText(changes: since, isDetailed: options.gaps)
          .lines(width: width, isStyled: isStyled)
      }
      try options.write(lines)
    }
  }
}

/// Prints the coverage of two sets in the form that was asked for.
struct SetPrinter {
  let sets: SetCoverage
  let record: CoverageMatrixRecord
  let options: CoverageOutputOptions

  func print() throws {
    let page = CoverageSetPage(sets, since: record.since)
    if let html = options.html { try OutputFile.write(page.text, to: html) }
    switch options.chosen {
    case .json: try options.write([try JSONText.line(record)])
    case .csv: try options.write(CoverageCSV.lines(sets))
    case .html: try options.write([page.text])
    case .table:
      let (width, isStyled) = options.looks
      let text = SetText(sets)
      var lines = text.lines(width: width, isStyled: isStyled)
      if options.gaps { lines += text.gaps(width: width, isStyled: isStyled) }
      if let since = record.since {
        lines += ChangeText(changes: since, isDetailed: options.gaps)
          .lines(width: width, isStyled: isStyled)
      }
      try options.write(lines)
    }
  }
}
