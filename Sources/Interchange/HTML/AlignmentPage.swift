internal import BitextModel

/// An alignment side by side as one HTML page that needs nothing else: no script, no other file, no
/// network.
public struct AlignmentPage: Sendable {
  private let file: AlignmentFile
  /// The beads by their sides.
  private let beads: [AlignmentLines.Link: Bead]

  public init(_ file: AlignmentFile) {
    self.file = file
    beads = Dictionary(
      file.alignment.links.map { (AlignmentLines.Link($0), $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The page's lines without their line feeds, made as they are asked for.
  public var lines: some Sequence<String> {
    let rows = Ladder(file.alignment).rungs.lazy.map(row)
    return [AnySequence(head), AnySequence(rows), AnySequence(foot)].lazy.joined()
  }

  // MARK: - Around the rows

  private var head: [String] {
    let title = HTMLText.escaped(name(file.header.source) + " · " + name(file.header.target))
    return PageFrame.head(title: title, generator: file.header.tool, style: Self.style) + [
      "<main>", "<h1>\(title)</h1>", "<p class=\"sum\">\(summary)</p>",
      "<table role=\"table\">", "<thead role=\"rowgroup\"><tr role=\"row\">",
      heading(file.header.source) + heading(file.header.target)
        + "<th role=\"columnheader\" scope=\"col\">Confidence</th>",
      "</tr></thead>", "<tbody role=\"rowgroup\">",
    ]
  }

  private var foot: [String] { ["</tbody>", "</table>", "</main>"] + PageFrame.foot }

  private func name(_ document: AlignmentFile.Header.Document) -> String {
    let name = document.name.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return name ?? "document"
  }

  private func heading(_ document: AlignmentFile.Header.Document) -> String {
    let label = HTMLText.escaped("\(name(document)) (\(document.language))")
    return "<th role=\"columnheader\" scope=\"col\">\(label)</th>"
  }

  private var summary: String {
    let links = file.alignment.links
    let partial = links.count { $0.strength == .partial }
    let accepted = links.count { $0.status == .accepted }
    let (source, target) = file.alignment.unlinked
    let alone = (
      source.count { file.source.segments[$0].kind == .sentence },
      target.count { file.target.segments[$0].kind == .sentence }
    )
    var parts = [
      file.header.mode.rawValue + (file.header.why.map { " (\($0))" } ?? ""),
      "\(links.count) \(links.count == 1 ? "link" : "links")"
        + (partial > 0 ? ", \(partial) of them partial" : ""),
      "without counterpart: \(alone.0) \(file.header.source.language), "
        + "\(alone.1) \(file.header.target.language)",
    ]
    if accepted > 0 { parts.append("\(accepted) accepted by a person") }
    return parts.map { HTMLText.escaped($0) }.joined(separator: " · ")
  }

  // MARK: - Rows

  private func row(_ rung: Ladder.Rung) -> String {
    let bead = beads[AlignmentLines.Link(source: rung.source, target: rung.target)]
    let isLeftOut =
      bead == nil
      && (rung.source.allSatisfy { file.source.segments[$0].kind == .boilerplate }
        && rung.target.allSatisfy { file.target.segments[$0].kind == .boilerplate })
    let kind = bead == nil ? (isLeftOut ? "out" : "null") : "link"
    return "<tr role=\"row\" class=\"\(kind)\">"
      + cell(rung.source, file.source, file.header.source.language, isLeftOut: isLeftOut)
      + cell(rung.target, file.target, file.header.target.language, isLeftOut: isLeftOut)
      + "<td role=\"cell\" class=\"conf\">\(bead.map(confidence) ?? "")</td></tr>"
  }

  private func cell(
    _ indexes: [Int], _ side: AlignmentFile.Side, _ language: LanguageTag, isLeftOut: Bool
  ) -> String {
    guard !indexes.isEmpty else {
      return "<td role=\"cell\" class=\"none\">\(isLeftOut ? "" : "no counterpart")</td>"
    }
    let texts = indexes.map { index in
      let segment = side.segments[index]
      let kind = segment.kind == .sentence ? "" : " class=\"\(segment.kind.rawValue)\""
      let note =
        segment.kind == .boilerplate
        ? "<span class=\"note\">left out\(segment.reason.map { ": \(HTMLText.escaped($0))" } ?? "")</span>"
        : ""
      return "<p\(kind)><span class=\"n\">\(index)</span>"
        + "<span lang=\"\(language)\" dir=\"auto\">\(HTMLText.escaped(side.texts[index]))</span>"
        + "\(note)</p>"
    }
    return "<td role=\"cell\">\(texts.joined())</td>"
  }

  private func confidence(_ bead: Bead) -> String {
    let percent = Int(bead.confidence * 100)
    var marks: [String] = []
    if bead.strength == .partial { marks.append("partial") }
    if bead.relation == .claim { marks.append("claim") }
    if bead.status == .accepted { marks.append("✓ accepted") }
    let evidence = bead.evidence.terms.filter { abs($0.logOdds) >= 0.05 }.map { term in
      "<li>\(HTMLText.escaped(term.name)) "
        + "\(term.logOdds > 0 ? "+" : "−")\(Decimal.tenths(abs(term.logOdds)))</li>"
    }
    return "<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:\(percent)%\"></i></span>"
      + "<b>\(Decimal.hundredths(bead.confidence))</b>"
      + (marks.isEmpty ? "" : "<span class=\"marks\">\(marks.joined(separator: " · "))</span>")
      + (evidence.isEmpty
        ? ""
        : "<details><summary>evidence</summary><ul>\(evidence.joined())</ul></details>")
  }
}

extension Decimal {
  /// `0.91`, cut, not rounded: 1.00 means all.
  fileprivate static func hundredths(_ value: Double) -> String {
    let whole = Int((value * 100 + 1e-9).rounded(.down))
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }

  /// `2.5`, rounded.
  fileprivate static func tenths(_ value: Double) -> String {
    let whole = Int((value * 10).rounded())
    return "\(whole / 10).\(whole % 10)"
  }
}
