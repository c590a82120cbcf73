internal import BitextToolkit

/// The claims of a collection as tables for a person.
struct CollectionText {
  let collection: CollectionAlignment

  private var names: (sources: [String], targets: [String]) {
    let all = ShortNames.of((collection.sources + collection.targets).map { $0.name ?? "-" })
    return (
      Array(all.prefix(collection.sources.count)), Array(all.dropFirst(collection.sources.count))
    )
  }

  /// One line: how much was looked at, and what was found.
  var summary: String {
    let aligned = collection.pairs.count { $0.outcome != nil }
    let documents = "\(collection.sources.count) × \(collection.targets.count) documents"
    return
      "\(documents), \(aligned) of \(Figures.count(collection.pairs.count, "pair")) worth aligning · "
      + Figures.count(collection.clusters.count, "claim") + " told by several"
  }

  func lines(width: Int, isStyled: Bool) -> [String] {
    [summary, ""] + pairLines(width, isStyled) + clusterLines(width, isStyled)
  }

  /// The document pairs, most comparable first.
  private func pairLines(_ width: Int, _ isStyled: Bool) -> [String] {
    let names = names
    var table = Table([
      .text("document"), .text("document"), .figures("comparable"), .figures("full"),
      .figures("part"),
    ])
    for pair in collection.pairs {
      let links = pair.outcome?.bitext.alignment.links
      let count = { (strength: Bead.Strength) in
        links.map { "\($0.count { $0.strength == strength })" } ?? Figures.notAvailable
      }
      table.append([
        Table.Cell(names.sources[pair.source]), Table.Cell(names.targets[pair.target]),
        Table.Cell(pair.comparability.map(Figures.ratio) ?? Figures.notAvailable),
        Table.Cell(count(.full)),
        Table.Cell(count(.partial)),
      ])
    }
    return table.lines(width: width, isStyled: isStyled)
  }

  /// The claims that several sentences tell, those of most sentences first.
  private func clusterLines(_ width: Int, _ isStyled: Bool) -> [String] {
    guard !collection.clusters.isEmpty else { return [] }
    let names = names
    var table = Table(
      [.figures("claim"), .figures("conf."), .text("document"), .figures(""), .text("sentence")],
      isSpaced: true)
    for (number, cluster) in collection.clusters.enumerated() {
      for (row, place) in cluster.places.enumerated() {
        let document = (place.isSource ? collection.sources : collection.targets)[place.document]
        let name = (place.isSource ? names.sources : names.targets)[place.document]
        table.append([
          Table.Cell(row == 0 ? "\(number)" : ""),
          Table.Cell(row == 0 ? Figures.ratio(cluster.confidence) : ""), Table.Cell(name),
          Table.Cell("\(place.segment)"),
          Table.Cell(String(document.trimmedText(of: place.segment))),
        ])
      }
    }
    return [""] + table.lines(width: width, isStyled: isStyled)
  }
}
