public import BitextModel

/// Says which tokens of two segments explain each other, by what, and with what weight.
///
/// The weights of a pair's links add up to its similarity: the share of the one segment's weight that the
/// other explains, averaged over both directions. A word counts once however often it stands; its
/// occurrences share its weight.
public struct TokenAligner: Sendable {
  private let source, target: AnalysedText
  private let correspondences: Correspondences
  private let sourceWeights, targetWeights: [Float]

  /// - Parameter weights: How much each type of the two texts counts, zero or more.
  public init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    weights: (source: [Float], target: [Float])
  ) {
    (self.source, self.target, self.correspondences) = (source, target, correspondences)
    (sourceWeights, targetWeights) = weights
  }

  private struct Pair: Hashable {
    let source, target: Int
    let by: TokenAlignment.Source
  }

  /// The links between two segments' tokens.
  public func alignment(source i: Int, target j: Int) -> TokenAlignment {
    let (mine, theirs) = (Self.places(source.segments[i]), Self.places(target.segments[j]))
    var weights: [Pair: Double] = [:]
    let forward = Self.total(mine, sourceWeights)
    for type in mine.keys where forward > 0 {
      for part in Self.explained(type, correspondences.source, by: theirs) {
        weights[Pair(source: type, target: part.type, by: part.by), default: 0] +=
          Double(sourceWeights[type]) * part.share / forward / 2
      }
    }
    let backward = Self.total(theirs, targetWeights)
    for type in theirs.keys where backward > 0 {
      for part in Self.explained(type, correspondences.target, by: mine) {
        weights[Pair(source: part.type, target: type, by: part.by), default: 0] +=
          Double(targetWeights[type]) * part.share / backward / 2
      }
    }
    var links: [TokenAlignment.Link] = []
    for (pair, weight) in weights where weight > 0 {
      let (left, right) = (mine[pair.source] ?? [], theirs[pair.target] ?? [])
      let count = max(left.count, right.count)
      for place in 0..<count {
        links.append(
          TokenAlignment.Link(
            source: left[min(place, left.count - 1)], target: right[min(place, right.count - 1)],
            by: pair.by, weight: weight / Double(count)))
      }
    }
    return TokenAlignment(
      links: links.sorted { ($1.weight, $0.by.rawValue) < ($0.weight, $1.by.rawValue) })
  }

  /// Where each type of a segment stands, in order.
  private static func places(_ tokens: [AnalysedText.Token]) -> [Int: [Range<Int>]] {
    var places: [Int: [Range<Int>]] = [:]
    for token in tokens { places[token.type, default: []].append(token.range) }
    return places
  }

  private static func total(_ types: [Int: [Range<Int>]], _ weights: [Float]) -> Double {
    types.keys.sorted().reduce(0) { $0 + Double(weights[$1]) }
  }

  private struct Explanation {
    let type: Int
    let by: TokenAlignment.Source
    var share: Double
  }

  /// What of the other segment explains a type, and how much of it: the best group of the whole word, or
  /// the best groups of its parts where these explain more.
  private static func explained(
    _ type: Int, _ side: Correspondences.Side, by other: [Int: [Range<Int>]]
  ) -> [Explanation] {
    var (whole, parts): ([Explanation], [Explanation]) = ([], [])
    var groups: [[Correspondences.Edge]] = []
    for edge in side.edges[type] where other[edge.type] != nil {
      if let last = groups.last?.last, last.part == edge.part, last.group == edge.group {
        groups[groups.count - 1].append(edge)
      } else {
        groups.append([edge])
      }
    }
    var bestOfPart: [Int32: (sum: Float, edges: [Correspondences.Edge])] = [:]
    for group in groups {
      let sum = min(1, group.reduce(0) { $0 + $1.weight })
      if sum > bestOfPart[group[0].part]?.sum ?? 0 { bestOfPart[group[0].part] = (sum, group) }
    }
    for (part, best) in bestOfPart.sorted(by: { $0.key < $1.key }) {
      let all = best.edges.reduce(0) { $0 + $1.weight }
      let share = part == 0 ? best.sum : best.sum * side.shares[type][Int(part) - 1]
      let found = best.edges.map {
        Explanation(type: $0.type, by: $0.by, share: Double(share * $0.weight / all))
      }
      if part == 0 { whole = found } else { parts += found }
    }
    let sum = { (parts: [Explanation]) in parts.reduce(0) { $0 + $1.share } }
    return sum(whole) >= sum(parts) ? whole : parts
  }
}
