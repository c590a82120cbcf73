internal import BitextToolkit
internal import Foundation

/// An alignment as a table for a person.
struct AlignmentText {
  let bitext: Bitext
  let header: AlignmentFile.Header

  init(_ outcome: BitextBuilder.Outcome) {
    (bitext, header) = (outcome.bitext, outcome.header)
  }

  /// The links side by side, each with its confidence and the sum behind it, then what stands alone.
  func lines(width: Int, isStyled: Bool) -> [String] {
    var table = Table(
      [
        .figures(""), .text(Self.name(of: bitext.source)), .figures(" "),
        .text(Self.name(of: bitext.target)), .figures("conf."), .text("evidence"),
      ], isSpaced: true)
    for bead in bitext.alignment.links {
      table.append([
        Table.Cell(indexes(bead.source)), Table.Cell(text(bead.source, bitext.source)),
        Table.Cell(indexes(bead.target)), Table.Cell(text(bead.target, bitext.target)),
        Table.Cell(
          Figures.ratio(bead.confidence) + (bead.strength == .partial ? " part" : "")
            + (bead.status == .accepted ? " ✓" : "")),
        Table.Cell(Self.evidence(bead.evidence)),
      ])
    }
    var lines = TextWrapping.lines(of: summary, width: width) + [""]
    if !bitext.alignment.links.isEmpty { lines += table.lines(width: width, isStyled: isStyled) }
    return lines + unlinked.flatMap { TextWrapping.lines(of: $0, width: width) }
  }

  /// One line: what was linked, and how it was looked at.
  var summary: String {
    let links = bitext.alignment.links
    let partial = links.count { $0.strength == .partial }
    let what =
      bitext.alignment.shape == .parallel
      ? Figures.count(links.count, "bead")
      : "\(Figures.count(links.count, "link")) (\(links.count - partial) full, \(partial) partial)"
    let (source, target) = bitext.alignment.unlinked
    let alone = (sentences(source, bitext.source).count, sentences(target, bitext.target).count)
    let unlinked =
      "without counterpart: \(alone.0) \(bitext.source.language), \(alone.1) \(bitext.target.language)"
    let accepted = links.count { $0.status == .accepted }
    return [
      "\(bitext.alignment.shape.rawValue) (\(header.why ?? ""))",
      accepted > 0 ? "\(what), \(accepted) accepted" : what, unlinked,
    ].joined(separator: " · ")
  }

  private var unlinked: [String] {
    let (source, target) = bitext.alignment.unlinked
    let lines = [Segment.Kind.sentence, .boilerplate].compactMap { kind in
      let lists = [(source, bitext.source), (target, bitext.target)].compactMap {
        list, document -> String? in
        let indexes = segments(list, of: kind, in: document).map(String.init)
        if indexes.isEmpty { return nil }
        let what = kind == .boilerplate ? "left out as boilerplate, " : "only in "
        return what + "\(document.language): " + indexes.joined(separator: ", ")
      }
      return lists.isEmpty ? nil : lists.joined(separator: " · ")
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func sentences(_ segments: [Int], _ document: Document) -> [Int] {
    self.segments(segments, of: .sentence, in: document)
  }

  private func segments(
    _ segments: [Int], of kind: Segment.Kind, in document: Document
  ) -> [Int] {
    segments.filter { document.segments[$0].kind == kind }
  }

  private func indexes(_ indexes: [Int]) -> String {
    indexes.map(String.init).joined(separator: "+")
  }

  private func text(_ indexes: [Int], _ document: Document) -> String {
    indexes.map { String(document.trimmedText(of: $0)) }.joined(separator: " ")
  }

  /// The file's name without its folders: two paths would leave no room for the texts.
  private static func name(of document: Document) -> String {
    let name = document.name.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return "\(name ?? "-") (\(document.language))"
  }

  /// The terms that matter, strongest first: `words +3.1 names +0.8`.
  private static func evidence(_ evidence: Evidence) -> String {
    evidence.terms.filter { abs($0.logOdds) >= 0.05 }
      .map { "\($0.name) " + String(format: "%+.1f", $0.logOdds) }
      .joined(separator: ", ")
  }
}
