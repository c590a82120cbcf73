internal import BitextModel

/// Links segments that report the same claim, in any order, many to many.
///
/// Pairs are taken likeliest first. A segment that is linked already takes a further partner only if
/// that explains enough of it that no partner so far did: one sentence may carry three of the other's.
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

  /// What a further partner has to overcome, in log-odds, and what it earns for each point of coverage
  /// that it adds to the segment it shares.
  private static let furtherPartner = -3.0
  private static let gainWeight = 18.0

  struct Result {
    let beads: [Bead]
    let candidates: [Bead]
    /// What speaks for the accepted pairs.
    let accepted: [Pair: Evidence]
  }

  /// - Parameters:
  ///   - sources: The segments that may be linked.
  /// - Complexity: O(source segments × target segments × their tokens).
  func align(_ comparer: inout SegmentComparer, sources: [Int], targets: [Int]) -> Result {
    let table = ClaimTable(&comparer, sources: Set(sources), targets: Set(targets))
    var pairs: [(i: Int, j: Int, evidence: Evidence)] = []
    var judged: [Pair: Evidence] = [:]
    let decided = Set(accepted + rejected)
    for pair in accepted {
      judged[pair] = Evidence(model.terms(table.features(pair.source, pair.target)))
    }
    for i in sources {
      for j in targets {
        let features = table.features(i, j)
        guard features.similarity > 0, decided.isEmpty || !decided.contains(Pair(i, j)) else {
          continue
        }
        let evidence = Evidence(model.terms(features))
        if evidence.logOdds > ClaimModel.leastCandidate { pairs.append((i, j, evidence)) }
      }
    }
    pairs.sort { ($1.evidence.logOdds, $0.i, $0.j) < ($0.evidence.logOdds, $1.i, $1.j) }
    var (ofSource, ofTarget): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
    for pair in accepted {
      ofSource[pair.source, default: []].append(pair.target)
      ofTarget[pair.target, default: []].append(pair.source)
    }
    var (beads, candidates): ([Bead], [Bead]) = ([], [])
    for (i, j, evidence) in pairs {
      var terms = evidence.terms
      if let linked = ofSource[i] {
        terms.append(
          further(Self.gain(ofSource: i, by: j, beyond: linked, &comparer), "source shared"))
      }
      if let linked = ofTarget[j] {
        terms.append(
          further(Self.gain(ofTarget: j, by: i, beyond: linked, &comparer), "target shared"))
      }
      let total = Evidence(terms)
      let isLinked = total.logOdds >= ClaimModel.leastPartial
      if isLinked {
        ofSource[i, default: []].append(j)
        ofTarget[j, default: []].append(i)
      }
      let bead = Bead(
        source: [i], target: [j], relation: .claim,
        strength: total.logOdds >= 0 ? .full : .partial, confidence: total.probability,
        evidence: total, status: isLinked ? .proposed : .candidate)
      if isLinked { beads.append(bead) } else { candidates.append(bead) }
    }
    candidates.sort { $0.confidence > $1.confidence }
    return Result(beads: beads, candidates: candidates, accepted: judged)
  }

  /// How much more of a source segment is covered with `j` than with the partners it has.
  private static func gain(
    ofSource i: Int, by j: Int, beyond linked: [Int], _ comparer: inout SegmentComparer
  ) -> Double {
    let before = comparer.compare(CollectionOfOne(i), linked).source.coverage
    return Double(comparer.compare(CollectionOfOne(i), linked + [j]).source.coverage - before)
  }

  private static func gain(
    ofTarget j: Int, by i: Int, beyond linked: [Int], _ comparer: inout SegmentComparer
  ) -> Double {
    let before = comparer.compare(linked, CollectionOfOne(j)).target.coverage
    return Double(comparer.compare(linked + [i], CollectionOfOne(j)).target.coverage - before)
  }

  private func further(_ gain: Double, _ name: String) -> Evidence.Term {
    Evidence.Term(name, min(0, Self.furtherPartner + Self.gainWeight * gain))
  }
}
