internal import BitextToolkit
internal import Foundation

/// Why two segments are linked, or are not: the words that tie them, what speaks against it, and the sum
/// beside that of the strongest rival.
struct ExplanationText {
  let bitext: Bitext
  let explained: LinkExplanation
  let width: Int
  let isStyled: Bool

  private var link: Bead { explained.link }
  private var rival: Bead? { explained.rival }
  private var explanation: Explanation { explained.words }

  /// A link by its segments, as `3:8` or `3+4:8` name it.
  static func sides(_ text: String) -> (source: [Int], target: [Int])? {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false).map { side in
      side.split(separator: "+", omittingEmptySubsequences: false).map { Int($0) }
    }
    guard sides.count == 2 else { return nil }
    let indexes = sides.map { $0.compactMap(\.self) }
    guard indexes.map(\.count) == sides.map(\.count),
      indexes.allSatisfy({ $0[0] >= 0 && zip($0, $0.dropFirst()).allSatisfy(<) })
    else { return nil }
    return (indexes[0], indexes[1])
  }

  var lines: [String] {
    var lines = [head] + texts(link.source, bitext.source) + texts(link.target, bitext.target)
    lines += clauses
    lines += [""] + ties
    lines += alone(explanation.source, bitext.source) + alone(explanation.target, bitext.target)
    lines += against
    if explained.isKnown { lines += [""] + sums }
    return lines
  }

  private var head: String {
    let name = Self.name(link)
    guard explained.isKnown else { return styled(name, .bold) + "  no link, and no rival of one" }
    let strength = link.strength == .partial ? " · partial" : ""
    let status = link.status == .candidate ? "rival" : link.status.rawValue
    return styled("\(name)  \(Figures.ratio(link.confidence))", .bold)
      + "  \(link.relation.rawValue)\(strength) · \(status)"
  }

  private func texts(_ indexes: [Int], _ document: Document) -> [String] {
    indexes.flatMap { index in
      let lead = "\(document.language)  \(index)  "
      let wrapped = TextWrapping.lines(
        of: String(document.trimmedText(of: index)), width: width - lead.displayWidth)
      return wrapped.enumerated().map { row, line in
        (row == 0 ? styled(lead, .dim) : String(repeating: " ", count: lead.displayWidth)) + line
      }
    }
  }

  /// Words that tell less are not listed, nor terms that add nothing.
  private static let leastWeight = 0.3
  private static let leastTerm = 0.005

  // MARK: - Words

  /// The parts of the two sides that tell the same, of sides that have parts.
  private var clauses: [String] {
    let pairs = link.evidence.clauses
    guard !pairs.isEmpty else { return [] }
    var table = Table([
      .text("clause (\(bitext.source.language))"), .text("clause (\(bitext.target.language))"),
      .figures("alike"),
    ])
    for pair in pairs {
      table.append([
        Table.Cell(bitext.source.text.utf8Slice(pair.source).trimmingWhiteSpace()),
        Table.Cell(bitext.target.text.utf8Slice(pair.target).trimmingWhiteSpace()),
        Table.Cell(Figures.ratio(pair.share)),
      ])
    }
    return [""] + table.lines(width: width, isStyled: isStyled)
  }

  /// What the source's words are explained by; what only the target's edges tell follows.
  private var ties: [String] {
    var table = Table([
      .fitting("\(bitext.source.language)"), .fitting("\(bitext.target.language)"),
      .fitting("tied by"), .figures("weight"),
    ])
    let explained = explanation.source.filter { !$0.partners.isEmpty }
      .sorted {
        ($1.weight * $1.share, $0.range.lowerBound) < ($0.weight * $0.share, $1.range.lowerBound)
      }
    for token in explained {
      table.append([
        Table.Cell(token.text),
        Table.Cell(token.partners.map(\.text).joined(separator: " ")),
        Table.Cell(Self.name(token.partners[0].by)),
        Table.Cell(String(format: "%.2f", token.weight * token.share)),
      ])
    }
    return explained.isEmpty
      ? ["no word of one explains one of the other"] : table.lines(width: width, isStyled: isStyled)
  }

  private func alone(_ tokens: [Explanation.Token], _ document: Document) -> [String] {
    let words = tokens.filter { $0.partners.isEmpty && $0.weight >= Self.leastWeight }
      .sorted { ($1.weight, $0.range.lowerBound) < ($0.weight, $1.range.lowerBound) }
      .map { "\($0.text) \(String(format: "%.2f", $0.weight))" }
    guard !words.isEmpty else { return [] }
    return [""]
      + TextWrapping.lines(
        of: "only in \(document.language): " + words.joined(separator: ", "), width: width)
  }

  /// Numbers, dates and times of which each side has one that the other lacks.
  private var against: [String] {
    let strays = [explanation.source, explanation.target].map { tokens in
      tokens.filter { $0.isValue && $0.partners.isEmpty }.map(\.text)
    }
    guard strays.allSatisfy({ !$0.isEmpty }) else { return [] }
    return [
      "",
      "values that contradict: "
        + strays.map { $0.joined(separator: ", ") }
        .joined(separator: " / "),
    ]
  }

  private static func name(_ source: TokenAlignment.Source) -> String {
    switch source {
    case .lexicon: "dictionary"
    case .learned: "learned"
    case .phrase: "phrase"
    case .compound: "compound"
    case .cognate: "name or cognate"
    case .number: "value"
    }
  }

  // MARK: - The sum

  /// The evidence term by term, beside the rival's.
  private var sums: [String] {
    let rivalName = rival.map { "rival \(Self.name($0))" }
    var table = Table(
      [.fitting("evidence"), .figures(Self.name(link))] + (rivalName.map { [.figures($0)] } ?? []))
    let names =
      link.evidence.terms.map(\.name)
      + (rival?.evidence.terms.map(\.name) ?? []).filter { name in
        !link.evidence.terms.contains { $0.name == name }
      }
    let beads = [link] + (rival.map { [$0] } ?? [])
    for name in names {
      let values = beads.map { bead in
        bead.evidence.terms.first { $0.name == name }?.logOdds ?? 0
      }
      if values.allSatisfy({ abs($0) < Self.leastTerm }) { continue }
      let cells = beads.map { bead in
        bead.evidence.terms.first { $0.name == name }.map { String(format: "%+.2f", $0.logOdds) }
          ?? ""
      }
      table.append([Table.Cell(name)] + cells.map { Table.Cell($0) })
    }
    table.append(
      [Table.Cell("sum, in log-odds")]
        + beads.map { Table.Cell(String(format: "%+.2f", $0.evidence.logOdds)) })
    table.append(
      [Table.Cell("confidence"), Table.Cell(Figures.ratio(link.confidence))]
        + (rival.map { rival in
          // Of a rival that the aligner did not keep, only what its own words say is known.
          [Table.Cell(explained.isRivalKnown ? Figures.ratio(rival.confidence) : "-")]
        } ?? []))
    var lines = table.lines(width: width, isStyled: isStyled)
    if let rival {
      let other =
        rival.source == link.source ? (rival.target, bitext.target) : (rival.source, bitext.source)
      lines += ["", "rival \(Self.name(rival)):"] + texts(other.0, other.1)
    } else {
      lines += ["", "no rival shares a segment with it"]
    }
    return lines
  }

  private static func name(_ bead: Bead) -> String {
    [bead.source, bead.target].map { $0.map(String.init).joined(separator: "+") }
      .joined(separator: ":")
  }

  private func styled(_ text: String, _ style: TextStyle) -> String {
    style.applied(to: text, isStyled: isStyled)
  }
}
