/// Which pairs of segments tie each segment to several others by the same words.
///
/// Partners of a segment compete for what they both explain of it, and for nothing else: of a sentence that
/// tells two claims each half may have a partner of its own, and neither speaks against the other.
struct Contest: Sendable {
  /// How one segment of a pair stands to its other partners.
  struct Standing: Sendable, Hashable {
    /// The mean share of the segment that the pair and another one explain alike, 0 to 1, over the three
    /// others with which it is highest; and, with an encoder, the mean likeness of the three likest others.
    /// One that is missing shares nothing.
    var rivals = 0.0
    /// By how much another pair is more similar, times the share of what this pair explains that the other
    /// explains too, 0 and up: the highest over the others.
    var lead = 0.0
  }

  /// By pair, for its segment of either text.
  let source, target: [Standing]

  /// The mean of both sides' rivals.
  func rivals(_ pair: Int) -> Double { (source[pair].rivals + target[pair].rivals) / 2 }

  private static let rivalCount = 3
  /// A pair is held against so many of the most similar ones of its segment: a long sentence may be among
  /// the partners of every segment of the other text.
  static let mostOthers = ClaimCandidates.perSegment

  /// - Parameters:
  ///   - meanings: How alike the pairs are to an encoder, 0 to 1; 0 without one.
  ///   - similarities: What the words share, and the former.
  /// - Complexity: O(pairs × (edges of their tokens + others × tokens)).
  init(
    _ pairs: [(i: Int, j: Int)], _ comparisons: [Comparison], meanings: [Double],
    similarities: [Double], _ comparer: inout SegmentComparer
  ) {
    var (source, target) = (Side(), Side())
    for (i, j) in pairs {
      let explained = comparer.explainedWeights(i, j)
      source.append(explained.source, of: i)
      target.append(explained.target, of: j)
    }
    self.source = source.standings(
      similarities, meanings, totals: comparisons.map(\.source.total))
    self.target = target.standings(
      similarities, meanings, totals: comparisons.map(\.target.total))
  }

  /// What the pairs explain of the segments of one text.
  private struct Side {
    /// For each pair the weight of each type of its segment, as far as it is explained; pair after pair.
    private var explained: [Float] = []
    private var starts = [0]
    private var pairs: [Int: [Int]] = [:]

    mutating func append(_ weights: [Float], of segment: Int) {
      pairs[segment, default: []].append(starts.count - 1)
      explained += weights
      starts.append(explained.count)
    }

    func standings(_ similarities: [Double], _ meanings: [Double], totals: [Float]) -> [Standing] {
      var standings = [Standing](repeating: Standing(), count: similarities.count)
      for pairs in pairs.values {
        let others = pairs.sorted { (similarities[$1], $0) < (similarities[$0], $1) }
          .prefix(mostOthers)
        let likest = pairs.map { meanings[$0] }.sorted(by: >).prefix(rivalCount + 1)
        for pair in pairs {
          standings[pair] = standing(of: pair, among: others, similarities, total: totals[pair])
          standings[pair].rivals += Self.mean(likest, without: meanings[pair])
        }
      }
      return standings
    }

    /// Of the three highest others.
    private static func mean(_ highest: ArraySlice<Double>, without own: Double) -> Double {
      var others = highest
      if let index = others.firstIndex(of: own) { others.remove(at: index) }
      return others.prefix(rivalCount).reduce(0, +) / Double(rivalCount)
    }

    private func standing(
      of pair: Int, among others: some Sequence<Int>, _ similarities: [Double], total: Float
    ) -> Standing {
      let own = explained[starts[pair]..<starts[pair + 1]]
      let covered = own.reduce(0, +)
      guard covered > 0 else { return Standing() }
      var standing = Standing()
      var highest = [Float](repeating: 0, count: rivalCount)
      for other in others where other != pair {
        let theirs = explained[starts[other]..<starts[other + 1]]
        let contested = zip(own, theirs).reduce(0) { $0 + min($1.0, $1.1) }
        if let place = highest.firstIndex(where: { $0 < contested }) {
          highest.insert(contested, at: place)
          highest.removeLast()
        }
        let lead = similarities[other] - similarities[pair]
        standing.lead = max(standing.lead, lead * Double(contested / covered))
      }
      standing.rivals = Double(highest.reduce(0, +) / total) / Double(rivalCount)
      return standing
    }
  }
}
