internal import BitextModel
internal import Foundation

/// How likely two segments report the same claim: log-odds, linear in what they share, in what their
/// rivals share, and in how their neighbours do.
struct ClaimModel: Sendable, Hashable {
  let prior: Double
  let similarity, similarityByContent: Double
  let clauses: Double
  let rivals: Double
  let block, shared, sharedByCloseness: Double
  let largerLead, smallerLead: Double
  let closeness: Double
  let content: Double
  let numbers: Double
  /// Of numbers that differ in the clauses that match best, and of a negation that one of them has.
  let contradiction, polarity: Double
  /// Of the likeness of clauses to an encoder.
  var encodedClauses = 0.0
  /// The share of links among the pairs that the coefficients were fitted on.
  let rate: Double

  /// Fitted by `scripts/fit claims` on five pairs of reports of one event, seven of unrelated ones, and 110
  /// pairs of shuffled documents; a report's rows weigh ten times as much, the prior is theirs alone.
  static let fitted = ClaimModel(
    prior: -7.45, similarity: 14.23, similarityByContent: -0.20, clauses: 6.72, rivals: -11.80,
    block: 5.97, shared: 12.67, sharedByCloseness: -28.49, largerLead: -14.01,
    smallerLead: -16.23, closeness: 0.75, content: -0.10, numbers: 3.96,
    contradiction: -5.08, polarity: -0.59, rate: 0.0234)

  /// The same with what the encoder e5-small says beside a lexicon,
  static let withEncoder = ClaimModel(
    prior: -6.80, similarity: 7.33, similarityByContent: -0.17, clauses: 6.22, rivals: -6.62,
    block: 2.87, shared: 6.12, sharedByCloseness: -8.46, largerLead: -8.11,
    smallerLead: -9.76, closeness: -5.38, content: 0.26, numbers: 4.97,
    contradiction: -5.43, polarity: 0, encodedClauses: 5.64, rate: 0.0223)
  /// and beside spelling and numbers alone.
  static let withEncoderAlone = ClaimModel(
    prior: -5.33, similarity: 4.98, similarityByContent: 2.08, clauses: -1.16, rivals: -15.13,
    block: 2.59, shared: 3.68, sharedByCloseness: 0.46, largerLead: -5.48,
    smallerLead: -6.65, closeness: -10.04, content: 0.04, numbers: 6.49,
    contradiction: -18.77, polarity: 0, encodedClauses: 14.37, rate: 0.0223)

  /// The model for what was asked of the texts.
  static func fitted(hasLexicon: Bool, hasEncoder: Bool) -> ClaimModel {
    hasEncoder ? (hasLexicon ? .withEncoder : .withEncoderAlone) : .fitted
  }

  func terms(_ features: ClaimFeatures) -> [Evidence.Term] {
    let comparison = features.comparison
    let slope = similarity + similarityByContent * features.content
    let part = { (kind: KeyPath<Comparison.Side, Float>) in Double(comparison.share(kind)) }
    let encoded = features.encoded.map {
      [
        Evidence.Term("encoder", slope * $0.sentences),
        Evidence.Term("encoded clauses", encodedClauses * $0.clauses),
      ]
    }
    return [
      Evidence.Term("words", slope * part(\.words)),
      Evidence.Term("names", slope * part(\.names)),
      Evidence.Term("numbers", (slope + numbers) * part(\.numbers)),
      Evidence.Term("clauses", clauses * features.clauses),
      Evidence.Term("rivals", rivals * features.rivals),
      Evidence.Term("block", block * features.block),
      Evidence.Term("shared", (shared + sharedByCloseness * features.closeness) * features.shared),
      Evidence.Term(
        "better partners",
        largerLead * features.largerLead + smallerLead * features.smallerLead),
      Evidence.Term("contradictions", contradiction * features.contradictions.numbers),
      Evidence.Term("negation", polarity * features.contradictions.polarity),
      Evidence.Term("prior", prior + content * features.content + closeness * features.closeness),
    ] + (encoded ?? [])
  }

  /// What to add to the log-odds of all pairs, because these two texts share more claims, or fewer, than
  /// those that the model was fitted on: expectation maximisation over the unknown rate of links
  /// (Saerens, Latinne & Decaestecker 2002, equation 2.9 and after).
  ///
  /// One pair at the fitted rate is counted in, so that a rate is never 0 or 1.
  ///
  /// - Parameter rate: The share of links that the log-odds were fitted on.
  /// - Complexity: O(pairs).
  static func adjustment(to logOdds: [Double], from rate: Double) -> Double {
    func odds(_ rate: Double) -> Double { log(rate / (1 - rate)) }
    var shift = 0.0
    for _ in 0..<mostRounds {
      let links = logOdds.reduce(0) { $0 + 1 / (1 + exp(-($1 + shift))) }
      let adapted = odds((links + rate) / Double(logOdds.count + 1)) - odds(rate)
      if abs(adapted - shift) < 1e-6 { break }
      shift = adapted
    }
    return shift
  }

  /// Texts that share nothing come near their rate slowly; nearer than this, no link changes.
  private static let mostRounds = 200
}
