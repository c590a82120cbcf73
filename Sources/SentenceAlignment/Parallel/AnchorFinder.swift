internal import BilingualLexicon

/// Finds segments that surely correspond, without comparing all with all: an inverted index over the
/// types of one text proposes, the scorer disposes.
struct AnchorFinder {
  /// A pair that is each other's best, and how sure.
  struct Candidate: Sendable, Hashable {
    let source, target: Int
    let logOdds: Double
  }

  /// Types in more segments than this tell no place.
  private static let mostSegments = 100
  private static let proposals = 6
  /// The least log-odds of an anchor.
  private static let floor = 1.0

  /// Pairs that are each other's best proposal, ascending by source.
  ///
  /// - Complexity: O(tokens × `mostSegments`), plus `proposals` scores a segment.
  static func candidates(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    _ scorer: inout some BeadScorer & ~Copyable
  ) -> [Candidate] {
    var places: [[Int]] = Array(repeating: [], count: target.types.count)
    for (segment, tokens) in target.segments.enumerated() {
      for type in Set(tokens.map(\.type)) { places[type].append(segment) }
    }
    var bestOfSource: [Candidate?] = []
    var bestOfTarget: [Int: Candidate] = [:]
    var weights = [Float](repeating: 0, count: target.segments.count)
    for (segment, tokens) in source.segments.enumerated() {
      var touched: [Int] = []
      for type in Set(tokens.map(\.type)).sorted() {
        let information = correspondences.source.informativeness[type]
        for edge in correspondences.source.edges[type]
        where places[edge.type].count <= mostSegments {
          let share = information * edge.weight / Float(places[edge.type].count)
          for place in places[edge.type] {
            if weights[place] == 0 { touched.append(place) }
            weights[place] += share
          }
        }
      }
      var best: Candidate?
      for place in heaviest(touched, weights) {
        let odds = scorer.logOdds(
          source: segment..<segment + 1, target: place..<place + 1, floor: floor)
        let candidate = Candidate(source: segment, target: place, logOdds: odds)
        if odds > best?.logOdds ?? floor { best = candidate }
        if odds > bestOfTarget[place]?.logOdds ?? floor { bestOfTarget[place] = candidate }
      }
      bestOfSource.append(best)
      for place in touched { weights[place] = 0 }
    }
    return bestOfSource.compactMap(\.self).filter { bestOfTarget[$0.target] == $0 }
  }

  /// The heaviest places, at most `proposals`, heaviest first, then ascending.
  private static func heaviest(_ places: [Int], _ weights: [Float]) -> [Int] {
    var best: [Int] = []
    for place in places {
      let isHeavier = { (other: Int) in
        (weights[place], -place) > (weights[other], -other)
      }
      if best.count == proposals, let last = best.last, !isHeavier(last) { continue }
      best.insert(place, at: best.firstIndex(where: isHeavier) ?? best.count)
      if best.count > proposals { best.removeLast() }
    }
    return best
  }

  /// The chain of candidates, ascending on both sides, of the highest total log-odds.
  ///
  /// - Parameter candidates: Ascending by source, no source and no target twice.
  /// - Complexity: O(n log n) with a Fenwick tree over the targets (Fenwick 1994).
  static func chain(_ candidates: [Candidate], targetCount: Int) -> [Candidate] {
    var tree: [(score: Double, index: Int)] = Array(
      repeating: (0, -1), count: targetCount + 1)
    var previous = Array(repeating: -1, count: candidates.count)
    var last: (score: Double, index: Int) = (0, -1)
    for (index, candidate) in candidates.enumerated() {
      var best: (score: Double, index: Int) = (0, -1)
      var node = candidate.target
      while node > 0 {
        if tree[node].score > best.score { best = tree[node] }
        node -= node & -node
      }
      previous[index] = best.index
      let reached = (score: best.score + candidate.logOdds, index: index)
      if reached.score > last.score { last = reached }
      node = candidate.target + 1
      while node <= targetCount {
        if reached.score > tree[node].score { tree[node] = reached }
        node += node & -node
      }
    }
    var (chain, at): ([Candidate], Int) = ([], last.index)
    while at >= 0 {
      chain.append(candidates[at])
      at = previous[at]
    }
    return chain.reversed()
  }
}
