internal import BitextToolkit

/// What got better or worse since an older report, as lines for a person.
struct ChangeText {
  let changes: [CoverageChange]
  /// Whether to print the sentences.
  let isDetailed: Bool

  func lines(width: Int, isStyled: Bool) -> [String] {
    guard !changes.isEmpty else { return ["", "no document of the older report is in this one"] }
    let moved = zip(CoverageChange.names(changes), changes).filter { $0.1.isMoved }
    let hasUnsure = moved.contains { !$0.1.unsure.isEmpty }
    var table = Table(
      [
        .text("since the older report"), .figures("sentences"), .figures("at least"),
        .figures("change"), .figures("gaps closed"), .figures("new gaps"),
      ] + (hasUnsure ? [.figures("unsure")] : []))
    for (name, change) in moved {
      let percent = { (figures: CoverageChange.Figures) in
        Figures.percent(figures.ratio?.first.map { $0...$0 })
      }
      table.append(
        [
          "\(name) (\(change.lang.englishName))",
          Table.Cell(
            "\(change.before.covered) of \(change.before.total) → "
              + "\(change.after.covered) of \(change.after.total)"),
          "\(percent(change.before)) → \(percent(change.after))",
          Table.Cell(Self.points(change.gain)), "\(change.closed.count)", "\(change.opened.count)",
        ] + (hasUnsure ? ["\(change.unsure.count)"] : []))
    }
    let same = changes.count - moved.count
    return [""] + (moved.isEmpty ? [] : table.lines(width: width, isStyled: isStyled))
      + (same > 0 ? ["unchanged: \(Figures.count(same, "document"))"] : [])
      + (isDetailed ? moved.flatMap { details($0.1, width: width) } : [])
  }

  private func details(_ change: CoverageChange, width: Int) -> [String] {
    let lists = [
      ("+ told now:", change.closed), ("− not told:", change.opened),
      ("? unsure:", change.unsure), ("· gone:", change.removed),
    ]
    return lists.flatMap { title, texts in
      texts.flatMap { TextWrapping.lines(of: "\(title) \($0)", width: width) }
    }
  }

  /// `+3 points`, towards 0.
  private static func points(_ gain: Double?) -> String {
    guard let gain else { return Figures.notAvailable }
    let points = Int((abs(gain) * 100 + 1e-9).rounded(.down))
    return (points == 0 ? "" : gain > 0 ? "+" : "−") + "\(points)"
  }
}
