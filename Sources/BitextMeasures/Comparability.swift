/// Whether two documents tell of the same, by their words alone, without aligning them (Li & Gaussier
/// 2010, section 3): of the content words that a dictionary knows, how many have a translation in the
/// other document.
public struct Comparability: Sendable, Hashable, Codable {
  /// Known words, each once, and those of them with a translation in the other document.
  public let source, target: Share
  /// Content words as they stand in both documents, and those of them that the dictionary knows.
  public let known: Share

  public init(source: Share, target: Share, known: Share) {
    (self.source, self.target, self.known) = (source, target, known)
  }

  /// A dictionary that knows less of the words, 0 to 1, tells nothing.
  public static let leastKnown = 0.5

  /// 0 to 1; unrelated articles have some .3, because general words are everywhere. `nil` where the
  /// dictionary knows too little.
  public var ratio: Double? {
    guard let share = known.ratio, share >= Self.leastKnown else { return nil }
    return Share(
      covered: source.covered + target.covered, total: source.total + target.total
    ).ratio
  }
}
