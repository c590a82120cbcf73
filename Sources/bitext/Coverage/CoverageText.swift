internal import BitextToolkit

/// The coverage of two documents as lines for a person.
struct CoverageText {
  let coverage: Coverage
  let bitext: Bitext

  /// Both directions as a table, then what the figures leave out.
  func lines(width: Int, isStyled: Bool) -> [String] {
    var table = Table([
      .text("document"), .fitting("told by"), .figures("sentences"), .figures("full"),
      .figures("partial"), .figures("characters"),
    ])
    for (document, other, side) in sides {
      let share = side.sentenceShare
      table.append([
        Table.Cell(Self.name(of: document)), Table.Cell(other.language.description),
        "\(share.covered) of \(share.total)", "\(side.full)", "\(side.partial)",
        Table.Cell(Figures.percent(side.ratio)),
      ])
    }
    return table.lines(width: width, isStyled: isStyled)
      + ([summary, beads] + missing + excluded).flatMap { TextWrapping.lines(of: $0, width: width) }
  }

  /// The sentences that only one side tells, with the reason, as tables.
  func gaps(width: Int, isStyled: Bool) -> [String] {
    sides.flatMap { document, other, side in
      let unmatched = side.unmatched
      guard !unmatched.isEmpty else { return [String]() }
      var table = Table([
        .figures("index"), .text("only in \(Self.name(of: document))"), .fitting("reason"),
      ])
      for sentence in unmatched {
        table.append([
          "\(sentence.index)", Table.Cell(document.trimmedText(of: sentence.index)),
          Table.Cell(Self.explain(sentence.reason, other: other)),
        ])
      }
      return [""] + table.lines(width: width, isStyled: isStyled)
    }
  }

  static func name(of document: Document) -> String {
    "\(document.name?.split(separator: "/").last ?? "-") (\(document.language))"
  }

  private var sides: [(document: Document, other: Document, side: SideCoverage)] {
    [
      (bitext.source, bitext.target, coverage.source),
      (bitext.target, bitext.source, coverage.target),
    ]
  }

  private var summary: String {
    [
      "mutual \(Figures.ratio(coverage.mutual))", "order \(Figures.ratio(coverage.orderAgreement))",
      "\(Figures.count(coverage.links, "link")), \(coverage.reviewedLinks) reviewed",
      coverage.threshold == 0
        ? "threshold the aligner's" : "threshold \(Figures.ratio(coverage.threshold))",
    ].joined(separator: " · ")
  }

  private var beads: String {
    let sizes = coverage.beads.sizes.map { "\(coverage.beads.counts[$0] ?? 0) × \($0)" }
    return "beads " + (sizes.isEmpty ? "none" : sizes.joined(separator: ", "))
  }

  private var missing: [String] {
    let lists = sides.compactMap { document, _, side in
      let indexes = side.unmatched.map { String($0.index) }
      return indexes.isEmpty
        ? nil : "only in \(document.language): " + indexes.joined(separator: ", ")
    }
    return lists.isEmpty ? [] : [lists.joined(separator: " · ") + "  (--gaps prints them)"]
  }

  private var excluded: [String] {
    let lists = sides.compactMap { document, _, side -> String? in
      let counts = Dictionary(grouping: side.excluded) { excluded in
        excluded.reason == "blank" ? "blank" : excluded.kind.rawValue
      }
      guard !counts.isEmpty else { return nil }
      let parts = counts.sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
      return "\(document.language) " + parts.joined(separator: ", ")
    }
    return lists.isEmpty ? [] : ["not counted: " + lists.joined(separator: " · ")]
  }

  private static func explain(_ reason: UnmatchedSentence.Reason, other: Document) -> String {
    switch reason {
    case .noCandidate: "no candidate"
    case .rejected: "rejected"
    case .belowThreshold(let rival):
      "best: \(other.language) \(rival.counterpart.map(String.init).joined(separator: ", "))"
        + " at \(Figures.ratio(rival.confidence))"
    }
  }
}
