internal import BitextToolkit

/// A table for a terminal: columns with headers, long texts wrapped side by side.
///
/// It looks the same on a terminal and in a pipe, but for bold and dim; programs read `--json`.
struct Table {
  struct Column {
    enum Alignment { case leading, trailing }
    enum Sizing {
      /// As wide as its widest line, broken only where its text has line feeds.
      case fitting
      /// Shares what the fitting columns leave, and wraps.
      case flowing
    }

    let header: String
    let alignment: Alignment
    let sizing: Sizing

    /// A column of figures or short words.
    static func fitting(_ header: String, _ alignment: Alignment = .leading) -> Column {
      Column(header: header, alignment: alignment, sizing: .fitting)
    }

    /// A column of figures.
    static func figures(_ header: String) -> Column { fitting(header, .trailing) }

    /// A column of text that may be long.
    static func text(_ header: String) -> Column {
      Column(header: header, alignment: .leading, sizing: .flowing)
    }
  }

  struct Cell: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    let text: String
    let style: TextStyle

    init(_ text: some StringProtocol, style: TextStyle = .plain) {
      (self.text, self.style) = (TextWrapping.harmless(String(text)), style)
    }

    init(stringLiteral text: String) {
      self.init(text)
    }
  }

  let columns: [Column]
  private(set) var rows: [[Cell]] = []
  /// Whether an empty line parts the rows, as rows of wrapped texts want.
  var isSpaced = false

  init(_ columns: [Column], isSpaced: Bool = false) {
    (self.columns, self.isSpaced) = (columns, isSpaced)
  }

  /// - Precondition: As many cells as columns.
  mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row has a cell for each column")
    rows.append(row)
  }

  /// The table's lines, none wider than `width` as far as the fitting columns allow.
  func lines(width: Int, isStyled: Bool) -> [String] {
    let widths = self.widths(within: width)
    var lines: [String] = []
    if columns.contains(where: { !$0.header.isEmpty }) {
      let headers = columns.map { Cell($0.header, style: .bold) }
      lines += render(headers, widths: widths, isStyled: isStyled)
      let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
      lines.append(TextStyle.dim.applied(to: rule, isStyled: isStyled))
    }
    for (index, row) in rows.enumerated() {
      if isSpaced, index > 0 { lines.append("") }
      lines += render(row, widths: widths, isStyled: isStyled)
    }
    return lines
  }

  /// Prints the table at the terminal's width.
  func print() {
    for line in lines(width: Console.width, isStyled: Console.isColorful) { Console.print(line) }
  }

  private static let gap = "  "
  /// A column of text is never narrower, in columns of the terminal.
  private static let narrowestText = 16

  private func widths(within width: Int) -> [Int] {
    let natural = columns.indices.map { column in
      rows.reduce(columns[column].header.displayWidth) {
        max($0, Self.lines(of: $1[column]).reduce(0) { max($0, $1.displayWidth) })
      }
    }
    var widths = natural
    var flowing = columns.indices.filter { columns[$0].sizing == .flowing }
    let fitting = columns.indices.filter { columns[$0].sizing == .fitting }
    var left = width - Self.gap.count * (columns.count - 1)
    left -= fitting.reduce(0) { $0 + natural[$1] }
    // Texts narrower than their share leave the rest of it to the others.
    while let narrow = flowing.first(where: { natural[$0] <= left / flowing.count }) {
      left -= natural[narrow]
      flowing.removeAll { $0 == narrow }
    }
    for (rank, column) in flowing.enumerated() {
      let share = left / flowing.count + (rank < left % flowing.count ? 1 : 0)
      widths[column] = min(natural[column], max(share, Self.narrowestText))
    }
    return widths
  }

  private static func lines(of cell: Cell) -> [String] {
    cell.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func render(_ row: [Cell], widths: [Int], isStyled: Bool) -> [String] {
    let wrapped = row.indices.map { column in
      columns[column].sizing == .fitting
        ? Self.lines(of: row[column])
        : TextWrapping.lines(of: row[column].text, width: widths[column])
    }
    let height = wrapped.reduce(1) { max($0, $1.count) }
    return (0..<height).map { line in
      var result = ""
      // Spaces wait until something follows them: no line ends in white space.
      var pending = 0
      for column in row.indices {
        let text = line < wrapped[column].count ? wrapped[column][line] : ""
        let space = max(0, widths[column] - text.displayWidth)
        let isTrailing = columns[column].alignment == .trailing
        if !text.isEmpty {
          result += String(repeating: " ", count: pending + (isTrailing ? space : 0))
          result += row[column].style.applied(to: text, isStyled: isStyled)
          pending = isTrailing ? 0 : space
        } else {
          pending += widths[column]
        }
        pending += Self.gap.count
      }
      return result
    }
  }
}
