internal import BilingualLexicon

/// The clauses of a text's segments, each as the types of its words.
///
/// One report says in a sentence what the other says in three: then a clause has a counterpart where its
/// sentence, as a whole, has little in common with it.
struct Clauses: Sendable {
  /// By segment.
  private let types: [[[Int]]]

  /// What weighs less is no clause of its own: “however”, “he said”.
  private static let leastWeight: Float = 1.2

  init(_ text: AnalysedText, _ weights: TypeWeights) {
    types = text.segments.map { tokens in
      var clauses: [(types: [Int], weight: Float)] = []
      for token in tokens {
        if token.opensClause || clauses.isEmpty { clauses.append(([], 0)) }
        let last = clauses.count - 1
        if clauses[last].types.contains(token.type) { continue }
        clauses[last].types.append(token.type)
        clauses[last].weight += weights.values[token.type]
      }
      return Self.joined(clauses).map(\.types)
    }
  }

  /// Light clauses go to the one before, or, at the start, to the one behind.
  private static func joined(
    _ clauses: [(types: [Int], weight: Float)]
  ) -> [(types: [Int], weight: Float)] {
    clauses.reduce(into: []) { joined, clause in
      if let last = joined.indices.last, min(joined[last].weight, clause.weight) < leastWeight {
        joined[last].types += clause.types
        joined[last].weight += clause.weight
      } else {
        joined.append(clause)
      }
    }
  }

  subscript(segment: Int) -> [[Int]] { types[segment] }
}
