internal import BilingualLexicon

/// The pairs of segments worth comparing: for each segment of either text those of the other whose words
/// explain most of its own, found through an inverted index, and those that an encoder holds nearest.
struct ClaimCandidates: Sendable {
  /// How many partners a segment proposes. Of articles that is every sentence of the other; a claim's
  /// counterpart has been among the first ten in every report looked at.
  static let perSegment = 24

  /// Ascending, each once.
  let pairs: [(i: Int, j: Int)]

  /// - Parameters:
  ///   - sources: The segments that may be linked, ascending.
  /// - Complexity: O(tokens × the other text's types that explain each × their segments).
  init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    weights: (source: TypeWeights, target: TypeWeights), sources: [Int], targets: [Int],
    encoded: EncodedTexts? = nil
  ) {
    let forth = Self.proposals(
      of: sources, source, correspondences.source, weights.source,
      to: Postings(target, segments: targets))
    let back = Self.proposals(
      of: targets, target, correspondences.target, weights.target,
      to: Postings(source, segments: sources))
    var seen: Set<Int> = []
    for (i, partners) in forth { for j in partners { seen.insert(i * target.segments.count + j) } }
    for (j, partners) in back { for i in partners { seen.insert(i * target.segments.count + j) } }
    for (i, j) in encoded?.nearest(sources: sources, targets: targets, perSegment: Self.perSegment)
      ?? []
    {
      seen.insert(i * target.segments.count + j)
    }
    pairs = seen.sorted().map { ($0 / target.segments.count, $0 % target.segments.count) }
  }

  /// In which segments each type stands.
  private struct Postings {
    private(set) var segments: [[Int]]
    let segmentCount: Int

    init(_ text: AnalysedText, segments kept: [Int]) {
      segmentCount = text.segments.count
      segments = Array(repeating: [], count: text.types.count)
      for segment in kept {
        for token in text.segments[segment] where segments[token.type].last != segment {
          segments[token.type].append(segment)
        }
      }
    }
  }

  private static func proposals(
    of segments: [Int], _ text: AnalysedText, _ side: Correspondences.Side, _ weights: TypeWeights,
    to postings: Postings
  ) -> [(Int, [Int])] {
    var scores = [Float](repeating: 0, count: postings.segmentCount)
    var counted = [Int](repeating: -1, count: postings.segmentCount)
    var stamp = 0
    return segments.map { segment in
      var touched: [Int] = []
      for type in Set(text.segments[segment].map(\.type)).sorted() {
        let weight = weights.values[type]
        stamp += 1
        for edge in side.edges[type] {
          for other in postings.segments[edge.type] where counted[other] != stamp {
            if scores[other] == 0 { touched.append(other) }
            counted[other] = stamp
            scores[other] += weight + .leastNonzeroMagnitude
          }
        }
      }
      let best = touched.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(perSegment)
      for other in touched { scores[other] = 0 }
      return (segment, Array(best))
    }
  }
}
