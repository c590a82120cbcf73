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
    prior: -3.81, similarity: 11.32, similarityByContent: 1.30, clauses: 8.85, rivals: -17.21,
    block: 4.16, shared: 13.09, sharedByCloseness: -34.18, largerLead: -2.60, smallerLead: -9.72,
    closeness: -2.36, content: -0.36, numbers: 5.03, contradiction: -4.49, polarity: -0.76,
    rate: 0.0234)

  /// The same with what the encoder e5-small says beside a lexicon,
  static let withEncoder = ClaimModel(
    prior: -4.41, similarity: 3.53, similarityByContent: 1.34, clauses: 7.60, rivals: -7.54,
    block: 2.27, shared: 5.89, sharedByCloseness: -12.00, largerLead: -1.39, smallerLead: -6.15,
    closeness: -6.08, content: -0.54, numbers: 6.42, contradiction: -5.81, polarity: 0,
    encodedClauses: 6.90, rate: 0.0223)
  /// and beside spelling and numbers alone.
  static let withEncoderAlone = ClaimModel(
    prior: -4.35, similarity: 0.40, similarityByContent: 3.00, clauses: -0.32, rivals: -11.54,
    block: 2.30, shared: 3.97, sharedByCloseness: 0.22, largerLead: -0.53, smallerLead: -6.76,
    closeness: -8.26, content: -0.05, numbers: 7.06, contradiction: -18.10, polarity: 0,
    encodedClauses: 14.72, rate: 0.0223)

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
