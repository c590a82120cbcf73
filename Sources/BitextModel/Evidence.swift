#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What speaks for a link and what against it, each with its weight: the sum behind a confidence.
public struct Evidence: Sendable, Hashable {
  /// One kind of evidence, such as `words` or `numbers`.
  public struct Term: Sendable, Hashable {
    public let name: String
    /// Natural-logarithm odds: positive speaks for the link, negative against it.
    public let logOdds: Double

    public init(_ name: String, _ logOdds: Double) {
      (self.name, self.logOdds) = (name, logOdds)
    }
  }

  /// In the order in which they were added up, names unique.
  public let terms: [Term]

  public init(_ terms: [Term]) {
    self.terms = terms
  }

  /// The log-odds of the link.
  public var logOdds: Double { terms.reduce(0) { $0 + $1.logOdds } }

  /// The probability of the link, 0 to 1: the logistic function of `logOdds`.
  public var probability: Double { 1 / (1 + exp(-logOdds)) }
}
