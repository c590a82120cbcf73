/// The part of the search space that is looked at: for each number of source segments consumed, a
/// range of numbers of target segments consumed.
struct Corridor: Sendable, Hashable {
  /// For each row 0…source count: half-open ranges, neither bound ever descending. The first row holds 0, the last the
  /// target count.
  let rows: [Range<Int>]

  /// Two segments that likely correspond.
  struct Anchor: Sendable, Hashable {
    let source, target: Int
    /// Whether they are beyond doubt, so that beside neighbours beyond doubt nothing else is looked at.
    let isCertain: Bool

    init(source: Int, target: Int, isCertain: Bool = false) {
      (self.source, self.target, self.isCertain) = (source, target, isCertain)
    }
  }

  /// How many segments beside an anchor the path may pass: what the largest bead around it needs.
  private static let slack = 4
  /// Where two anchors are far apart the search keeps to a band around the diagonal between them, of at least
  /// and at most so many places a row; between, so many places in all.
  private static let narrowestBand = 60
  private static let widestBand = 400
  private static let bandArea = 4_000_000

  /// Everything.
  init(sourceCount: Int, targetCount: Int) {
    rows = Array(repeating: 0..<targetCount + 1, count: sourceCount + 1)
  }

  /// The places that a path close to every anchor can pass.
  ///
  /// - Parameter chain: Ascending on both sides.
  init(sourceCount: Int, targetCount: Int, chain: [Anchor]) {
    var lower = Array(repeating: 0, count: sourceCount + 1)
    var upper = Array(repeating: targetCount, count: sourceCount + 1)
    var from = (source: 0, target: 0)
    for anchor in chain + [Anchor(source: sourceCount, target: targetCount)] {
      // Rows from after the last anchor up to before this one.
      for row in from.source...anchor.source {
        lower[row] = max(0, from.target - Self.slack)
        upper[row] = min(targetCount, anchor.target + Self.slack)
      }
      Self.keepToDiagonal(
        &lower, &upper, from: from, to: (source: anchor.source, target: anchor.target))
      from = (anchor.source + 1, anchor.target + 1)
    }
    (lower[0], upper[sourceCount]) = (0, targetCount)
    for (before, (anchor, after)) in zip(chain, zip(chain.dropFirst(), chain.dropFirst(2)))
    where Self.isCut(before, anchor, after) {
      for step in 0...1 {
        lower[anchor.source + step] = anchor.target + step
        upper[anchor.source + step] = anchor.target + step
      }
    }
    for row in lower.indices.dropFirst() { lower[row] = max(lower[row], lower[row - 1]) }
    for row in upper.indices.dropLast().reversed() { upper[row] = min(upper[row], upper[row + 1]) }
    rows = zip(lower, upper).map { $0..<max($0, $1) + 1 }
  }

  private static func keepToDiagonal(
    _ lower: inout [Int], _ upper: inout [Int], from: (source: Int, target: Int),
    to: (source: Int, target: Int)
  ) {
    let (height, width) = (to.source - from.source, to.target - from.target)
    let band = min(widestBand, max(narrowestBand, bandArea / max(height, 1)))
    guard width > band, height > 0 else { return }
    for row in from.source...to.source {
      let middle = from.target + width * (row - from.source) / height
      // A steep diagonal moves by several columns a row, which rows must overlap in.
      let half = max(band / 2, width / height + 1)
      lower[row] = max(lower[row], middle - half)
      upper[row] = min(upper[row], middle + half)
    }
  }

  /// Whether three anchors in a row fix both bounds of the one in the middle.
  private static func isCut(_ before: Anchor, _ anchor: Anchor, _ after: Anchor) -> Bool {
    before.isCertain && anchor.isCertain && after.isCertain
      && anchor.source - before.source == 1 && anchor.target - before.target == 1
      && after.source - anchor.source == 1 && after.target - anchor.target == 1
  }
}
