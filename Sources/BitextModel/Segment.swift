/// A sentence, heading or piece of page furniture of a document.
public struct Segment: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case sentence
    case heading
    /// Page furniture that an article on the web drags along: menus, share bars, source lines.
    case boilerplate
  }

  /// Half-open range of UTF-8 offsets in the document's text. White space between two segments
  /// belongs to the one before it.
  public let range: Range<Int>
  public let kind: Kind
  /// Zero-based index of the paragraph it stands in.
  public let paragraph: Int
  /// Why it is of its kind, when it is not a plain sentence: the name of the rule that said so.
  public let reason: String?

  public init(range: Range<Int>, kind: Kind, paragraph: Int, reason: String? = nil) {
    (self.range, self.kind, self.paragraph, self.reason) = (range, kind, paragraph, reason)
  }
}
