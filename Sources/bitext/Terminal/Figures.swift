internal import Foundation

/// Figures as tables print them. Nothing is rounded up: 100 % means all.
enum Figures {
  /// `85–90 %`, `85 %`; `n/a` for nothing to cover.
  static func percent(_ range: ClosedRange<Double>?) -> String {
    guard let range else { return notAvailable }
    let (low, high) = (percent(range.lowerBound), percent(range.upperBound))
    return low == high ? "\(low) %" : "\(low)–\(high) %"
  }

  /// A ratio of -1 to 1 with two decimals, towards 0.
  static func ratio(_ value: Double?) -> String {
    guard let value else { return notAvailable }
    // Plus 0, so that a negative zero loses its sign.
    return String(format: "%.2f", truncated(value * 100) / 100 + 0)
  }

  static let notAvailable = "n/a"

  /// `1 link`, `2 links`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func percent(_ ratio: Double) -> Int { Int(truncated(ratio * 100)) }

  /// Towards 0, but for what binary fractions lose: 0.29 × 100 is 29.
  private static func truncated(_ value: Double) -> Double {
    (value + (value < 0 ? -1e-9 : 1e-9)).rounded(.towardZero)
  }
}
