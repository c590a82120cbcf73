/// How well a program tells which sentences are covered: its answers against those that people gave.
public struct Detection: Sendable, Hashable {
  /// Covered sentences that it finds, and that it misses.
  public private(set) var found = 0
  public private(set) var missed = 0
  /// Sentences without a counterpart that it calls covered, and that it leaves alone.
  public private(set) var invented = 0
  public private(set) var spared = 0

  public init() {}

  /// - Precondition: Both are of one document.
  public init(of side: SideCoverage, gold: SideCoverage) {
    precondition(
      side.sentences.map(\.index) == gold.sentences.map(\.index), "of one document's coverages")
    for (sentence, truth) in zip(side.sentences, gold.sentences) {
      switch (sentence.extent != .none, truth.extent != .none) {
      case (true, true): found += 1
      case (false, true): missed += 1
      case (true, false): invented += 1
      case (false, false): spared += 1
      }
    }
  }

  /// Of the covered sentences the share that it finds; `nil` when there are none.
  public var sensitivity: Double? { Share(covered: found, total: found + missed).ratio }
  /// Of the others the share that it leaves alone; `nil` when there are none.
  public var specificity: Double? { Share(covered: spared, total: spared + invented).ratio }

  /// What share of sentences is covered in truth when the program says that `share` is: (N + sp − 1) /
  /// (se + sp − 1), within 0 and 1 (Rogan & Gladen 1978, equation 2). `nil` when its answers tell
  /// nothing.
  public func corrected(_ share: Share) -> Double? {
    guard let ratio = share.ratio, let sensitivity, let specificity else { return nil }
    let power = sensitivity + specificity - 1
    return power > 0 ? min(1, max(0, (ratio + specificity - 1) / power)) : nil
  }

  public static func + (a: Detection, b: Detection) -> Detection {
    var sum = a
    sum.found += b.found
    sum.missed += b.missed
    sum.invented += b.invented
    sum.spared += b.spared
    return sum
  }
}
