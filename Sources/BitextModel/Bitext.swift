/// Two documents and which of their segments correspond.
public struct Bitext: Sendable, Hashable {
  public let source, target: Document
  public let alignment: Alignment

  /// - Precondition: The alignment counts as many segments as the documents have.
  public init(source: Document, target: Document, alignment: Alignment) {
    precondition(
      alignment.sourceCount == source.segments.count
        && alignment.targetCount == target.segments.count,
      "the alignment belongs to other documents")
    (self.source, self.target, self.alignment) = (source, target, alignment)
  }
}
