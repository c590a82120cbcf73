internal import BitextModel

extension SideCoverage {
  /// How much of a document the links cover that have it as their source.
  ///
  /// - Parameter rivals: Links that do not count.
  init(_ document: Document, _ weights: SegmentWeights, links: [Bead], rivals: [Bead]) {
    let links = Self.bySegment(links, count: document.segments.count)
    let rivals = Self.bySegment(rivals, count: document.segments.count)
    var sentences: [SentenceCoverage] = []
    var excluded: [ExcludedSegment] = []
    for (index, segment) in document.segments.enumerated() {
      let isBlank = SegmentWeights.characters(of: index, in: document) == 0
      guard segment.kind == .sentence, !isBlank else {
        excluded.append(
          ExcludedSegment(
            index: index, kind: segment.kind,
            reason: segment.kind == .sentence ? "blank" : segment.reason))
        continue
      }
      sentences.append(
        SentenceCoverage(
          index, weight: weights.values[index], links: links[index], rivals: rivals[index]))
    }
    self.init(unit: weights.unit, sentences: sentences, excluded: excluded)
  }

  private static func bySegment(_ beads: [Bead], count: Int) -> [[Bead]] {
    var lists = [[Bead]](repeating: [], count: count)
    for bead in beads {
      for index in bead.source { lists[index].append(bead) }
    }
    return lists
  }
}

extension SentenceCoverage {
  fileprivate init(_ index: Int, weight: Int, links: [Bead], rivals: [Bead]) {
    let extent = { (link: Bead) -> Extent in link.strength == .full ? .full : .partial }
    let probability = { (link: Bead) in link.status == .accepted ? 1 : link.confidence }
    // Sorted: sums must not depend on the order of the links, which differs by direction.
    let shares = links.map { (share: probability($0) * extent($0).share, link: $0) }
      .sorted { $0.share < $1.share }
    // The first of equals wins; beads come in a stated order.
    let rival = rivals.filter { $0.status != .rejected }
      .reduce(nil as Bead?) { best, bead in
        best.map { $0.confidence >= bead.confidence } == true ? best : bead
      }
    // Of links that cover as much the surest gives the variance.
    let variance = shares.filter { $0.share == shares.last?.share }.map { _, link in
      let (s, p) = (extent(link).share, probability(link))
      return s * s * p * (1 - p)
    }.min()
    self.init(
      index: index, weight: weight,
      extent: links.reduce(.none) { max($0, extent($1)) },
      lower: shares.last?.share ?? 0, upper: min(1, shares.reduce(0) { $0 + $1.share }),
      variance: variance ?? 0,
      confirmed: links.filter { $0.status == .accepted }.reduce(0) { max($0, extent($1).share) },
      rival: rival.map { Rival(confidence: $0.confidence, counterpart: $0.target) },
      isRejected: rivals.contains { $0.status == .rejected })
  }
}
