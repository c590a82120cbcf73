package import BilingualLexicon
internal import Foundation

/// How much each word type of a text counts when segments are compared: its weights add up.
package struct TypeWeights: Sendable {
  /// Zero or more, by type.
  package let values: [Float]

  /// What nobody knows is no contradiction: it weighs less than what could have been explained.
  private static let unknownShare: Float = 0.35

  /// For translations: words that are rare in the language weigh more.
  package static func background(_ text: AnalysedText, _ side: Correspondences.Side) -> TypeWeights
  {
    TypeWeights(
      values: text.types.indices.map { type in
        side.informativeness[type] * (side.isKnown[type] ? 1 : unknownShare)
      })
  }

  /// For reports of one event: names that stand in every sentence of the report tell little, so the
  /// inverse segment frequency within the text counts too (notes: the main gain on claims), or that of
  /// what explains the word in the other text, where it is lower: whatever stands for `go` is everywhere.
  ///
  /// - Complexity: O(tokens, and the segments of what explains each type).
  package static func local(
    _ text: AnalysedText, _ side: Correspondences.Side, against other: AnalysedText
  ) -> TypeWeights {
    let total = Float(max(text.segments.count, 1))
    let background = background(text, side)
    let places = segments(of: other)
    return TypeWeights(
      values: text.types.indices.map { type in
        var explaining: Set<Int> = []
        for edge in side.edges[type] where edge.part == 0 && edge.weight >= 0.5 {
          explaining.formUnion(places[edge.type])
        }
        let share = Float(explaining.count) / Float(max(other.segments.count, 1))
        let frequency = max(Float(text.types[type].segmentCount), share * total)
        return background.values[type] * log((total + 1) / frequency) / log(total + 1)
      })
  }

  /// The segments in which each type stands, ascending.
  private static func segments(of text: AnalysedText) -> [[Int]] {
    var places: [[Int]] = Array(repeating: [], count: text.types.count)
    for (segment, tokens) in text.segments.enumerated() {
      for token in tokens where places[token.type].last != segment {
        places[token.type].append(segment)
      }
    }
    return places
  }
}
