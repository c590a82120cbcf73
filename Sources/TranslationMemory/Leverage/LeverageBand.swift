/// What the best match of a segment is worth to a translator: the bands in which CAT tools count.
public enum LeverageBand: String, Sendable, Hashable, CaseIterable {
  /// The same text between the same neighbours, without a penalty.
  case context
  /// The same text earlier in the same file.
  case repetition
  /// The same text in a file before.
  case crossFileRepetition = "cross-repetition"
  case exact = "100"
  case from95 = "95-99"
  case from85 = "85-94"
  case from75 = "75-84"
  case from50 = "50-74"
  case none

  /// The least similarity that any band tells from nothing, in per cent.
  public static let floor = 50

  /// The band of a score, penalties taken off: a context match that lost two points is in 95-99.
  init(score: Int?) {
    switch score ?? 0 {
    case 101...: self = .context
    case 100: self = .exact
    case 95...: self = .from95
    case 85...: self = .from85
    case 75...: self = .from75
    case Self.floor...: self = .from50
    default: self = .none
    }
  }
}

/// How much text there is. Counts add up.
public struct LeverageCount: Sendable, Hashable {
  public var segments = 0
  /// Words and numbers, as ICU's word boundaries part them; punctuation does not count.
  public var words = 0
  /// Grapheme clusters, with white space inside a segment and without.
  public var characters = 0
  public var charactersWithoutSpaces = 0

  public init() {}

  static func += (sum: inout Self, other: Self) {
    sum.segments += other.segments
    sum.words += other.words
    sum.characters += other.characters
    sum.charactersWithoutSpaces += other.charactersWithoutSpaces
  }
}
