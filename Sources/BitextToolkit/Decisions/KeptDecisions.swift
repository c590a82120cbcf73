public import BitextModel
public import Interchange
public import SentenceAlignment

/// What remains of a person's decisions for two documents.
public struct KeptDecisions: Sendable, Hashable {
  /// Where they come from.
  public let origin: String
  public let decisions: Decisions
  /// Those that hold for no link any more.
  public let lost: [LostDecision]
  /// How the documents were looked at when they were made; `nil` when nobody said.
  public let shape: Alignment.Shape?

  public init(
    origin: String, decisions: Decisions, lost: [LostDecision] = [], shape: Alignment.Shape? = nil
  ) {
    (self.origin, self.decisions, self.lost, self.shape) = (origin, decisions, lost, shape)
  }
}

extension AlignmentFile {
  /// The file's decisions, carried over to the documents as they are now.
  ///
  /// - Parameter shape: What the new alignment is to be; in a parallel one no links cross.
  func decisions(
    for source: Document, _ target: Document, as shape: Alignment.Shape, origin: String
  ) -> KeptDecisions {
    let texts = [source, target].map { document in
      document.segments.indices.map { String(document.trimmedText(of: $0)) }
    }
    let matchings = (
      SegmentMatching(old: self.source.texts, new: texts[0]),
      SegmentMatching(old: self.target.texts, new: texts[1])
    )
    var carried = CarriedDecisions(isParallel: shape == .parallel)
    for bead in alignment.beads + alignment.candidates where bead.isDecided && !bead.isNull {
      let lost = LostDecision(
        source: bead.source.map { self.source.texts[$0] },
        target: bead.target.map { self.target.texts[$0] }, relation: bead.relation,
        strength: bead.strength, status: bead.status, decision: bead.decision,
        reason: "a segment of it is gone, changed, or not to be told from others alike")
      carried.take(
        bead.source.map { matchings.0[$0] }, bead.target.map { matchings.1[$0] }, bead: bead, lost)
    }
    for lost in lost {
      carried.take(
        Self.places(of: lost.source, in: texts[0]), Self.places(of: lost.target, in: texts[1]),
        bead: nil, lost)
    }
    let areUnchanged = matchings.0.isIdentity && matchings.1.isIdentity
    if shape == .parallel, !areUnchanged { carried.dropCrossing() }
    return KeptDecisions(
      origin: origin, decisions: Decisions(carried.kept.map(\.bead)), lost: carried.lost,
      shape: header.mode)
  }

  /// Where texts stand that a document has once each.
  private static func places(of wanted: [String], in texts: [String]) -> [Int?] {
    wanted.map { text in
      let first = texts.firstIndex(of: text)
      return first == texts.lastIndex(of: text) ? first : nil
    }
  }
}

/// Decisions on their way into a new version of the documents.
private struct CarriedDecisions {
  let isParallel: Bool
  private(set) var kept: [(bead: Bead, lost: LostDecision)] = []
  private(set) var lost: [LostDecision] = []
  private var links: Set<AlignmentLines.Link> = []

  init(isParallel: Bool) {
    self.isParallel = isParallel
  }

  /// - Parameters:
  ///   - bead: The link as it was; `nil` for a decision that was lost before.
  ///   - decision: What is kept of it if it cannot be carried over.
  mutating func take(_ source: [Int?], _ target: [Int?], bead: Bead?, _ decision: LostDecision) {
    let places = (source.compactMap(\.self).sorted(), target.compactMap(\.self).sorted())
    guard places.0.count == source.count, places.1.count == target.count,
      Set(places.0).count == source.count, Set(places.1).count == target.count
    else { return lost.append(decision) }
    let link = AlignmentLines.Link(source: places.0, target: places.1)
    let isTogether = [places.0, places.1].allSatisfy { side in
      zip(side, side.dropFirst()).allSatisfy { $0 + 1 == $1 }
    }
    if isParallel, decision.status == .accepted, !isTogether {
      return lost.append(decision.because("its segments no longer follow one another"))
    }
    guard links.insert(link).inserted else { return lost.append(decision) }
    kept.append(
      (
        Bead(
          source: places.0, target: places.1, relation: decision.relation,
          strength: decision.strength, confidence: bead?.confidence ?? Evidence([]).probability,
          evidence: bead?.evidence ?? Evidence([]), status: decision.status,
          decision: decision.decision), decision
      ))
  }

  /// Leaves as many accepted links as can stand in one translation: the longest increasing chain
  /// (Fredman 1975). The others are lost.
  mutating func dropCrossing() {
    let accepted = kept.indices.filter { kept[$0].bead.status == .accepted }
      .sorted { Alignment.isOrdered(kept[$0].bead, kept[$1].bead) }
    let first = kept.map { $0.bead.target.first ?? 0 }
    var (tails, previous): ([Int], [Int: Int]) = ([], [:])
    for index in accepted {
      let place = tails.partitionIndex { first[$0] < first[index] }
      if place > 0 { previous[index] = tails[place - 1] }
      if place == tails.count { tails.append(index) } else { tails[place] = index }
    }
    var chain: Set<Int> = []
    var at = tails.last
    while let index = at {
      chain.insert(index)
      at = previous[index]
    }
    // What overlaps without crossing is not in order either.
    var last: Bead?
    for index in accepted where chain.contains(index) {
      let bead = kept[index].bead
      let follows = last.map {
        ($0.source.last ?? -1) < (bead.source.first ?? 0)
          && ($0.target.last ?? -1) < (bead.target.first ?? 0)
      }
      if follows == false { chain.remove(index) } else { last = bead }
    }
    let dropped = Set(accepted).subtracting(chain)
    lost += dropped.sorted().map {
      kept[$0].lost.because("it now crosses or overlaps another accepted link")
    }
    kept = kept.indices.filter { !dropped.contains($0) }.map { kept[$0] }
  }
}

extension LostDecision {
  fileprivate func because(_ reason: String) -> LostDecision {
    LostDecision(
      source: source, target: target, relation: relation, strength: strength, status: status,
      decision: decision, reason: reason)
  }
}

extension [Int] {
  /// How many elements are in front for which the condition holds; it holds for no later one.
  fileprivate func partitionIndex(where isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
