/// What reading a dictionary found, beside the entries.
public struct DictionaryReport: Sendable, Hashable {
  /// Pairs of terms given to the builder.
  public var entries = 0
  /// Lines that could not be read.
  public var skipped = 0
  /// The first three of them, one-based, for a person to look at.
  public var firstSkipped: [Int] = []
  /// The dictionary's own version line, empty when it has none.
  public var version = ""

  public init() {}

  mutating func skip(line: Int) {
    skipped += 1
    if firstSkipped.count < 3 { firstSkipped.append(line) }
  }
}
