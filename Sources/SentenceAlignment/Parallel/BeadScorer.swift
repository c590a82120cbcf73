/// Judges how likely two runs of segments translate each other.
///
/// Scores are log-odds: higher is better, they add up along a path, 0 is undecided.
protocol BeadScorer: ~Copyable {
  var sourceCount: Int { get }
  var targetCount: Int { get }

  /// - Precondition: Neither run is empty.
  mutating func logOdds(source: Range<Int>, target: Range<Int>) -> Double
}
