/// Judges how likely two runs of segments translate each other.
///
/// Scores are log-odds: higher is better, they add up along a path, 0 is undecided.
protocol BeadScorer: ~Copyable {
  /// The log-odds of a bead; any value below `floor` when they are below it, which is often cheaper
  /// to find out.
  ///
  /// - Precondition: Neither run is empty.
  mutating func logOdds(source: Range<Int>, target: Range<Int>, floor: Double) -> Double
}
