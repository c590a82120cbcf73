/// Finds segments that likely correspond, without comparing all with all: an inverted index over the
/// types of one text proposes, the scorer disposes.
struct AnchorFinder {
  /// A pair that is each other's best, or as good as that, and how sure.
  struct Candidate: Sendable, Hashable {
    let source, target: Int
    let logOdds: Double
  }

  /// Types are asked for their places rarest first, up to so many places a type, until so many are found.
  private static let placesOfType = [8, 32, 128]
  private static let placesWanted = 200
  private static let proposals = 4
  /// Proposals with a lesser share of the best one's weight are not looked at.
  private static let leastWeight: Float = 0.3
  /// The least log-odds of an anchor.
  private static let floor = 1.0
  /// What pairs may lack of the best of a segment: repeated segments have equals, among which order decides.
  private static let tie = 0.25

  private let tables: BeadTables
  /// By target segment, what speaks for it so far.
  private var weights: [Float]
  private var touched: [Int] = []

  private init(_ tables: BeadTables) {
    self.tables = tables
    weights = Array(repeating: 0, count: tables.target.segmentCount)
  }

  /// Pairs that are each other's best proposal, ascending by source, then target.
  ///
  /// - Complexity: O(edges of all tokens + segments × `placesWanted`), plus `proposals` scores a segment.
  static func candidates(
    _ tables: BeadTables, _ scorer: inout some BeadScorer & ~Copyable
  ) -> [Candidate] {
    var finder = AnchorFinder(tables)
    var found: [Candidate] = []
    var bestOfSource = [Double](repeating: floor, count: tables.source.segmentCount)
    var bestOfTarget = [Double](repeating: floor, count: tables.target.segmentCount)
    for segment in 0..<tables.source.segmentCount {
      for place in finder.proposals(for: segment) {
        let odds = scorer.logOdds(source: segment..<segment + 1, target: place..<place + 1)
        guard odds > floor else { continue }
        found.append(Candidate(source: segment, target: place, logOdds: odds))
        bestOfSource[segment] = max(bestOfSource[segment], odds)
        bestOfTarget[place] = max(bestOfTarget[place], odds)
      }
    }
    return found.filter {
      $0.logOdds >= max(bestOfSource[$0.source], bestOfTarget[$0.target]) - tie
    }
  }

  /// The likeliest target segments of a source segment by what they share, ascending.
  private mutating func proposals(for segment: Int) -> [Int] {
    touched.removeAll(keepingCapacity: true)
    var fewest = 0
    for most in Self.placesOfType where touched.count < Self.placesWanted {
      for type in tables.source.types(of: segment) {
        let information = tables.source.weights[Int(type)]
        for index in tables.source.edges(of: Int(type)) {
          let edge = tables.source.edges[index]
          let places = tables.places.places(of: Int(edge.type))
          guard places.count > fewest, places.count <= most else { continue }
          let share = information * edge.weight / Float(places.count)
          for place in places {
            let target = Int(tables.places.segments[place])
            if weights[target] == 0 { touched.append(target) }
            weights[target] += share
          }
        }
      }
      fewest = most
    }
    defer { for place in touched { weights[place] = 0 } }
    return heaviest(at: segment).sorted()
  }

  /// A target segment with what speaks for it.
  private struct Proposal {
    let place: Int
    let weight: Float
    /// How far from the diagonal it lies, in segments.
    let distance: Int

    /// The heavier first; among equals the one nearer to the diagonal, then the earlier.
    func precedes(_ other: Proposal) -> Bool {
      if weight != other.weight { return weight > other.weight }
      return (distance, place) < (other.distance, other.place)
    }
  }

  /// The places that come first, at most `proposals`.
  private func heaviest(at segment: Int) -> [Int] {
    let diagonal = segment * tables.target.segmentCount / max(tables.source.segmentCount, 1)
    var best: [Proposal] = []
    best.reserveCapacity(Self.proposals + 1)
    for place in touched {
      let new = Proposal(place: place, weight: weights[place], distance: abs(place - diagonal))
      if best.count == Self.proposals, let last = best.last, !new.precedes(last) { continue }
      best.insert(new, at: best.firstIndex { new.precedes($0) } ?? best.count)
      if best.count > Self.proposals { best.removeLast() }
    }
    let least = Self.leastWeight * (best.first?.weight ?? 0)
    return best.filter { $0.weight >= least }.map(\.place)
  }

  /// The chain of candidates, ascending on both sides, of the highest total log-odds.
  ///
  /// - Parameter candidates: Ascending by source.
  /// - Complexity: O(n log n) with a Fenwick tree over the targets (Fenwick 1994).
  static func chain(_ candidates: [Candidate], targetCount: Int) -> [Candidate] {
    var tree: [(score: Double, index: Int)] = Array(
      repeating: (0, -1), count: targetCount + 1)
    var previous = Array(repeating: -1, count: candidates.count)
    var last: (score: Double, index: Int) = (0, -1)
    var scores = [Double](repeating: 0, count: candidates.count)
    var entered = 0
    for (index, candidate) in candidates.enumerated() {
      // What ends at an earlier source may go before this one: its own rivals may not.
      while candidates[entered].source < candidate.source {
        var node = candidates[entered].target + 1
        while node <= targetCount {
          if scores[entered] > tree[node].score { tree[node] = (scores[entered], entered) }
          node += node & -node
        }
        entered += 1
      }
      var best: (score: Double, index: Int) = (0, -1)
      var node = candidate.target
      while node > 0 {
        if tree[node].score > best.score { best = tree[node] }
        node -= node & -node
      }
      previous[index] = best.index
      scores[index] = best.score + candidate.logOdds
      if scores[index] > last.score { last = (scores[index], index) }
    }
    var (chain, at): ([Candidate], Int) = ([], last.index)
    while at >= 0 {
      chain.append(candidates[at])
      at = previous[at]
    }
    return chain.reversed()
  }

  /// The anchors that a search may rely on: of a chain, those that a neighbour confirms. A pair that stands
  /// alone is often a heading or a phrase that the text repeats.
  static func anchors(_ chain: [Candidate]) -> [Corridor.Anchor] {
    chain.indices.filter { index in
      [index - 1, index + 1].contains { other in
        chain.indices.contains(other) && isInStep(chain[index], chain[other])
      }
    }.map {
      Corridor.Anchor(
        source: chain[$0].source, target: chain[$0].target,
        isCertain: chain[$0].logOdds >= certain)
    }
  }

  /// Log-odds beyond which a pair in order is beyond doubt.
  private static let certain = 6.0

  private static func isInStep(_ a: Candidate, _ b: Candidate) -> Bool {
    let (height, width) = (abs(a.source - b.source), abs(a.target - b.target))
    return min(height, width) <= 12 && abs(height - width) <= 3
  }
}
