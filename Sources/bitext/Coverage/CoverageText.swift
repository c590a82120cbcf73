internal import BitextToolkit

/// The coverage of two documents as lines for a person.
struct CoverageText {
  let coverage: Coverage
  let bitext: Bitext
  let comparability: Comparability?
  let settings: CoverageSettings

  init(_ pair: PairCoverage, settings: CoverageSettings) {
    (coverage, bitext, comparability) = (pair.coverage, pair.bitext, pair.comparability)
    self.settings = settings
  }

  /// Cells of a bar.
  private static func bar(_ width: Int) -> Int { width < 100 ? 8 : 12 }

  /// Both directions as a table, then what the figures leave out.
  func lines(width: Int, isStyled: Bool) -> [String] {
    var table = Table([
      .text("document"), .fitting("told by"), .figures("sentences"), .figures("full"),
      .figures("partial"), .figures(settings.unit.rawValue), .fitting(""),
    ])
    for (document, other, side) in sides {
      let share = side.sentenceShare
      table.append([
        Table.Cell(name(of: document)), Table.Cell(other.language.description),
        "\(share.covered) of \(share.total)", "\(side.full)", "\(side.partial)",
        Table.Cell(Figures.percent(side.ratio)),
        Table.Cell(Bar.of(side.ratio, cells: Self.bar(width))),
      ])
    }
    return table.lines(width: width, isStyled: isStyled) + [""] + strips(width: width) + [""]
      + ([summary, weights, beads, words] + missing + excluded + settings.lines)
      .flatMap { TextWrapping.lines(of: $0, width: width) }
  }

  /// The sentences of both documents in their order: where the gaps are.
  private func strips(width: Int) -> [String] {
    let names = sides.map(\.document.language.description)
    let widest = names.map(\.count).max() ?? 0
    let strips = zip(names, sides).map { name, side in
      name + String(repeating: " ", count: widest - name.count + 2)
        + Bar.spark(side.side.sentences.map(\.extent.share), width: max(8, width - widest - 2))
    }
    return strips + ["sentences in order: █ told in full, ▄ in part, · not"]
  }

  /// The coverage of each paragraph or section.
  func passages(
    _ kind: CoverageOutputOptions.Passages, width: Int, isStyled: Bool
  ) -> [String] {
    sides.flatMap { document, _, side in
      let isSection = kind == .section
      var table = Table([
        .figures("sentences"), .text("\(kind.rawValue)s of \(name(of: document))"),
        .figures("told"), .figures(settings.unit.rawValue), .fitting(""),
      ])
      for passage in isSection ? side.sections(of: document) : side.paragraphs(of: document) {
        guard let segments = passage.segments else { continue }
        let title =
          isSection
          ? passage.heading.map { document.trimmedText(of: $0) } ?? "(before the first heading)"
          : document.trimmedText(of: segments.lowerBound)
        let share = passage.side.sentenceShare
        table.append([
          Table.Cell(
            segments.count == 1
              ? "\(segments.lowerBound)" : "\(segments.lowerBound)–\(segments.upperBound)"),
          Table.Cell(title.count > 60 ? "\(title.prefix(59))…" : String(title)),
          "\(share.covered) of \(share.total)", Table.Cell(Figures.percent(passage.side.ratio)),
          Table.Cell(Bar.of(passage.side.ratio, cells: Self.bar(width))),
        ])
      }
      return [""] + table.lines(width: width, isStyled: isStyled)
    }
  }

  /// The sentences that only one side tells, with the reason, as tables.
  func gaps(width: Int, isStyled: Bool) -> [String] {
    sides.flatMap { document, other, side in
      let unmatched = side.unmatched
      guard !unmatched.isEmpty else { return [String]() }
      var table = Table([
        .figures("index"), .text("only in \(name(of: document))"), .fitting("reason"),
        .text("nearest in \(name(of: other))"),
      ])
      for sentence in unmatched {
        table.append([
          "\(sentence.index)", Table.Cell(document.trimmedText(of: sentence.index)),
          Table.Cell(Self.explain(sentence.reason, other: other)),
          Table.Cell(Self.best(sentence.reason, other: other)),
        ])
      }
      return [""] + table.lines(width: width, isStyled: isStyled)
    }
  }

  private func name(of document: Document) -> String {
    let names = ShortNames.ofPair(bitext.source, bitext.target)
    return "\(document == bitext.source ? names.source : names.target) (\(document.language))"
  }

  private var sides: [(document: Document, other: Document, side: SideCoverage)] {
    [
      (bitext.source, bitext.target, coverage.source),
      (bitext.target, bitext.source, coverage.target),
    ]
  }

  private var summary: String {
    let confirmed = sides.map { side in
      Figures.percent(side.side.confirmedShare.map { $0...$0 })
    }
    return [
      "mutual \(Figures.ratio(coverage.mutual))",
      "asymmetry \(Figures.ratio(coverage.asymmetry))\(teller)",
      "order \(Figures.ratio(coverage.orderAgreement))",
      "\(Figures.count(coverage.links, "link")), \(coverage.reviewedLinks) reviewed"
        + (coverage.reviewedLinks > 0
          ? " (\(confirmed[0]) and \(confirmed[1]) of what is covered)" : ""),
    ].joined(separator: " · ")
  }

  /// The language of the document that tells more, as far as two decimals show it.
  private var teller: String {
    let hundredths = coverage.asymmetry.map(Percentage.whole) ?? 0
    guard hundredths != 0 else { return "" }
    return " (\((hundredths > 0 ? bitext.target : bitext.source).language) tells more)"
  }

  /// Numerators and denominators of the weighted figures, and how sure they are.
  private var weights: String {
    sides.map { document, _, side in
      "\(document.language) \(Int(side.lower))"
        + (Int(side.upper) > Int(side.lower) ? "–\(Int(side.upper))" : "")
        + " of \(side.weightShare.total) \(side.unit.rawValue), ±\(Int(side.deviation.rounded(.up)))"
    }.joined(separator: " · ")
  }

  private var words: String {
    guard let comparability else { return "comparability n/a: no lexicon" }
    let known = Figures.percent(comparability.known.ratio.map { $0...$0 })
    return "comparability \(Figures.ratio(comparability.ratio)) · the lexicon knows \(known) of "
      + "\(comparability.known.total) content words"
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

  /// The text of the likeliest counterpart.
  private static func best(_ reason: UnmatchedSentence.Reason, other: Document) -> String {
    (reason.rival?.counterpart ?? []).map { other.trimmedText(of: $0) }.joined(separator: " ")
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
