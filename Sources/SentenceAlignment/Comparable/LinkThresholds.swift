internal import Foundation

extension Aligner {
  /// From which confidence, 0 to 1, sentences of two reports are linked: in full, and in part. Between
  /// translations there is no such bound: the likeliest path through both counts, whatever it meets.
  public static var claimThresholds: (full: Double, partial: Double) {
    let probability = { (logOdds: Double) in 1 / (1 + exp(-logOdds)) }
    return (probability(ClaimAligner.leastFull), probability(ClaimAligner.leastPartial))
  }
}
