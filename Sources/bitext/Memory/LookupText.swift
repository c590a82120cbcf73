internal import BitextToolkit

/// The matches of a lookup as a person reads them: score, difference, translation, where from.
struct LookupText {
  let record: LookupRecord

  init(_ record: LookupRecord) {
    self.record = record
  }

  static func styled(_ text: String, _ style: TextStyle) -> String {
    style.applied(to: text, isStyled: Console.isColorful)
  }

  private static let indent = "       "

  func lines(width: Int, isStyled: Bool) -> [String] {
    let matches = record.matches.flatMap { lines(of: $0, width: width, isStyled: isStyled) }
    let parts = record.subsegments ?? []
    return matches + parts.flatMap { lines(of: $0, width: width, isStyled: isStyled) }
  }

  private func lines(
    of match: LookupRecord.MatchRecord, width: Int, isStyled: Bool
  ) -> [String] {
    let room = width - Self.indent.count
    let score = "\(match.score) %"
    let head = String(repeating: " ", count: max(0, 5 - score.count)) + score + "  "
    let source = TextWrapping.lines(of: Self.marked(match.diff), width: room)
    var below = Array(source.dropFirst())
    let shown = MarkedText.marked(match.target, match.affected ?? [])
    for line in TextWrapping.lines(of: shown, width: room) {
      below.append(TextStyle.bold.applied(to: line, isStyled: isStyled))
    }
    if let adapted = match.adapted {
      below += TextWrapping.lines(of: Self.text(of: adapted), width: room)
    }
    for note in [Self.sum(of: match), Self.provenance(of: match)].compactMap({ $0 }) {
      for line in TextWrapping.lines(of: note, width: room) {
        below.append(TextStyle.dim.applied(to: line, isStyled: isStyled))
      }
    }
    return [head + source[0]] + below.map { Self.indent + $0 }
  }

  /// `adapted: The rocket flew 400 km. (300 → 400)`.
  static func text(of adaptation: Adaptation) -> String {
    let changes = adaptation.replacements.map { "\($0.old) → \($0.new)" }
    return "adapted: \(adaptation.text) (\(changes.joined(separator: ", ")))"
  }

  /// A part of the query, and under it where it stands, with the other side.
  private func lines(of part: SubsegmentRecord, width: Int, isStyled: Bool) -> [String] {
    let room = width - Self.indent.count
    let head = TextWrapping.lines(of: "“\(part.text)”", width: room)
    var below = Array(head.dropFirst())
    for hit in part.hits {
      let memory = hit.memory.map { " (\($0))" } ?? ""
      let source = MarkedText.marked(hit.source, hit.ranges) + memory
      let target = MarkedText.marked(hit.target, hit.targetRanges ?? [])
      below += TextWrapping.lines(of: source, width: room - 2).map { "  " + $0 }
      for line in TextWrapping.lines(of: target, width: room - 2) {
        below.append("  " + TextStyle.bold.applied(to: line, isStyled: isStyled))
      }
    }
    return ["part   " + head[0]] + below.map { Self.indent + $0 }
  }

  /// `Der Kongress muss [-endlich-] die Mittel freigeben.`: white space stays outside the marks.
  static func marked(_ pieces: [Difference.Piece]) -> String {
    pieces.map { piece in
      let text = piece.text[...].trimmingWhiteSpace()
      let (before, after) = (
        piece.text[..<text.startIndex], piece.text[text.endIndex...]
      )
      return switch piece.kind {
      case .keep: piece.text
      case .delete: "\(before)[-\(text)-]\(after)"
      case .insert: "\(before){+\(text)+}\(after)"
      }
    }.joined()
  }

  /// `91 = 96 similarity − 5 claim`; `nil` when nothing was taken off.
  static func sum(of match: LookupRecord.MatchRecord) -> String? {
    guard !match.penalties.isEmpty else { return nil }
    let penalties = match.penalties.map { " − \($0.points) \($0.name)" }.joined()
    let context = match.kind == .context ? " + 1 context" : ""
    return "\(match.score) = \(match.similarity) similarity\(context)\(penalties)"
  }

  /// `bericht.txt:3 → report.txt:8+10 · claim .91 · proposed · brief.jsonl 2026-11-21`.
  static func provenance(of match: LookupRecord.MatchRecord) -> String? {
    let provenance = match.provenance
    let places = provenance.places.map { place in
      "\(place.document):\(place.segments.map(String.init).joined(separator: "+"))"
    }
    let relation =
      [match.relation?.rawValue, provenance.strength == .partial ? "(partial)" : nil]
      .compactMap { $0 } + (provenance.confidence.map { [Figures.ratio($0)] } ?? [])
    let added = [provenance.file, provenance.added.map { String($0.prefix(10)) }].compactMap { $0 }
    let parts = [
      places.joined(separator: " → "), relation.joined(separator: " "),
      provenance.status?.rawValue ?? "", added.joined(separator: " "), match.memory ?? "",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
