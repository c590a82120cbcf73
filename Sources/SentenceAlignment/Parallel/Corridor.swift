/// The part of the search space that is looked at: for each number of source segments consumed, a
/// range of numbers of target segments consumed.
struct Corridor: Sendable, Hashable {
  /// For each row 0…source count: half-open ranges, neither bound ever descending. The first row holds 0, the last the
  /// target count.
  let rows: [Range<Int>]

  /// Two segments that surely correspond.
  struct Anchor: Sendable, Hashable {
    let source, target: Int
  }

  /// How far around an anchor, and around the space between two, the search may stray.
  private static let margin = 5
  /// Between two anchors that are further apart, the search keeps to a band around the diagonal.
  private static let widestGap = 400

  /// Everything.
  init(sourceCount: Int, targetCount: Int) {
    rows = Array(repeating: 0..<targetCount + 1, count: sourceCount + 1)
  }

  /// The rectangles between successive anchors, widened by a margin.
  ///
  /// - Parameter chain: Ascending on both sides.
  init(sourceCount: Int, targetCount: Int, chain: [Anchor]) {
    var lower = Array(repeating: targetCount, count: sourceCount + 1)
    var upper = Array(repeating: 0, count: sourceCount + 1)
    let ends = [(0, 0)] + chain.map { ($0.source, $0.target) } + [(sourceCount, targetCount)]
    for (from, to) in zip(ends, ends.dropFirst()) {
      let (height, width) = (to.0 - from.0, to.1 - from.1)
      for row in max(0, from.0 - Self.margin)...min(sourceCount, to.0 + Self.margin) {
        var (low, high) = (from.1 - Self.margin, to.1 + 1 + Self.margin)
        if width > Self.widestGap, height > 0 {
          let middle = from.1 + width * min(max(row - from.0, 0), height) / height
          low = max(low, middle - Self.widestGap / 2)
          high = min(high, middle + Self.widestGap / 2)
        }
        lower[row] = min(lower[row], max(0, low))
        upper[row] = max(upper[row], min(targetCount, high))
      }
    }
    lower[0] = 0
    upper[sourceCount] = targetCount
    for row in lower.indices.dropFirst() { upper[row] = max(upper[row], upper[row - 1]) }
    for row in lower.indices.dropLast().reversed() { lower[row] = min(lower[row], lower[row + 1]) }
    rows = zip(lower, upper).map { $0..<max($0, $1) + 1 }
  }
}
