/// Figures as marks that need no colour.
enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar of so many cells: solid up to the lower share, shaded up to the upper one, dotted beyond.
  static func of(_ range: ClosedRange<Double>?, cells: Int) -> String {
    guard let range else { return "" }
    let solid = min(cells * 8, Int((range.lowerBound * Double(cells * 8)).rounded(.down)))
    let shaded = min(cells, Int((range.upperBound * Double(cells)).rounded(.down)))
    var bar = String(repeating: "█", count: solid / 8) + eighths[solid % 8]
    let used = solid / 8 + (solid % 8 > 0 ? 1 : 0)
    bar += String(repeating: "▒", count: max(0, shaded - used))
    return bar + String(repeating: "·", count: cells - max(used, shaded))
  }

  private static let levels = ["·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A line of marks for shares in their order, none higher than it is: `·` nothing, `▄` half, `█` all.
  /// More shares than fit are drawn together, by their mean.
  static func spark(_ shares: [Double], width: Int) -> String {
    guard !shares.isEmpty, width > 0 else { return "" }
    let count = min(width, shares.count)
    return (0..<count).map { cell in
      let part = shares[cell * shares.count / count..<(cell + 1) * shares.count / count]
      let mean = part.reduce(0, +) / Double(part.count)
      return mean > 0 ? levels[max(1, min(8, Int(mean * 8 + 1e-9)))] : levels[0]
    }.joined()
  }
}
