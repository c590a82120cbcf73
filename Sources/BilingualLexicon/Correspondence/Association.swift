internal import BitextModel

/// Which word types of two texts stand in corresponding segments more often than chance has it: what a
/// document teaches about its own words.
///
/// The measure is Dice's coefficient (Dice 1945) over linked runs of segments, two for the number of runs
/// with both over the sum of the numbers with each. Only types that are each other's best are taken
/// (Melamed 2000, competitive linking), since a word of one text has rarely two in the other.
public struct Association: Sendable, Hashable {
  public let source, target: Int
  /// 0 to 1; 1 when neither ever stands without the other.
  public let dice: Double

  /// Types must stand together this often: once is chance.
  private static let leastTogether = 2
  private static let floor = 0.35

  /// Ascending by source type.
  ///
  /// - Parameter links: Runs of segments of both texts that likely correspond.
  /// - Complexity: O(Σ types of one run × types of the other).
  public static func learned(
    from links: [(source: [Int], target: [Int])], _ source: AnalysedText, _ target: AnalysedText
  ) -> [Association] {
    var (sourceCounts, targetCounts): ([Int: Int], [Int: Int]) = ([:], [:])
    var together: [UInt64: Int] = [:]
    for link in links {
      let left = Set(link.source.flatMap { source.segments[$0].map(\.type) })
      let right = Set(link.target.flatMap { target.segments[$0].map(\.type) })
      for type in left { sourceCounts[type, default: 0] += 1 }
      for type in right { targetCounts[type, default: 0] += 1 }
      for a in left {
        for b in right { together[UInt64(a) << 32 | UInt64(b), default: 0] += 1 }
      }
    }
    var found: [Association] = []
    for (pair, count) in together where count >= leastTogether {
      let (a, b) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      let dice = 2 * Double(count) / Double((sourceCounts[a] ?? 0) + (targetCounts[b] ?? 0))
      if dice >= floor { found.append(Association(source: a, target: b, dice: dice)) }
    }
    return mutualBest(found)
  }

  private static func mutualBest(_ found: [Association]) -> [Association] {
    var (bestOfSource, bestOfTarget): ([Int: Double], [Int: Double]) = ([:], [:])
    for association in found {
      bestOfSource[association.source] = max(
        bestOfSource[association.source] ?? 0, association.dice)
      bestOfTarget[association.target] = max(
        bestOfTarget[association.target] ?? 0, association.dice)
    }
    return found.filter {
      $0.dice >= 0.9 * max(bestOfSource[$0.source] ?? 0, bestOfTarget[$0.target] ?? 0)
    }.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }
}

extension Correspondences {
  /// The same relation, with what a document taught added as the lexicon's.
  public func adding(_ associations: [Association]) -> Correspondences {
    var (source, target) = (source, target)
    for association in associations {
      let weight = Float(association.dice)
      source.add(
        Edge(
          type: association.target, group: Int32(association.target), part: 0, weight: weight,
          by: .lexicon), to: association.source)
      target.add(
        Edge(
          type: association.source, group: Int32(association.source), part: 0, weight: weight,
          by: .lexicon), to: association.target)
    }
    return Correspondences(
      source: source, target: target, shares: (lexicalShare, explainedShare))
  }

  private init(source: Side, target: Side, shares: (lexical: Double, explained: Double)) {
    (self.source, self.target) = (source, target)
    (lexicalShare, explainedShare) = shares
  }
}

extension Correspondences.Side {
  fileprivate mutating func add(_ edge: Correspondences.Edge, to type: Int) {
    if edges[type].contains(where: { $0.type == edge.type && $0.part == 0 }) { return }
    edges[type].append(edge)
    edges[type].sort { ($0.part, $0.group, $0.type) < ($1.part, $1.group, $1.type) }
    isKnown[type] = true
  }
}
