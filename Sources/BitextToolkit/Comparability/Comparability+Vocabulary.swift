public import BilingualLexicon
public import BitextMeasures

extension Comparability {
  /// Of two documents' known words.
  public init(_ source: Vocabulary, _ target: Vocabulary) {
    self.init(
      source: Self.explained(source, by: Set(target.keys)),
      target: Self.explained(target, by: Set(source.keys)),
      known: Share(covered: source.known, total: source.total)
        + Share(covered: target.known, total: target.total))
  }

  private static func explained(_ text: Vocabulary, by keys: Set<Vocabulary.Key>) -> Share {
    let known = text.words.filter(\.isKnown)
    return Share(
      covered: known.count { $0.counterparts.contains(where: keys.contains) }, total: known.count)
  }
}
