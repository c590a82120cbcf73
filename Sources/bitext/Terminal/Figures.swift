internal import BitextToolkit

/// Figures as tables print them. Nothing is rounded up: 100 % means all.
enum Figures {
  /// `85–90 %`, `85 %`; `n/a` for nothing to cover.
  static func percent(_ range: ClosedRange<Double>?) -> String { Percentage.text(range) }

  /// A ratio of -1 to 1 with two decimals, towards 0.
  static func ratio(_ value: Double?) -> String { Percentage.ratio(value) }

  static let notAvailable = Percentage.notAvailable

  /// `0.4 MB`, `12 MB`: of 1,000,000 bytes each, rounded up, because that is what a disk must have.
  static func size(_ bytes: Int) -> String {
    let tenths = (bytes + 99_999) / 100_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\((tenths + 9) / 10) MB"
  }

  /// `1 link`, `2 links`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
