internal import Interchange

/// What changed since an older report, as a part of a page: a table, and the sentences behind it.
struct ChangesSection {
  let changes: [CoverageChange]

  var lines: [String] {
    guard !changes.isEmpty else { return [] }
    let titles = zip(CoverageChange.names(changes), changes).map {
      PageParts.title($0, $1.lang)
    }
    let moved = zip(titles, changes).filter { $0.1.isMoved }
    let same = changes.count - moved.count
    return [
      "<section>", "<h2 id=\"since\">Since the older report</h2>",
    ] + (same > 0 ? ["<p class=\"dim\">\(moved.isEmpty ? "all" : "\(same)") unchanged</p>"] : [])
      + (moved.isEmpty ? [] : table(moved)) + moved.flatMap(Self.sentences) + ["</section>"]
  }

  private func table(_ moved: [(String, CoverageChange)]) -> [String] {
    let rows = moved.map { title, change in
      let percent = { (figures: CoverageChange.Figures) in Percentage.text(figures.ratio?.first) }
      let hundredths = change.gain.map(Percentage.whole)
      let direction =
        switch hundredths {
        case .none: Percentage.notAvailable
        case .some(1...): "better"
        case .some(..<0): "worse"
        case .some: "as before"
        }
      return
        "<tr><th scope=\"row\">\(title)</th>"
        + "<td class=\"fig\">\(change.before.covered) of \(change.before.total) → "
        + "\(change.after.covered) of \(change.after.total)</td>"
        + "<td class=\"fig\">\(percent(change.before)) → \(percent(change.after))</td>"
        + "<td>\(direction)</td><td class=\"fig\">\(change.closed.count)</td>"
        + "<td class=\"fig\">\(change.opened.count)</td>"
        + "<td class=\"fig\">\(change.unsure.count)</td></tr>"
    }
    return [
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"since\">",
      "<table class=\"changes\"><thead><tr><th scope=\"col\">Document</th>"
        + "<th class=\"fig\" scope=\"col\">Sentences told</th>"
        + "<th class=\"fig\" scope=\"col\">At least</th><th scope=\"col\">Now</th>"
        + "<th class=\"fig\" scope=\"col\">Gaps closed</th>"
        + "<th class=\"fig\" scope=\"col\">New gaps</th>"
        + "<th class=\"fig\" scope=\"col\">Now unsure</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>", "</div>"]
  }

  private static func sentences(_ title: String, _ change: CoverageChange) -> [String] {
    let lists = [
      ("told now", change.closed), ("not told, and was or is new", change.opened),
      ("unsure, and was told or is new", change.unsure),
      ("was not told, and is gone", change.removed),
    ]
    let items = lists.flatMap { why, texts in
      texts.map { text in
        "<li><span lang=\"\(change.lang)\" dir=\"auto\">\(HTMLText.escaped(text))</span>"
          + "<span class=\"why\">\(why)</span></li>"
      }
    }
    guard !items.isEmpty else { return [] }
    return ["<details><summary>Gaps of \(title) that changed: \(items.count)</summary>"]
      + ["<ol class=\"list\">"] + items + ["</ol>", "</details>"]
  }
}
