public import BitextModel

/// What two language versions say of one another: how much of each the other covers.
///
/// Only links count: no rivals, nothing that a person rejected, nothing below the threshold. A link
/// that a person accepted is certain, whatever the aligner thought.
public struct Coverage: Sendable, Hashable, Codable {
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

  /// - Parameters:
  ///   - threshold: 0 counts every link that the aligner holds to be right.
  ///   - weights: What the segments of both documents weigh; without them, characters.
  public init(
    of bitext: Bitext, threshold: Double = 0,
    weights: (source: SegmentWeights, target: SegmentWeights)? = nil
  ) {
    let weights =
      weights
      ?? (
        SegmentWeights(charactersOf: bitext.source), SegmentWeights(charactersOf: bitext.target)
      )
    let beads = bitext.alignment.beads.filter { !$0.isNull } + bitext.alignment.candidates
    let counts = { (bead: Bead) in
      bead.isLink && (bead.status == .accepted || bead.confidence >= threshold)
    }
    let links = beads.filter(counts)
    let rivals = beads.filter { !$0.isNull && !counts($0) }
    self.threshold = threshold
    source = SideCoverage(bitext.source, weights.source, links: links, rivals: rivals)
    target = SideCoverage(
      bitext.target, weights.target, links: links.map(\.mirrored),
      rivals: rivals.map(\.mirrored))
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
}
