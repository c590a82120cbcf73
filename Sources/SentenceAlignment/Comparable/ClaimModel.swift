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
  let contradiction: Double
  /// Of the likeness of clauses to an encoder.
  var encodedClauses = 0.0
  /// The share of links among the pairs that the coefficients were fitted on.
  let rate: Double

  /// Fitted by `scripts/fit claims` on five pairs of reports of one event, seven of unrelated ones, and 110
  /// pairs of shuffled documents; a report's rows weigh ten times as much, the prior is theirs alone.
  static let fitted = ClaimModel(
    prior: -3.98, similarity: 11.45, similarityByContent: 0.97, clauses: 9.19, rivals: -17.10,
    block: 4.09, shared: 12.96, sharedByCloseness: -33.90, largerLead: -2.56,
    smallerLead:
      -9.85, closeness: -2.19, content: -0.31, numbers: 5.46, contradiction: 0.00, rate: 0.0234)

  /// The same with what the encoder e5-small says beside a lexicon,
  static let withEncoder = ClaimModel(
    prior: -4.49, similarity: 3.43, similarityByContent: 1.23, clauses: 7.90, rivals: -7.13,
    block: 2.18, shared: 5.90, sharedByCloseness: -12.34, largerLead: -1.50,
    smallerLead:
      -6.31, closeness: -5.78, content: -0.56, numbers: 6.75, contradiction: 0.00,
    encodedClauses: 6.78, rate: 0.0223)
  /// and beside spelling and numbers alone.
  static let withEncoderAlone = ClaimModel(
    prior: -4.28, similarity: 0.30, similarityByContent: 3.00, clauses: -0.29, rivals: -11.43,
    block: 2.26, shared: 3.93, sharedByCloseness: 0.13, largerLead: -0.59,
    smallerLead:
      -6.67, closeness: -8.11, content: -0.09, numbers: 7.25, contradiction: 0.00,
    encodedClauses: 14.68, rate: 0.0223)

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
      Evidence.Term("contradictions", contradiction * Double(comparison.contradictions)),
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
