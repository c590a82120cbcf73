/// What became of the units of one file.
public struct AdditionReport: Sendable, Hashable {
  /// Why a unit is not taken.
  public enum Refusal: String, Sendable, Hashable, CaseIterable {
    case oneLanguage = "one language only"
    case emptyText = "an empty text"
    /// The file's format is broken there; its reader left the unit out.
    case unreadable = "unreadable"
    case notLinked = "rejected, or a mere candidate"
  }

  /// New in the memory.
  public var added = 0
  /// There already, and now with another link: a person's verdict, or an aligner's newer one.
  public var updated = 0
  /// There already, and left as they were.
  public var known = 0
  public var refused: [Refusal: Int] = [:]
  /// Left out by the caller before the memory saw them, by the reason's name.
  public var leftOut: [String: Int] = [:]

  public init() {}

  public var refusedCount: Int { refused.values.reduce(0, +) }

  public var leftOutCount: Int { leftOut.values.reduce(0, +) }

  /// Whether there was no unit, good or bad.
  public var isEmpty: Bool { added + updated + known + refusedCount + leftOutCount == 0 }

  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.added += b.added
    sum.updated += b.updated
    sum.known += b.known
    sum.refused.merge(b.refused, uniquingKeysWith: +)
    sum.leftOut.merge(b.leftOut, uniquingKeysWith: +)
    return sum
  }
}
