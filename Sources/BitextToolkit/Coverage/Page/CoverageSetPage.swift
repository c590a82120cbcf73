internal import BitextMeasures
internal import BitextModel
internal import Interchange

/// The coverage of two sets of documents as one HTML page that needs nothing else.
public struct CoverageSetPage: Sendable {
  private let sets: SetCoverage
  private let since: [CoverageChange]
  /// The documents' names, as HTML, as short as they can be told apart.
  private let sourceNames, targetNames: [String]

  /// Tables with more columns than this are no longer read: documents are listed instead.
  static let mostColumns = 40

  public init(_ sets: SetCoverage, since: [CoverageChange]? = nil) {
    (self.sets, self.since) = (sets, since ?? [])
    sourceNames = PageParts.names(sets.sources)
    targetNames = PageParts.names(sets.targets)
  }

  public var text: String {
    let title =
      "Coverage of \(sets.sources.count) and \(sets.targets.count) documents, "
      + (labels.source == "first"
        ? sets.sources.first?.language.englishName ?? ""
        : "\(labels.source) and \(labels.target)")
    let body =
      ["<main>", "<header>", "<p class=\"over\">Coverage of two sets of documents</p>"]
      + ["<h1>\(HTMLText.escaped(title))</h1>"] + headlines + [compared]
      + PageParts.caution(labels) + ["</header>"]
      + ChangesSection(changes: since).lines + matrix
      + list(isSource: true) + list(isSource: false) + gaps(isSource: true) + gaps(isSource: false)
      + unpaired
      + PageParts.settings(sets.settings) + ["</main>"]
    return
      (PageFrame.head(
        title: HTMLText.escaped(title), generator: sets.settings.tool, style: CoveragePage.style)
      + body + PageFrame.foot).joined(separator: "\n") + "\n"
  }

  private func documents(_ isSource: Bool) -> [Document] {
    isSource ? sets.sources : sets.targets
  }

  private var labels: SideLabels {
    SideLabels(sets: sets.sources.first?.language, sets.targets.first?.language)
  }

  /// What a side is called, as HTML.
  private func label(_ isSource: Bool) -> String {
    HTMLText.escaped(isSource ? labels.source : labels.target)
  }

  private func names(_ isSource: Bool) -> [String] { isSource ? sourceNames : targetNames }

  private func union(_ place: Int, isSource: Bool) -> SideCoverage? {
    isSource ? sets.matrix.union(ofSource: place) : sets.matrix.union(ofTarget: place)
  }

  private var headlines: [String] {
    [true, false].compactMap { isSource in
      let unions = documents(isSource).indices.compactMap { union($0, isSource: isSource) }
      guard let sum = SideCoverage.sum(of: unions) else { return nil }
      return "<p class=\"headline\">The <b>\(label(!isSource))</b> documents tell "
        + "<b class=\"n\">\(Percentage.text(sum.ratio))</b> of the <b>\(label(isSource))</b> ones: "
        + "\(PageParts.counts(sum, ofOne: false)).</p>"
    }
  }

  private var compared: String {
    let all = sets.sources.count * sets.targets.count
    let how =
      switch sets.method {
      case .name: "those of one name"
      case .comparability: "each document with its most comparable ones"
      case .all: "all with all"
      }
    return "<p class=\"dim\">\(sets.matrix.pairs.count) of \(all) pairs were compared: \(how). "
      + "What several documents tell counts once.</p>"
  }

  // MARK: - The matrix

  private var matrix: [String] {
    guard sets.targets.count <= Self.mostColumns, sets.method != .name else { return [] }
    let columns = targetNames.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let rows = sets.sources.indices.map { row in
      let cells = sets.targets.indices.map { cell(sets.matrix[row, $0]) }.joined()
      return "<tr><th scope=\"row\">\(sourceNames[row])</th>\(cells)"
        + "<td class=\"all\">\(Percentage.text(union(row, isSource: true)?.ratio))</td></tr>"
    }
    let unions = sets.targets.indices.map {
      "<td class=\"all\">\(Percentage.text(union($0, isSource: false)?.ratio))</td>"
    }.joined()
    return [
      "<section>", "<h2 id=\"matrix\">Each with each</h2>",
      "<p class=\"dim\">Above: how much of the row’s document the column’s tells, at least. Below: "
        + "how much of the column’s document the row’s tells. The stronger the tint, the more both tell.</p>",
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix\">",
      "<table class=\"matrix\"><thead><tr><td></td>\(columns)"
        + "<th scope=\"col\">All of them</th></tr></thead><tbody>",
    ] + rows + [
      "<tr><th scope=\"row\">All of them</th>\(unions)<td></td></tr>", "</tbody></table>", "</div>",
      "</section>",
    ]
  }

