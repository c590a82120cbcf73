public import BitextModel

/// What two language versions say of one another: how much of each the other covers.
///
/// Only links count: no rivals, nothing that a person rejected, nothing below the threshold. A link
/// that a person accepted is certain, whatever the aligner thought.
public struct Coverage: Sendable, Hashable {
  /// Links below this confidence, 0 to 1, do not count.
  public let threshold: Double
  /// How much of the source the target covers.
  public let source: SideCoverage
  /// How much of the target the source covers.
  public let target: SideCoverage
  public let links: Int
  /// Links that a person accepted.
  public let reviewedLinks: Int
  /// 1 when the links keep their order, as in a translation; near 0 when the story is retold; -1 when
  /// it is told backwards. `nil` when there are fewer than two pairs of links to compare.
  public let orderAgreement: Double?
  public let beads: BeadHistogram

  /// - Parameter threshold: 0 counts every link that the aligner holds to be right.
  public init(of bitext: Bitext, threshold: Double = 0) {
    let beads = bitext.alignment.beads.filter { !$0.isNull } + bitext.alignment.candidates
    let counts = { (bead: Bead) in
      bead.isLink && (bead.status == .accepted || bead.confidence >= threshold)
    }
    let links = beads.filter(counts)
    let rivals = beads.filter { !$0.isNull && !counts($0) }
    self.threshold = threshold
    source = Self.side(bitext.source, links: links, rivals: rivals)
    target = Self.side(
      bitext.target, links: links.map(\.mirrored), rivals: rivals.map(\.mirrored))
    self.links = links.count
    reviewedLinks = links.count { $0.status == .accepted }
    orderAgreement = OrderAgreement.gamma(of: links)
    self.beads = BeadHistogram(
      links: links, omissions: source.unmatched.count, additions: target.unmatched.count)
  }

  /// The harmonic mean of both sides' weighted coverage, lower bounds, 0 to 1: high only when each
  /// says what the other says. `nil` when a side has nothing to cover.
  public var mutual: Double? {
    guard let x = source.ratio?.lowerBound, let y = target.ratio?.lowerBound else { return nil }
    return x + y == 0 ? 0 : 2 * x * y / (x + y)
  }

  /// Coverage of the source less coverage of the target, -1 to 1: above 0, the target tells more.
  /// `nil` when a side has nothing to cover.
  public var asymmetry: Double? {
    guard let x = source.ratio?.lowerBound, let y = target.ratio?.lowerBound else { return nil }
    return x - y
  }

  private static func side(_ document: Document, links: [Bead], rivals: [Bead]) -> SideCoverage {
    let links = bySegment(links, count: document.segments.count)
    let rivals = bySegment(rivals, count: document.segments.count)
    var sentences: [SentenceCoverage] = []
    var excluded: [ExcludedSegment] = []
    for (index, segment) in document.segments.enumerated() {
      let characters = document.trimmedText(of: index).count { !$0.isWhitespace }
      guard segment.kind == .sentence, characters > 0 else {
        excluded.append(
          ExcludedSegment(
            index: index, kind: segment.kind,
            reason: segment.kind == .sentence ? "blank" : segment.reason))
        continue
      }
      sentences.append(
        sentence(index, characters: characters, links: links[index], rivals: rivals[index]))
    }
    return SideCoverage(sentences: sentences, excluded: excluded)
  }

  private static func bySegment(_ beads: [Bead], count: Int) -> [[Bead]] {
    var lists = [[Bead]](repeating: [], count: count)
    for bead in beads {
      for index in bead.source { lists[index].append(bead) }
    }
    return lists
  }

  private static func sentence(
    _ index: Int, characters: Int, links: [Bead], rivals: [Bead]
  ) -> SentenceCoverage {
    // Sorted: sums must not depend on the order of the links, which differs by direction.
    let shares = links.map { link in
      (link.status == .accepted ? 1 : link.confidence) * (link.strength == .full ? 1 : 0.5)
    }.sorted()
    // The first of equals wins; beads come in a stated order.
    let rival = rivals.filter { $0.status != .rejected }
      .reduce(nil as Bead?) { best, bead in
        best.map { $0.confidence >= bead.confidence } == true ? best : bead
      }
    return SentenceCoverage(
      index: index, characters: characters,
      extent: links.isEmpty ? .none : links.contains { $0.strength == .full } ? .full : .partial,
      lower: shares.max() ?? 0, upper: min(1, shares.reduce(0, +)),
      rival: rival.map { .init(confidence: $0.confidence, counterpart: $0.target) },
      isRejected: rivals.contains { $0.status == .rejected })
  }
}
