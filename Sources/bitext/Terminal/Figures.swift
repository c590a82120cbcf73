internal import BitextToolkit

/// Figures as tables print them. Nothing is rounded up: 100 % means all.
enum Figures {
  /// `85–90 %`, `85 %`; `n/a` for nothing to cover.
  static func percent(_ range: ClosedRange<Double>?) -> String { Percentage.text(range) }

  /// A ratio of -1 to 1 with two decimals, towards 0.
  static func ratio(_ value: Double?) -> String { Percentage.ratio(value) }

  static let notAvailable = Percentage.notAvailable

  /// `1 link`, `2 links`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