  private func cell(_ coverage: Coverage?) -> String {
    guard let coverage else {
      return "<td class=\"skip\"><span class=\"hide\">not compared</span>"
        + "<span aria-hidden=\"true\">–</span></td>"
    }
    let level = min(5, Int((coverage.mutual ?? 0) * 6))
    return "<td class=\"h\(level)\"><b>\(Percentage.text(coverage.source.ratio?.lowerBound))</b>"
      + "<span>\(Percentage.text(coverage.target.ratio?.lowerBound))</span></td>"
  }

  // MARK: - A row a document

  private func list(isSource: Bool) -> [String] {
    let mine = documents(isSource)
    guard !mine.isEmpty else { return [] }
    let key = isSource ? "a" : "b"
    let rows = mine.indices.compactMap { place -> String? in
      guard let side = union(place, isSource: isSource) else { return nil }
      let best = sets.partner(place, isSource: isSource)
      let share = side.sentenceShare
      return "<tr><th scope=\"row\">\(names(isSource)[place])</th>"
        + "<td class=\"fig\">\(share.covered) of \(share.total)</td>"
        + "<td class=\"fig\">\(side.full)</td><td class=\"fig\">\(side.partial)</td>"
        + "<td class=\"fig\">\(side.count(.unsure))</td>"
        + "<td class=\"fig\">\(Percentage.text(side.ratio))</td><td>\(PageParts.bar(side.ratio))</td>"
        + "<td>\(best.map { names(!isSource)[$0.place] } ?? "")</td>"
        + "<td class=\"fig\">\(best.map { Percentage.ratio($0.coverage.mutual) } ?? "")</td></tr>"
    }
    return [
      "<section>",
      "<h2 id=\"l\(key)\">How much of each <b>\(label(isSource))</b> document is told</h2>",
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"l\(key)\">",
      "<table class=\"documents\"><thead><tr><th scope=\"col\">Document</th>"
        + "<th class=\"fig\" scope=\"col\">Sentences</th>"
        + "<th class=\"fig\" scope=\"col\">Full</th><th class=\"fig\" scope=\"col\">Part</th>"
        + "<th class=\"fig\" scope=\"col\">Unsure</th>"
        + "<th class=\"fig\" scope=\"col\">In \(sets.settings.unit.rawValue)</th>"
        + "<th scope=\"col\">Share</th><th scope=\"col\">\(sets.method == .name ? "By" : "Most by")</th>"
        + "<th class=\"fig\" scope=\"col\">Mutual</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table>", "</div>", "</section>"]
  }

  // MARK: - What nobody tells

  /// For each document the sentences that none of the other side tells, folded away.
  private func gaps(isSource: Bool) -> [String] {
    let mine = documents(isSource)
    let lists = mine.indices.flatMap { place -> [String] in
      guard let side = union(place, isSource: isSource), !side.unmatched.isEmpty else { return [] }
      let items = (side.missing + side.unsure).map { sentence in
        "<li><span class=\"no\">\(sentence.index)</span> "
          + PageParts.text(sentence.index, of: mine[place])
          + reason(sentence, isSource: isSource) + "</li>"
      }
      let counts = [(side.missing.count, "missing"), (side.unsure.count, "unsure")]
        .filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
      return ["<details><summary>\(names(isSource)[place]): \(counts)</summary>"]
        + ["<ol class=\"list\">"] + items + ["</ol>", "</details>"]
    }
    guard !lists.isEmpty else { return [] }
    return ["<section>", "<h2>What no <b>\(label(!isSource))</b> document surely tells</h2>"]
      + lists
      + ["</section>"]
  }

  private func reason(_ sentence: UnmatchedSentence, isSource: Bool) -> String {
    let standing = sentence.isUnsure ? "unsure" : "missing"
    guard let rival = sentence.reason.rival, let place = rival.document else {
      let why = sentence.reason == .rejected ? "a person rejected its link" : "no candidate"
      return "<span class=\"why\">\(standing): \(why)</span>"
    }
    let other = documents(!isSource)[place]
    let texts = rival.counterpart.map { PageParts.text($0, of: other) }.joined(separator: " ")
    return "<span class=\"why\">\(standing): nearest, with confidence "
      + "\(Percentage.ratio(rival.confidence)), in \(names(!isSource)[place]): \(texts)</span>"
  }

  private var unpaired: [String] {
    let (source, target) = sets.unpaired
    guard !source.isEmpty || !target.isEmpty else { return [] }
    let names = PageParts.names(source) + PageParts.names(target)
    return ["<section><h2>Without a counterpart</h2>", "<ul class=\"list\">"]
      + names.map { "<li>\($0)</li>" } + ["</ul>", "</section>"]
  }
}
