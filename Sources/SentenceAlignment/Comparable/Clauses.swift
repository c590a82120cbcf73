internal import BilingualLexicon

/// The clauses of a text's segments.
///
/// One report says in a sentence what the other says in three: then a clause has a counterpart where its
/// sentence, as a whole, has little in common with it.
struct Clauses: Sendable {
  struct Clause: Sendable, Hashable {
    /// Of its words, each once.
    var types: [Int] = []
    var weight: Float = 0
    /// From its first word to its last, in UTF-8 bytes of the segment's trimmed text.
    var range: Range<Int>
  }

  /// By segment.
  private let clauses: [[Clause]]

  /// What weighs less is no clause of its own: “however”, “he said”.
  private static let leastWeight: Float = 1.2

  init(_ text: AnalysedText, _ weights: TypeWeights) {
    clauses = text.segments.map { tokens in
      var clauses: [Clause] = []
      for token in tokens {
        if token.opensClause || clauses.isEmpty { clauses.append(Clause(range: token.range)) }
        let last = clauses.count - 1
        clauses[last].range = clauses[last].range.lowerBound..<token.range.upperBound
        if clauses[last].types.contains(token.type) { continue }
        clauses[last].types.append(token.type)
        clauses[last].weight += weights.values[token.type]
      }
      return Self.joined(clauses)
    }
  }

  /// Light clauses go to the one before, or, at the start, to the one behind.
  private static func joined(_ clauses: [Clause]) -> [Clause] {
    clauses.reduce(into: []) { joined, clause in
      if let last = joined.indices.last, min(joined[last].weight, clause.weight) < leastWeight {
        joined[last].types += clause.types
        joined[last].weight += clause.weight
        joined[last].range = joined[last].range.lowerBound..<clause.range.upperBound
      } else {
        joined.append(clause)
      }
    }
  }

  subscript(segment: Int) -> [Clause] { clauses[segment] }
}
