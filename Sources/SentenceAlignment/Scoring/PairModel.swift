internal import BitextModel
internal import Foundation

/// How likely two runs of segments translate each other: log-odds, linear in what they share.
///
///     words + names + numbers   similarity · (w₁ + w₂ · content)
///     length                    |d| · (w₃ + w₄ · content)
///     content                   w₀ + w₅ · content
///     contradictions            w₆ each
///
/// `d` is the logarithm of the length ratio, at most 2 either way; `content` the logarithm of one plus the
/// weight of the lighter side: of two short segments neither likeness nor unlikeness says much.
struct PairModel: Sendable, Hashable {
  let prior: Double
  let similarity, similarityByContent: Double
  let length, lengthByContent: Double
  let content: Double
  let contradiction: Double

  /// Log-odds beyond this, either way, are no surer.
  static let limit = 9.0

  /// Fitted by `scripts/fit translations` on the 1-1 beads of four development sets of news and
  /// software documentation, German-English, against the pairs up to three places beside them.
  static let fitted = PairModel(
    prior: 2.05, similarity: -0.68, similarityByContent: 8.77, length: -2.89, lengthByContent: -1.7,
    content: -4.42, contradiction: -0.11)

  /// The same fitted without a lexicon: spelling explains a third of a translation at best, so that
  /// lengths and contradicting numbers count for more, and sharing nothing for less.
  static let withoutLexicon = PairModel(
    prior: 1.8, similarity: -1.91, similarityByContent: 8.5, length: -3.92, lengthByContent: -3.01,
    content: -1.41, contradiction: -1.25)

  struct Features: Sendable, Hashable {
    let comparison: Comparison
    /// |log length ratio|, 0 to 2.
    let lengthDifference: Double
    let content: Double
  }

  static func features(
    _ comparison: Comparison, lengths: (source: Double, target: Double), ratio: Double
  ) -> Features {
    let d = abs(log((lengths.target + 1) / (lengths.source * ratio + 1)))
    let lighter = Double(min(comparison.source.total, comparison.target.total))
    return Features(
      comparison: comparison, lengthDifference: min(2, d), content: log(1 + lighter))
  }

  func logOdds(_ features: Features) -> Double {
    let slope = similarity + similarityByContent * features.content
    let sum =
      prior + content * features.content
      + slope * Double(features.comparison.similarity)
      + (length + lengthByContent * features.content) * features.lengthDifference
      + contradiction * Double(features.comparison.contradictions)
    return min(Self.limit, max(-Self.limit, sum))
  }

  /// The same sum, term by term.
  func terms(_ features: Features) -> [Evidence.Term] {
    let slope = similarity + similarityByContent * features.content
    let part = { (kind: KeyPath<Comparison.Side, Float>) in
      slope * Double(features.comparison.share(kind))
    }
    return [
      Evidence.Term("words", part(\.words)),
      Evidence.Term("names", part(\.names)),
      Evidence.Term("numbers", part(\.numbers)),
      Evidence.Term(
        "length", (length + lengthByContent * features.content) * features.lengthDifference),
      Evidence.Term("content", prior + content * features.content),
      Evidence.Term("contradictions", contradiction * Double(features.comparison.contradictions)),
    ]
  }
}
