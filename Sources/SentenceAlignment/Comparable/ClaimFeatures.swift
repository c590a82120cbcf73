internal import Foundation

/// What the aligner of claims knows of a pair of segments.
package struct ClaimFeatures: Sendable, Hashable {
  let comparison: Comparison
  /// What an encoder says, if one was asked.
  let encoded: EncodedTexts.Likeness?
  /// How much the best matching clauses of the two share, 0 to 1; clauses of little weight count less.
  package let clauses: Double
  /// What speaks against the pair.
  let contradictions: Contradictions
  /// How much of the two segments their three strongest rivals explain as this pair does, on average
  /// (`Contest`).
  package let rivals: Double
  /// The best margin, similarity less rivals, of the pairs before and behind in both texts: reports
  /// tell parts of their story in the same order.
  package let block: Double
  /// The best margin of the pairs of one of the two segments with a neighbour of the other: what one
  /// sentence says, the other report tells in several that follow each other.
  package let shared: Double
  /// By how much a partner of each of the two that explains the same of it is more similar than this one, 0
  /// and up (`Contest`): the larger and the smaller lead.
  package let largerLead, smallerLead: Double
  /// How much closer than two reports the texts are as a whole, 0 and up: of a translation weak links
  /// are less likely, and neighbours tell less.
  package let closeness: Double

  /// What the words share, 0 to 1, and the likeness of the two to an encoder, 0 to 1: neighbours and leads
  /// are compared by this sum.
  package var similarity: Double {
    Double(comparison.similarity) + (encoded?.sentences ?? 0)
  }

  /// The features in the order in which `scripts/fit` reads them.
  package var row: [Double] {
    [
      similarity, clauses, rivals, block, shared, largerLead, smallerLead, closeness, content,
      Double(comparison.share(\.numbers)), contradictions.numbers, contradictions.polarity,
      encoded?.clauses ?? 0, Double(comparison.similarity), encoded?.sentences ?? 0,
    ]
  }

  /// The logarithm of one more than the lighter segment's weight.
  var content: Double { log(1 + Double(min(comparison.source.total, comparison.target.total))) }
}
