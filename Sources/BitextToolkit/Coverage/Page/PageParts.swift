internal import BitextMeasures
internal import BitextModel
internal import Interchange

/// Parts that the pages of coverage share, as HTML.
enum PageParts {
  /// A document's name without its folders, and its language.
  static func name(_ document: Document) -> String {
    let name = document.name?.split(separator: "/").last.map(String.init) ?? "document"
    return "\(HTMLText.escaped(name))\u{A0}<small>\(document.language)</small>"
  }

  /// The names of several documents without what they have in common, and their language.
  static func names(_ documents: [Document]) -> [String] {
    zip(ShortNames.of(documents.map { $0.name ?? "document" }), documents).map {
      "\(HTMLText.escaped($0))\u{A0}<small>\($1.language)</small>"
    }
  }

  /// Solid up to at least, hatched up to at most. What it says stands beside it as figures.
  static func bar(_ ratio: ClosedRange<Double>?) -> String {
    guard let ratio else { return "" }
    let (low, high) = (Percentage.whole(ratio.lowerBound), Percentage.whole(ratio.upperBound))
    return "<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:\(low)%\"></i>"
      + "<i class=\"maybe\" style=\"width:\(high - low)%\"></i></span>"
  }

  static func histogram(_ beads: BeadHistogram) -> [String] {
    guard let most = beads.counts.values.max() else { return [] }
    let rows = beads.sizes.map { size in
      let count = beads.counts[size] ?? 0
      return
        "<tr><th scope=\"row\">\(size.source)–\(size.target)</th><td class=\"fig\">\(count)</td>"
        + "<td>\(bar(0...0).replacing("width:0%\"></i><", with: "width:\(count * 100 / most)%\"></i><"))</td></tr>"
    }
    return [
      "<section aria-labelledby=\"beads\">", "<h2 id=\"beads\">Sizes of links</h2>",
      "<p class=\"dim\">How many sentences of the first document go with how many of the second; "
        + "1–0 and 0–1 stand alone.</p>",
      "<table class=\"beads\"><thead><tr><th scope=\"col\">Size</th><th class=\"fig\" scope=\"col\">Number</th>"
        + "<th scope=\"col\">Share of the most</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>", "</section>"]
  }

  static func changes(_ changes: [CoverageChange]) -> [String] {
    guard !changes.isEmpty else { return [] }
    let rows = changes.map { change in
      let percent = { (figures: CoverageChange.Figures) in Percentage.text(figures.ratio?.first) }
      let name = change.document?.split(separator: "/").last.map(String.init) ?? "document"
      let direction = (change.gain ?? 0) > 0 ? "better" : (change.gain ?? 0) < 0 ? "worse" : "same"
      return
        "<tr><th scope=\"row\">\(HTMLText.escaped(name))\u{A0}<small>\(change.lang)</small></th>"
        + "<td class=\"fig\">\(change.before.covered) of \(change.before.total) → "
        + "\(change.after.covered) of \(change.after.total)</td>"
        + "<td class=\"fig\">\(percent(change.before)) → \(percent(change.after))</td>"
        + "<td>\(direction)</td><td class=\"fig\">\(change.closed.count)</td>"
        + "<td class=\"fig\">\(change.opened.count)</td></tr>"
    }
    return [
      "<section>", "<h2 id=\"since\">Since the older report</h2>",
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"since\">",
      "<table><thead><tr><th scope=\"col\">Document</th><th class=\"fig\" scope=\"col\">Sentences told</th>"
        + "<th class=\"fig\" scope=\"col\">At least</th><th scope=\"col\">Now</th>"
        + "<th class=\"fig\" scope=\"col\">Gaps closed</th><th class=\"fig\" scope=\"col\">New gaps</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>", "</div>", "</section>"]
  }

  static func settings(_ settings: CoverageSettings) -> [String] {
    ["<footer>"] + settings.lines.map { "<p>\(HTMLText.escaped($0))</p>" } + ["</footer>"]
  }
}
