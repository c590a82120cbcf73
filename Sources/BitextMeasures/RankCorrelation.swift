/// Whether two figures put things in the same order (Spearman 1904): the correlation of their ranks,
/// ties at their mean rank.
public enum RankCorrelation {
  /// -1 to 1; `nil` when a figure puts nothing before anything else.
  ///
  /// - Precondition: As many of one as of the other.
  public static func spearman(_ a: [Double], _ b: [Double]) -> Double? {
    precondition(a.count == b.count, "a correlation is of pairs")
    let (x, y) = (deviations(ranks(of: a)), deviations(ranks(of: b)))
    let norm = (square(x) * square(y)).squareRoot()
    return norm > 0 ? zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / norm : nil
  }

  private static func ranks(of values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return values.map { value in
      let before = sorted.count { $0 < value }
      let alike = sorted.count { $0 == value }
      return Double(before) + Double(alike - 1) / 2
    }
  }

  private static func deviations(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.map { $0 - mean }
  }

  private static func square(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }
}
