internal import BitextModel

/// How likely two runs of segments translate each other: log-odds, linear in what they share.
///
///     words + names + numbers, encoder   similarity · (w₁ + w₂ · content)
///     length                             |d| · (w₃ + w₄ · content)
///     content                            w₀ + w₅ · content
///     contradictions                     w₆ each
///
/// `d` is the logarithm of the length ratio, at most 2 either way; `content` the logarithm of one plus the
/// weight of the lighter side: of two short segments neither likeness nor unlikeness says much.
struct PairModel: Sendable, Hashable {
  let prior: Double
  let similarity, similarityByContent: Double
  let length, lengthByContent: Double
  let content: Double
  let contradiction: Double

  /// Words and lengths beyond this, in log-odds either way, are no surer; what contradicts counts on top.
  static let limit = 9.0

  struct Features: Sendable, Hashable {
    /// 0 to 1.
    let similarity: Float
    let contradictions: Float
    /// |log length ratio|, 0 to 2.
    let lengthDifference: Float
    let content: Float
  }

  func logOdds(_ features: Features) -> Float {
    let slope = Float(similarity) + Float(similarityByContent) * features.content
    let sum =
      Float(prior) + Float(content) * features.content + slope * features.similarity
      + (Float(length) + Float(lengthByContent) * features.content) * features.lengthDifference
    return min(Float(Self.limit), max(-Float(Self.limit), sum))
      + Float(contradiction) * features.contradictions
  }

  /// The same for four pairs at once, without contradictions.
  func logOdds(
    _ similarities: SIMD4<Float>, lengthDifferences: SIMD4<Float>, contents: SIMD4<Float>
  ) -> SIMD4<Float> {
    let slopes = Float(similarity) + Float(similarityByContent) * contents
    let lengths = (Float(length) + Float(lengthByContent) * contents) * lengthDifferences
    let sums = Float(prior) + Float(content) * contents + slopes * similarities + lengths
    let limit = Float(Self.limit)
    return sums.replacing(with: limit, where: sums .> limit)
      .replacing(with: -limit, where: sums .< -limit)
  }

  /// The same sum, term by term.
  ///
  /// - Parameter shares: How much of the similarity words, names, numbers and the encoder make up.
  func terms(
    _ features: Features, shares: (words: Double, names: Double, numbers: Double, encoder: Double?)
  ) -> [Evidence.Term] {
    let slope = similarity + similarityByContent * Double(features.content)
    let length = length + lengthByContent * Double(features.content)
    return [
      Evidence.Term("words", slope * shares.words),
      Evidence.Term("names", slope * shares.names),
      Evidence.Term("numbers", slope * shares.numbers),
      Evidence.Term("length", length * Double(features.lengthDifference)),
      Evidence.Term("content", prior + content * Double(features.content)),
      Evidence.Term("contradictions", contradiction * Double(features.contradictions)),
    ] + (shares.encoder.map { [Evidence.Term("encoder", slope * $0)] } ?? [])
  }
}
