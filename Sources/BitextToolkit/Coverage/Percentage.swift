internal import Foundation

/// Ratios as people read them. Nothing is rounded up: 100 % means all.
package enum Percentage {
  /// What stands where nothing is known.
  package static let notAvailable = "n/a"

  /// `85–90 %`, `85 %`; `n/a` for nothing to cover.
  package static func text(_ range: ClosedRange<Double>?) -> String {
    guard let range else { return notAvailable }
    let (low, high) = (whole(range.lowerBound), whole(range.upperBound))
    return low == high ? "\(low) %" : "\(low)–\(high) %"
  }

  package static func text(_ ratio: Double?) -> String { text(ratio.map { $0...$0 }) }

  /// A ratio of -1 to 1 with two decimals, towards 0.
  package static func ratio(_ value: Double?) -> String {
    guard let value else { return notAvailable }
    let hundredths = whole(value)
    let (units, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    return "\(hundredths < 0 ? "-" : "")\(units).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Towards 0, but for what binary fractions lose: 0.29 × 100 is 29.
  package static func whole(_ ratio: Double) -> Int {
    Int((ratio * 100 + (ratio < 0 ? -1e-9 : 1e-9)).rounded(.towardZero))
  }
}
