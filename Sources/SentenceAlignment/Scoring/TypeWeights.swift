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
  /// inverse segment frequency within the text counts too (notes: the main gain on claims).
  package static func local(_ text: AnalysedText, _ side: Correspondences.Side) -> TypeWeights {
    let total = Float(max(text.segments.count, 1))
    let background = background(text, side)
    return TypeWeights(
      values: text.types.indices.map { type in
        let frequency = Float(text.types[type].segmentCount)
        return background.values[type] * log((total + 1) / frequency) / log(total + 1)
      })
  }
}
