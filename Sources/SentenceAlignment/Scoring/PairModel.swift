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
  /// Of a segment of a larger bead of which the other side covers less, 0 to 1, the bead is wrong.
  let leastCovered: Double

  /// Log-odds beyond this, either way, are no surer.
  static let limit = 9.0

  /// Fitted by `scripts/fit translations` on the 1-1 beads of four development sets of news and
  /// software documentation, German-English, against the pairs up to three places beside them.
  static let fitted = PairModel(
    prior: 2.05, similarity: -0.68, similarityByContent: 8.77, length: -2.89, lengthByContent: -1.7,
    content: -4.42, contradiction: -0.11, leastCovered: 0.05)

  /// The same fitted without a lexicon: spelling explains a third of a translation at best, so that
  /// lengths and contradicting numbers count for more, and sharing nothing for less.
  static let withoutLexicon = PairModel(
    prior: 1.8, similarity: -1.91, similarityByContent: 8.5, length: -3.92, lengthByContent: -3.01,
    content: -1.41, contradiction: -1.25, leastCovered: 0)

  /// The model for texts of whose words lexicons know or explain a share, 0 to 1: between the two that were
  /// fitted.
  ///
  /// - Parameter between: Below the one share lengths and spelling say more than the lexicon; from the
  ///   other on, it says what the one did with which the model was fitted.
  static func knowing(_ share: Double, between: (none: Double, all: Double)) -> PairModel {
    let k = min(1, max(0, (share - between.none) / (between.all - between.none)))
    func mixed(_ part: KeyPath<PairModel, Double>) -> Double {
      (1 - k) * withoutLexicon[keyPath: part] + k * fitted[keyPath: part]
    }
    return PairModel(
      prior: mixed(\.prior), similarity: mixed(\.similarity),
      similarityByContent: mixed(\.similarityByContent), length: mixed(\.length),
      lengthByContent: mixed(\.lengthByContent), content: mixed(\.content),
      contradiction: mixed(\.contradiction), leastCovered: mixed(\.leastCovered))
  }

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
