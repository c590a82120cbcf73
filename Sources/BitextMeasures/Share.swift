/// A count out of a total. Counts add up over documents; ratios do not.
public struct Share: Sendable, Hashable, Codable {
  public var covered: Int
  public var total: Int

  public init(covered: Int, total: Int) {
    (self.covered, self.total) = (covered, total)
  }

  /// 0 to 1; `nil` when there was nothing to cover.
  public var ratio: Double? { total == 0 ? nil : Double(covered) / Double(total) }

  public static func + (a: Share, b: Share) -> Share {
    Share(covered: a.covered + b.covered, total: a.total + b.total)
  }
}
