internal import BitextMeasures
internal import BitextModel
internal import Interchange

/// Parts that the pages of coverage share, as HTML.
enum PageParts {
  /// A document's name, shortened, and its language.
  static func title(_ name: String, _ language: LanguageTag) -> String {
    "\(HTMLText.escaped(name))\u{A0}<small>\(HTMLText.escaped(language.englishName))</small>"
  }

  /// The names of several documents without what they have in common, and their language.
  static func names(_ documents: [Document]) -> [String] {
    zip(ShortNames.of(documents.map { $0.name ?? "document" }), documents).map {
      title($0, $1.language)
    }
  }

  /// A sentence in its language.
  static func text(_ index: Int, of document: Document) -> String {
    "<span lang=\"\(document.language)\" dir=\"auto\">"
      + HTMLText.escaped(document.trimmedText(of: index)) + "</span>"
  }

  static func caution(_ labels: SideLabels) -> [String] {
    labels.caution.map {
      ["<p class=\"dim\">\(HTMLText.escaped($0.prefix(1).uppercased() + $0.dropFirst())).</p>"]
    } ?? []
  }

  /// How many sentences are told, in words: `8 of its 12 sentences, all in full; 3 more are unsure,
  /// 1 is missing`.
  static func counts(_ side: SideCoverage, ofOne: Bool) -> String {
    let share = side.sentenceShare
    let inFull =
      side.full == share.covered
      ? (share.covered > 1 ? ", all in full" : share.covered > 0 ? ", in full" : "")
      : ", \(side.full) of them in full"
    let told = "\(share.covered) of \(ofOne ? "its " : "")\(share.total) sentences\(inFull)"
    let more = share.covered > 0 ? " more" : ""
    let rest = [(side.count(.unsure), more, "unsure"), (side.count(.missing), "", "missing")]
      .filter { $0.0 > 0 }.map { "\($0)\($1) \($0 == 1 ? "is" : "are") \($2)" }
    return rest.isEmpty ? told : told + "; " + rest.joined(separator: ", ")
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
      let share = Double(count) / Double(max(1, most))
      return
        "<tr><th scope=\"row\">\(size.source)–\(size.target)</th><td class=\"fig\">\(count)</td>"
        + "<td>\(bar(share...share))</td></tr>"
    }
    return [
      "<section aria-labelledby=\"beads\">", "<h2 id=\"beads\">Sizes of links</h2>",
      "<p class=\"dim\">How many sentences of the first document go with how many of the second; "
        + "1–0 and 0–1 stand alone.</p>",
      "<table class=\"beads\"><thead><tr><th scope=\"col\">Size</th><th class=\"fig\" scope=\"col\">Number</th>"
        + "<th scope=\"col\">Share of the most</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>", "</section>"]
  }

  static func settings(_ settings: CoverageSettings) -> [String] {
    ["<footer>"] + settings.lines.map { "<p>\(HTMLText.escaped($0))</p>" } + ["</footer>"]
  }
}
