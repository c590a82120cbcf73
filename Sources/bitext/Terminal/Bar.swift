internal import BitextToolkit

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

  /// A line of marks for sentences in their order, none higher than it is: `█` told in full, `▄` in part,
  /// `?` unsure, `·` missing. More than fit are drawn together, by the mean of what is told; where that is
  /// nothing, one that is unsure is enough for its mark.
  static func spark(_ sentences: [SentenceCoverage.Standing], width: Int) -> String {
    guard !sentences.isEmpty, width > 0 else { return "" }
    let count = min(width, sentences.count)
    return (0..<count).map { cell in
      let part = sentences[cell * sentences.count / count..<(cell + 1) * sentences.count / count]
      let mean = part.reduce(0) { $0 + share($1) } / Double(part.count)
      if mean > 0 { return levels[max(1, min(8, Int(mean * 8 + 1e-9)))] }
      return part.contains(.unsure) ? "?" : levels[0]
    }.joined()
  }

  private static func share(_ standing: SentenceCoverage.Standing) -> Double {
    switch standing {
    case .full: SentenceCoverage.Extent.full.share
    case .partial: SentenceCoverage.Extent.partial.share
    case .unsure, .missing: 0
    }
  }
}
