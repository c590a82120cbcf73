public import BitextModel
public import SentenceAlignment

/// Why two runs of segments are linked, or are not.
public struct LinkExplanation: Sendable, Hashable {
  /// The link as the alignment has it, or one without evidence where it has none.
  public let link: Bead
  /// Whether the alignment has it, as link or as rival.
  public let isKnown: Bool
  /// The likeliest that lost to the link in one of its segments, or that it lost to; `nil` when there is
  /// none.
  public let rival: Bead?
  /// Whether the alignment has the rival; otherwise its confidence is what its own words say, whatever
  /// stands beside it.
  public let isRivalKnown: Bool
  public let words: Explanation

  /// - Throws: `InputFault` for segments that the documents have not.
  public init(_ source: [Int], _ target: [Int], in bitext: Bitext, aligner: Aligner) throws {
    for (indexes, document) in [(source, bitext.source), (target, bitext.target)] {
      guard let last = indexes.last, last >= document.segments.count else { continue }
      throw InputFault(
        document.name ?? "document",
        "there is no segment \(last), but \(document.segments.count) from 0",
        remedy: "See the numbers with: bitext align, or bitext segment")
    }
    let beads = bitext.alignment.links + bitext.alignment.candidates
    let known = beads.first { $0.source == source && $0.target == target }
    let shape = bitext.alignment.shape
    let link =
      known
      ?? Bead(
        source: source, target: target, relation: shape == .parallel ? .translation : .claim,
        confidence: Evidence([]).probability, status: .candidate)
    let rivals = beads.filter { other in
      (other.source != source || other.target != target)
        && (!Set(other.source).isDisjoint(with: source)
          || !Set(other.target).isDisjoint(with: target))
    }.sorted { a, b in
      a.confidence == b.confidence ? Alignment.isOrdered(a, b) : a.confidence > b.confidence
    }
    // Against a link stands what lost to it; against a rival, what it lost to.
    var rival = rivals.first { $0.isLink != link.isLink } ?? rivals.first
    isRivalKnown = rival != nil
    if rival == nil, shape == .parallel {
      rival = try aligner.strongestRival(of: link, bitext.source, bitext.target)
    }
    (self.link, isKnown, self.rival) = (link, known != nil, rival)
    words = try aligner.explanation(of: link, bitext.source, bitext.target, as: shape)
  }
}
