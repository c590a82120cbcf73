internal import BitextMeasures
internal import BitextModel
internal import Interchange

/// The coverage of two documents as one HTML page that needs nothing else: no script, no other file, no
/// network.
public struct CoveragePage: Sendable {
  let pair: PairCoverage
  let settings: CoverageSettings
  let since: [CoverageChange]

  /// - Parameters:
  ///   - tool: The program that measures, with its version.
  ///   - since: What changed since an older report.
  public init(_ pair: PairCoverage, tool: String, since: [CoverageChange]? = nil) {
    (self.pair, self.since) = (pair, since ?? [])
    settings = CoverageSettings(
      pair.header, tool: tool,
      measure: CoverageMeasure(
        threshold: pair.coverage.threshold, unit: pair.coverage.source.unit))
  }

  public var text: String {
    let sides = self.sides
    let title = sides.map(\.title).joined(separator: " · ")
    let body =
      ["<main>", "<header>", "<p class=\"over\">Coverage of two language versions</p>"]
      + ["<h1>\(title)</h1>"] + sides.map(\.sentence)
      + PageParts.caution(SideLabels(pair.bitext.source, pair.bitext.target)) + ["</header>"]
      + ["<section class=\"cards\" aria-label=\"Figures\">"] + sides.flatMap(\.card)
      + ["</section>", facts] + ChangesSection(changes: since).lines
      + ["<div class=\"view\">", "<section class=\"gaps\" aria-labelledby=\"gaps\">"]
      + ["<h2 id=\"gaps\">What only one of them says</h2>"]
      + [
        "<p class=\"dim\">Missing: no sentence of the other is likely to tell the same. What comes nearest "
          + "stands below, with its confidence, 0 to 1.</p>"
      ] + sides.flatMap(\.missing) + unsure(sides)
      + ["</section>"] + CoverageDrawing(pair, sides: sides.map { ($0.key, $0.title) }).lines
      + ["</div>"] + sides.flatMap(\.passages) + sides.flatMap(\.table)
      + PageParts.histogram(pair.coverage.beads) + sides.flatMap(\.excluded)
      + PageParts.settings(settings) + ["</main>"]
    return
      (PageFrame.head(title: title, generator: settings.tool, style: Self.style) + body
      + PageFrame.foot).joined(separator: "\n") + "\n"
  }

  var sides: [CoveragePageSide] {
    let (coverage, bitext) = (pair.coverage, pair.bitext)
    let links = bitext.alignment.links.filter {
      $0.status == .accepted || $0.confidence >= coverage.threshold
    }
    let names = ShortNames.ofPair(bitext.source, bitext.target)
    let titles = (
      PageParts.title(names.source, bitext.source.language),
      PageParts.title(names.target, bitext.target.language)
    )
    let labels = SideLabels(bitext.source, bitext.target)
    return [
      CoveragePageSide(
        key: "a", otherKey: "b", title: titles.0, otherTitle: titles.1,
        one: labels.one(isSource: true), otherText: labels.text(isSource: false),
        document: bitext.source, other: bitext.target, side: coverage.source, links: links),
      CoveragePageSide(
        key: "b", otherKey: "a", title: titles.1, otherTitle: titles.0,
        one: labels.one(isSource: false), otherText: labels.text(isSource: true),
        document: bitext.target, other: bitext.source, side: coverage.target,
        links: links.map(\.mirrored)),
    ]
  }

  /// The second part of the gap list; nothing where all is sure.
  private func unsure(_ sides: [CoveragePageSide]) -> [String] {
    guard sides.contains(where: { !$0.side.unsure.isEmpty }) else { return [] }
    let least = Percentage.ratio(SentenceCoverage.Rival.leastLikely)
    return [
      "<h2 class=\"next\" id=\"unsure\">What is unsure</h2>",
      "<p class=\"dim\">Not counted as told, nor missing: a sentence of the other may tell the same, with "
        + "a confidence of \(least) or more. Look at both.</p>",
    ] + sides.flatMap(\.unsure)
  }

  /// The figures of both directions together.
  private var facts: String {
    let coverage = pair.coverage
    let reviewed = coverage.reviewedLinks
    let known = pair.comparability?.known.ratio
    let facts = [
      ("Mutual coverage", Percentage.ratio(coverage.mutual), "0 to 1, both directions at once"),
      (
        "Asymmetry", Percentage.ratio(coverage.asymmetry),
        asymmetry
      ),
      ("Order", Percentage.ratio(coverage.orderAgreement), "1 as in a translation, near 0 retold"),
      (
        "Links", "\(coverage.links)",
        "\(reviewed == 0 ? "none" : "\(reviewed)") confirmed by a person"
      ),
      (
        "Comparability", Percentage.ratio(pair.comparability?.ratio),
        known.map { "by words alone; the lexicon knows \(Percentage.text($0)) of them" }
          ?? "no lexicon was asked"
      ),
    ]
    return "<dl class=\"facts\">"
      + facts.map { "<div><dt>\($0)</dt><dd><b>\($1)</b> <span>\($2)</span></dd></div>" }.joined()
      + "</dl>"
  }

  /// Which document tells more, as far as two decimals show it.
  private var asymmetry: String {
    guard let asymmetry = pair.coverage.asymmetry else { return "nothing to compare" }
    let hundredths = Percentage.whole(asymmetry)
    if hundredths == 0 { return "each tells as much of the other" }
    let labels = SideLabels(pair.bitext.source, pair.bitext.target)
    return HTMLText.escaped(labels.text(isSource: hundredths < 0)) + " tells more"
  }
}
