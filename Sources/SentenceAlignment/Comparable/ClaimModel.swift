internal import BitextModel
internal import Foundation

/// How likely two segments report the same claim: log-odds, linear in what they share and in what their
/// rivals share.
struct ClaimModel: Sendable, Hashable {
  let prior: Double
  let similarity, similarityByContent: Double
  let rivals: Double
  let content: Double
  let numbers: Double
  let contradiction: Double

  /// Fitted by `scripts/fit claims` on five pairs of comparable reports and sixty pairs of shuffled
  /// documents, the reports' rows weighing ten times as much, the prior by the reports alone.
  static let fitted = ClaimModel(
    prior: -1.25, similarity: 9.36, similarityByContent: 6.81, rivals: -22.47, content: -0.8,
    numbers: 14.64, contradiction: -0.3)

  /// Below these log-odds a pair is not even a rival worth showing.
  static let leastCandidate = -4.0
  /// From these log-odds on, part of a claim is shared; from 0 on, the claim.
  static let leastPartial = -1.0

  func terms(_ features: ClaimFeatures) -> [Evidence.Term] {
    let comparison = features.comparison
    let content = Self.contentLogarithm(comparison)
    let slope = similarity + similarityByContent * content
    let part = { (kind: KeyPath<Comparison.Side, Float>) in Double(comparison.share(kind)) }
    return [
      Evidence.Term("words", slope * part(\.words)),
      Evidence.Term("names", slope * part(\.names)),
      Evidence.Term("numbers", (slope + numbers) * part(\.numbers)),
      Evidence.Term("rivals", rivals * features.rivals),
      Evidence.Term("contradictions", contradiction * Double(comparison.contradictions)),
      Evidence.Term("prior", prior + self.content * content),
    ]
  }

  func logOdds(_ features: ClaimFeatures) -> Double {
    terms(features).reduce(0) { $0 + $1.logOdds }
  }

  private static func contentLogarithm(_ comparison: Comparison) -> Double {
    log(1 + Double(min(comparison.source.total, comparison.target.total)))
  }
}
