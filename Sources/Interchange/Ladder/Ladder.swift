public import BitextModel

/// Beads without their texts, `[0, 1]:[2]:0.93` a line, in Vecalign's form (Thompson & Koehn 2019).
public struct Ladder: Sendable, Hashable {
  /// One bead; one side may be empty.
  public struct Rung: Sendable, Hashable {
    /// Zero-based segment indexes.
    public let source, target: [Int]
    /// What stands last in the line: of this project's files the confidence, 0 to 1, higher better;
    /// of Vecalign's a cost, lower better. `nil` when nothing stands there.
    public let score: Double?

    public init(source: [Int], target: [Int], score: Double?) {
      (self.source, self.target, self.score) = (source, target, score)
    }
  }

  public let rungs: [Rung]

  /// The links, and a null bead for every unlinked segment.
  ///
  /// The source's segments lead; an unlinked segment of the target follows the bead in which the
  /// linked segment before it stands last, or comes first when there is none.
  public init(_ alignment: Alignment) {
    var (sourceScores, targetScores): ([Int: Double], [Int: Double]) = ([:], [:])
    for bead in alignment.beads where bead.isNull {
      for index in bead.source { sourceScores[index] = bead.confidence }
      for index in bead.target { targetScores[index] = bead.confidence }
    }
    let (unlinkedSource, unlinkedTarget) = alignment.unlinked
    var rungs = alignment.links.map {
      Rung(source: $0.source, target: $0.target, score: $0.confidence)
    }
    rungs += unlinkedSource.map { Rung(source: [$0], target: [], score: sourceScores[$0]) }
    rungs.sort { a, b in
      a.source == b.source
        ? a.target.lexicographicallyPrecedes(b.target)
        : a.source.lexicographicallyPrecedes(b.source)
    }
    let insertions = Self.insertions(
      unlinkedTarget.map { Rung(source: [], target: [$0], score: targetScores[$0]) },
      into: rungs)
    self.rungs =
      insertions[0]
      + zip(rungs, insertions.dropFirst()).flatMap { rung, following in [rung] + following }
  }

  /// The rungs to put before the first rung, and those to put after each.
  private static func insertions(_ nulls: [Rung], into rungs: [Rung]) -> [[Rung]] {
    var place: [Int: Int] = [:]
    for (index, rung) in rungs.enumerated() {
      for target in rung.target { place[target] = index + 1 }
    }
    var insertions = [[Rung]](repeating: [], count: rungs.count + 1)
    for null in nulls {
      var (before, at) = (null.target[0] - 1, 0)
      while before >= 0, at == 0 {
        at = place[before] ?? 0
        before -= 1
      }
      insertions[at].append(null)
    }
    return insertions
  }

  /// The lines without their line feeds.
  public var lines: some Sequence<String> {
    rungs.lazy.map { rung in
      "\(rung.source):\(rung.target)" + (rung.score.map { ":" + Decimal.text($0) } ?? "")
    }
  }
}
