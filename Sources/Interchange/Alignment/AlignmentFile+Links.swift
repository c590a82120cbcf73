public import BitextModel

extension AlignmentFile {
  /// Links, rivals and what a person rejected, in an order that no decision changes, so that a decision
  /// changes one line.
  public var links: [Bead] {
    (alignment.links + alignment.candidates).sorted(by: Alignment.isOrdered)
  }

  /// The same file with other links, rivals and rejected links.
  ///
  /// - Throws: `Alignment.Fault` when they are no alignment of the file's shape: in a translation links
  ///   neither cross nor overlap nor have gaps.
  public func replacing(links: [Bead]) throws(Alignment.Fault) -> AlignmentFile {
    let counts = (source: source.segments.count, target: target.segments.count)
    let held = links.filter(\.isLink).sorted(by: Alignment.isOrdered)
    let alignment = try Alignment(
      shape: header.mode, beads: Self.beads(of: held, header.mode, counts),
      candidates: links.filter { !$0.isLink }, sourceCount: counts.source,
      targetCount: counts.target)
    return AlignmentFile(
      header: header, source: source, target: target, alignment: alignment, lost: lost)
  }

  /// The links as the beads of an alignment: in a parallel one with a null bead for every segment that
  /// they pass over, the source's first. Nothing is known to speak for or against a null bead.
  static func beads(
    of links: [Bead], _ shape: Alignment.Shape, _ counts: (source: Int, target: Int)
  ) -> [Bead] {
    guard shape == .parallel else { return links }
    var (beads, nextSource, nextTarget): ([Bead], Int, Int) = ([], 0, 0)
    func null(_ source: [Int], _ target: [Int]) {
      beads.append(
        Bead(
          source: source, target: target, relation: .translation,
          confidence: Evidence([]).probability))
    }
    func pass(to source: Int, _ target: Int) {
      for index in nextSource..<max(nextSource, source) { null([index], []) }
      for index in nextTarget..<max(nextTarget, target) { null([], [index]) }
    }
    for link in links {
      pass(to: link.source.first ?? nextSource, link.target.first ?? nextTarget)
      beads.append(link)
      nextSource = (link.source.last ?? nextSource - 1) + 1
      nextTarget = (link.target.last ?? nextTarget - 1) + 1
    }
    pass(to: counts.source, counts.target)
    return beads
  }
}
