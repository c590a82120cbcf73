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
    prior: -5.43, similarity: 14.39, similarityByContent: 0.56, clauses: 6.90, rivals: -13.13,
    block: 4.62, shared: 11.27, sharedByCloseness: -27.29, largerLead: -12.90, smallerLead: -14.79,
    closeness: -1.47, content: -0.38, numbers: 4.46, contradiction: -4.44, polarity: -1.04,
    rate: 0.0234)

  /// The same with what the encoder e5-small says beside a lexicon,
  static let withEncoder = ClaimModel(
    prior: -6.02, similarity: 7.10, similarityByContent: 0.13, clauses: 6.31, rivals: -6.52,
    block: 2.50, shared: 5.88, sharedByCloseness: -9.00, largerLead: -7.93, smallerLead: -9.52,
    closeness: -5.37, content: 0.02, numbers: 5.90, contradiction: -5.95, polarity: 0,
    encodedClauses: 5.75, rate: 0.0223)
  /// and beside spelling and numbers alone.
  static let withEncoderAlone = ClaimModel(
    prior: -5.18, similarity: 4.78, similarityByContent: 2.21, clauses: -0.95, rivals: -14.66,
    block: 2.42, shared: 3.53, sharedByCloseness: 0.55, largerLead: -5.50, smallerLead: -6.52,
    closeness: -9.26, content: -0.01, numbers: 6.65, contradiction: -18.54, polarity: 0,
    encodedClauses: 14.38, rate: 0.0223)

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
