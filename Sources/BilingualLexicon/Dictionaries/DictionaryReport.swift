/// What reading a dictionary found, beside the entries.
public struct DictionaryReport: Sendable, Hashable {
  /// Pairs of terms given to the builder.
  public var entries = 0
  /// Lines that could not be read.
  public var skipped = 0
  /// The first three of them, one-based, for a person to look at.
  public var firstSkipped: [Int] = []
  /// How these begin.
  public var firstTexts: [String] = []
  /// The dictionary's own version line, empty when it has none.
  public var version = ""

  public init() {}

  /// - Parameter text: The line, of which a person is shown the beginning.
  mutating func skip(line: Int, _ text: some Collection<UInt8>) {
    skipped += 1
    guard firstSkipped.count < 3 else { return }
    firstSkipped.append(line)
    let start = String(decoding: text.prefix(Self.shown + 1), as: UTF8.self)
    firstTexts.append(start.utf8.count > Self.shown ? start.dropLast() + "…" : start)
  }

  /// So many bytes of a line are enough to know it by.
  private static let shown = 40
}
