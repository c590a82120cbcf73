internal import BitextToolkit

/// The sentences of a document that have no link, as tables: those that are missing, and those of which
/// that is unsure, with what comes nearest.
struct GapTables {
  let document: Document
  let side: SideCoverage
  /// The document's name.
  let name: String
  /// What the candidates are of: one document, or those of a set.
  let others: [Document]
  /// The others' names; of a set they stand before the candidates.
  let otherNames: [String]

  var missing: Table? {
    table(side.missing, "only in \(name)", "nearest" + (isOfSet ? "" : " in \(otherNames[0])"))
  }

  var unsure: Table? {
    table(
      side.unsure, "unsure in \(name)", "perhaps told" + (isOfSet ? "" : " in \(otherNames[0])"))
  }

  private var isOfSet: Bool { others.count > 1 }

  private func table(
    _ sentences: [UnmatchedSentence], _ title: String, _ nearest: String
  ) -> Table? {
    guard !sentences.isEmpty else { return nil }
    var table = Table([.figures("index"), .text(title), .fitting("likeliest"), .text(nearest)])
    for sentence in sentences {
      table.append([
        "\(sentence.index)", Table.Cell(document.trimmedText(of: sentence.index)),
        Table.Cell(Self.explain(sentence.reason)), Table.Cell(candidate(sentence.reason.rival)),
      ])
    }
    return table
  }

  private func candidate(_ rival: SentenceCoverage.Rival?) -> String {
    guard let rival else { return "" }
    let place = rival.document ?? 0
    let text = rival.counterpart.map { others[place].trimmedText(of: $0) }.joined(separator: " ")
    return isOfSet ? "\(otherNames[place]): \(text)" : text
  }

  private static func explain(_ reason: UnmatchedSentence.Reason) -> String {
    switch reason {
    case .noCandidate: "no candidate"
    case .rejected: "rejected"
    case .belowThreshold(let rival):
      "\(rival.counterpart.map(String.init).joined(separator: ", "))"
        + " at \(Figures.ratio(rival.confidence))"
    }
  }
}
