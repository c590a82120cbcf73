/// How many sentences of each standing people call told: whether the lists of missing and of unsure
/// sentences may be believed.
public struct StandingTruth: Sendable, Hashable {
  public struct Count: Sendable, Hashable, Codable {
    public fileprivate(set) var total = 0
    /// Told by people's links, in full or in part, and of these in full.
    public fileprivate(set) var told = 0
    public fileprivate(set) var full = 0
  }

  private var counts: [SentenceCoverage.Standing: Count] = [:]

  public init() {}

  /// - Precondition: Both are of one document.
  public init(of side: SideCoverage, gold: SideCoverage) {
    precondition(
      side.sentences.map(\.index) == gold.sentences.map(\.index), "of one document's coverages")
    for (sentence, truth) in zip(side.sentences, gold.sentences) {
      var count = self[sentence.standing]
      count.total += 1
      count.told += truth.extent == .none ? 0 : 1
      count.full += truth.extent == .full ? 1 : 0
      counts[sentence.standing] = count
    }
  }

  public subscript(standing: SentenceCoverage.Standing) -> Count { counts[standing] ?? Count() }

  /// Sentences that a link touches.
  public var covered: Count { Self.sum(self[.full], self[.partial]) }

  public static func + (a: StandingTruth, b: StandingTruth) -> StandingTruth {
    var truth = StandingTruth()
    for standing in SentenceCoverage.Standing.allCases {
      truth.counts[standing] = sum(a[standing], b[standing])
    }
    return truth
  }

  private static func sum(_ a: Count, _ b: Count) -> Count {
    Count(total: a.total + b.total, told: a.told + b.told, full: a.full + b.full)
  }
}
