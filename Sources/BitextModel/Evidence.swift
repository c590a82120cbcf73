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

  /// Two parts of the sides that tell the same.
  public struct ClausePair: Sendable, Hashable {
    /// UTF-8 offsets in the documents' texts.
    public let source, target: Range<Int>
    /// How much they share, 0 to 1.
    public let share: Double

    public init(source: Range<Int>, target: Range<Int>, share: Double) {
      (self.source, self.target, self.share) = (source, target, share)
    }
  }

  /// In the order in which they were added up, names unique.
  public let terms: [Term]
  /// Those that match best, in the order of the source; empty where the sides have no parts.
  public let clauses: [ClausePair]

  public init(_ terms: [Term], clauses: [ClausePair] = []) {
    (self.terms, self.clauses) = (terms, clauses)
  }

  /// The log-odds of the link.
  public var logOdds: Double { terms.reduce(0) { $0 + $1.logOdds } }

  /// The probability of the link, 0 to 1: the logistic function of `logOdds`.
  public var probability: Double { 1 / (1 + exp(-logOdds)) }
}
