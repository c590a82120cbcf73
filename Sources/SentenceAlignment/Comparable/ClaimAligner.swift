internal import BilingualLexicon
internal import BitextModel
internal import Foundation

/// Links segments that report the same claim, in any order, many to many.
struct ClaimAligner {
  let model: ClaimModel
  /// Pairs that a person linked: they are taken first, and not again. Pairs that a person rejected.
  var accepted: [Pair] = []
  var rejected: [Pair] = []

  /// Two segments.
  struct Pair: Sendable, Hashable {
    let source, target: Int

    init(_ source: Int, _ target: Int) {
      (self.source, self.target) = (source, target)
    }
  }

  /// Log-odds from which a link is full. At probability .35 rather than .5, because F is highest from half
  /// of the F that can be had, here about .8 (Lipton, Elkan & Naryanaswamy 2014), and pairs of reports left
  /// out of the fit had more links than it expected.
  static let leastFull = log(0.35 / 0.65)
  /// Log-odds from which part of a claim is shared.
  static let leastPartial = log(0.3 / 0.7)
  /// Below these a pair is not even a rival worth showing,
  static let leastCandidate = -9.0
  /// nor if each of its segments has so many better ones.
  static let mostCandidates = 8

  struct Result {
    let beads: [Bead]
    let candidates: [Bead]
    /// What speaks for the accepted pairs.
    let accepted: [Pair: Evidence]
  }

  /// - Complexity: O(candidates × tokens × clauses).
  func align(_ table: ClaimTable) -> Result {
    let terms = table.rows.map { model.terms($0.features) }
    let adjustment = ClaimModel.adjustment(
      to: terms.map { Evidence($0).logOdds }, from: model.rate)
    var (undecided, judged): ([(i: Int, j: Int, evidence: Evidence)], [Pair: Evidence]) = ([], [:])
    let (linked, dismissed) = (Set(accepted), Set(rejected))
    for (row, terms) in zip(table.rows, terms) {
      let pair = Pair(row.i, row.j)
      let evidence = Evidence(terms + [Evidence.Term("texts", adjustment)])
      if linked.contains(pair) {
        judged[pair] = evidence
      } else if !dismissed.contains(pair) {
        undecided.append((row.i, row.j, evidence))
      }
    }
    let pairs = undecided.sorted {
      ($1.evidence.logOdds, $0.i, $0.j) < ($0.evidence.logOdds, $1.i, $1.j)
    }
    var (ofSource, ofTarget): ([Int: Int], [Int: Int]) = ([:], [:])
    var (beads, candidates): ([Bead], [Bead]) = ([], [])
    for (i, j, evidence) in pairs where evidence.logOdds > Self.leastCandidate {
      let isLinked = evidence.logOdds >= Self.leastPartial
      let isRival = min(ofSource[i] ?? 0, ofTarget[j] ?? 0) < Self.mostCandidates
      guard isLinked || isRival else { continue }
      ofSource[i, default: 0] += 1
      ofTarget[j, default: 0] += 1
      let bead = Bead(
        source: [i], target: [j], relation: .claim,
        strength: evidence.logOdds >= Self.leastFull ? .full : .partial,
        confidence: evidence.probability, evidence: evidence,
        status: isLinked ? .proposed : .candidate)
      if isLinked { beads.append(bead) } else { candidates.append(bead) }
    }
    return Result(beads: beads, candidates: candidates, accepted: judged)
  }
}
