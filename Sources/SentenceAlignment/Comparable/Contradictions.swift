internal import BilingualLexicon
internal import BitextModel

/// What two sentences say differently where they seem to say the same: in the clauses that match best.
///
/// A number that stands in one sentence alone may be a detail that the other report leaves out; it speaks
/// against the pair where the matching clause has another one in its place. So does a negation.
struct Contradictions: Sendable, Hashable {
  /// How alike the clauses are, 0 to 1, where both hold numbers or dates and none agrees,
  var numbers = 0.0
  /// and where one is negated and the other not.
  var polarity = 0.0
}

/// Finds contradictions in pairs of segments of two texts.
struct ContradictionFinder: Sendable {
  private struct Side: Sendable {
    /// By type.
    let isValue, negates: [Bool]
    /// Whether negatives of the language are known.
    let knowsNegation: Bool

    init(_ text: AnalysedText) {
      let language = text.language.language
      isValue = text.types.map(\.isValue)
      negates = text.types.map { Negation.negates($0.text, in: language) ?? false }
      knowsNegation = Negation.negates("", in: language) != nil
    }

    func isNegated(_ clause: Clauses.Clause) -> Bool { clause.types.contains { negates[$0] } }
  }

  private let source, target: Side

  init(source: AnalysedText, target: AnalysedText) {
    (self.source, self.target) = (Side(source), Side(target))
  }

  /// - Parameter clauses: The two that match best.
  /// - Complexity: O(tokens of both segments × edges of each).
  func contradictions(
    _ i: Int, _ j: Int, clauses: ClauseMatch, _ comparer: inout SegmentComparer
  ) -> Contradictions {
    var found = Contradictions()
    let values = (
      Set(clauses.source.types.filter { source.isValue[$0] }),
      Set(clauses.target.types.filter { target.isValue[$0] })
    )
    if !values.0.isEmpty, !values.1.isEmpty {
      // Against the whole other sentence: there a number may stand in another clause.
      let shares = comparer.shares(i, j)
      let agrees = { (table: SideTable, segment: Int, shares: [Float], values: Set<Int>) in
        zip(table.types(of: segment), shares).contains { $1 > 0 && values.contains(Int($0)) }
      }
      if !agrees(comparer.source, i, shares.source, values.0),
        !agrees(comparer.target, j, shares.target, values.1)
      {
        found.numbers = clauses.share
      }
    }
    if source.knowsNegation, target.knowsNegation,
      source.isNegated(clauses.source) != target.isNegated(clauses.target)
    {
      found.polarity = clauses.share
    }
    return found
  }
}
