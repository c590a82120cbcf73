/// Judges how likely two runs of segments translate each other.
///
/// Scores are log-odds: higher is better, they add up along a path, 0 is undecided.
protocol BeadScorer: ~Copyable {
  /// The log-odds of a bead; minus infinity when it is no reading of the text.
  ///
  /// - Precondition: Neither run is empty.
  mutating func logOdds(source: Range<Int>, target: Range<Int>) -> Double
}
