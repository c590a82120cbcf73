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
      .figures("part"), .figures("unsure"), .figures(settings.unit.rawValue), .fitting(""),
    ])
    for (place, (document, _, side)) in sides.enumerated() {
      let share = side.sentenceShare
      table.append([
        Table.Cell(name(of: document)), Table.Cell(Self.shortened(labels[1 - place])),
        "\(share.covered) of \(share.total)", "\(side.full)", "\(side.partial)",
        "\(side.count(.unsure))",
        Table.Cell(Figures.percent(side.ratio)),
        Table.Cell(Bar.of(side.ratio, cells: Self.bar(width))),
      ])
    }
    return table.lines(width: width, isStyled: isStyled) + [""] + strips(width: width) + [""]
      + (caution + [summary, weights, beads, words] + missing + excluded + settings.lines)
      .flatMap { TextWrapping.lines(of: $0, width: width) }
  }

  /// The sentences of both documents in their order: where the gaps are.
  private func strips(width: Int) -> [String] {
    let names = labels.map(Self.shortened)
    let widest = names.map(\.displayWidth).max() ?? 0
    let strips = zip(names, sides).map { name, side in
      let marks = Bar.spark(
        side.side.sentences.map(\.standing), width: max(8, width - widest - 2))
      return name + String(repeating: " ", count: widest - name.displayWidth + 2)
        + (marks.isEmpty ? "no sentence" : marks)
    }
    return strips
      + TextWrapping.lines(
        of: "sentences in order: █ told in full, ▄ in part, ? unsure: perhaps told, · missing",
        width: width)
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
          Table.Cell(Self.line(of: title, width: width)),
          "\(share.covered) of \(share.total)", Table.Cell(Figures.percent(passage.side.ratio)),
          Table.Cell(Bar.of(passage.side.ratio, cells: Self.bar(width))),
        ])
      }
      return [""] + table.lines(width: width, isStyled: isStyled)
    }
  }

  /// As much of a title as stands on one line beside the figures, cut between words.
  private static func line(of title: some StringProtocol, width: Int) -> String {
    // Four columns of figures and a bar, and the spaces between them.
    let room = max(16, width - 37 - bar(width))
    guard title.displayWidth > room else { return String(title) }
    var words = title.prefix(room).split(separator: " ")
    while words.joined(separator: " ").displayWidth > room - 2, words.count > 1 {
      words.removeLast()
    }
    return words.joined(separator: " ") + " …"
  }

  /// The sentences that only one side tells, then those of which that is unsure.
  func gaps(width: Int, isStyled: Bool) -> [String] {
    let tables = sides.map { document, other, side in
      GapTables(
        document: document, side: side, name: name(of: document), others: [other],
        otherNames: [name(of: other)])
    }
    return (tables.map(\.missing) + tables.map(\.unsure)).compactMap(\.self).flatMap {
      [""] + $0.lines(width: width, isStyled: isStyled)
    }
  }

  private func name(of document: Document) -> String {
    let names = ShortNames.ofPair(bitext.source, bitext.target)
    let name = document == bitext.source ? names.source : names.target
    return "\(name) (\(document.language.englishName))"
  }

  private var caution: [String] {
    SideLabels(bitext.source, bitext.target).caution.map { [$0] } ?? []
  }

  /// What the sides are called, the source first.
  private var labels: [String] {
    let labels = SideLabels(bitext.source, bitext.target)
    return [labels.source, labels.target]
  }

  /// Where figures stand beside it a name has so much room.
  private static func shortened(_ label: String) -> String {
    label.count > 20 ? "\(label.prefix(19))…" : label
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
    return " (\(labels[hundredths > 0 ? 1 : 0]) tells more)"
  }

  /// Numerators and denominators of the weighted figures, and how sure they are.
  private var weights: String {
    zip(labels, sides).map { label, sides in
      let side = sides.side
      return "\(label) \(Int(side.lower))"
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
    let lists = { (title: String, sentences: (SideCoverage) -> [UnmatchedSentence]) in
      zip(labels, sides).compactMap { label, side -> String? in
        let indexes = sentences(side.side).map(\.index)
        return indexes.isEmpty
          ? nil : "\(title) \(label) (\(indexes.count)): \(Figures.indexes(indexes))"
      }.joined(separator: " · ")
    }
    var lines = [lists("only in", \.missing), lists("unsure in", \.unsure)].filter { !$0.isEmpty }
    if let last = lines.indices.last { lines[last] += " (--gaps prints them)" }
    return lines
  }

  private var excluded: [String] {
    let lists = zip(labels, sides).compactMap { label, sides -> String? in
      let counts = Dictionary(grouping: sides.side.excluded) { excluded in
        excluded.reason == "blank" ? "blank" : excluded.kind.rawValue
      }
      guard !counts.isEmpty else { return nil }
      let parts = counts.sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
      return "\(label) " + parts.joined(separator: ", ")
    }
    return lists.isEmpty ? [] : ["not counted: " + lists.joined(separator: " · ")]
  }
}
