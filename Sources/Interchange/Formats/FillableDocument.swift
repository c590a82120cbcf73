public import BitextModel

/// A document that waits for translations, of a format in which every segment has a place for one.
///
/// What is filled in is all that changes: every other byte stays.
public struct FillableDocument: Sendable {
  /// A text without a translation.
  public struct Segment: Sendable, Hashable {
    public let content: SegmentContent
    public let from, to: LanguageTag
    /// One-based.
    public let line: Int

    init(_ content: SegmentContent, from: LanguageTag, to: LanguageTag, line: Int) {
      (self.content, self.from, self.to, self.line) = (content, from, to, line)
    }
  }

  /// What a memory offers for a segment.
  public struct Proposal: Sendable, Hashable {
    public let source, target: SegmentContent
    /// Per cent, after and before penalties.
    public let score, similarity: Int
    /// Where it comes from, such as a memory's name.
    public let origin: String
    /// Whether it is a translation of the same text, and may stand as such if its codes fit.
    public let isExact: Bool

    public init(
      source: SegmentContent, target: SegmentContent, score: Int, similarity: Int, origin: String,
      isExact: Bool
    ) {
      (self.source, self.target, self.isExact) = (source, target, isExact)
      (self.score, self.similarity, self.origin) = (score, similarity, origin)
    }
  }

  public struct Filled: Sendable, Hashable {
    public let bytes: [UInt8]
    /// Segments that have a translation now, and those that have proposals beside their place.
    public let translated, proposed: Int

    init(_ bytes: [UInt8], translated: Int, proposed: Int) {
      (self.bytes, self.translated, self.proposed) = (bytes, translated, proposed)
    }
  }

  /// In the order of the document.
  public let segments: [Segment]
  /// How many segments have a translation, or are not to be translated.
  public let done: Int
  private let write: @Sendable (_ proposals: [[Proposal]]) throws -> Filled

  init(
    segments: [Segment], done: Int,
    write: @escaping @Sendable ([[Proposal]]) throws -> Filled
  ) {
    (self.segments, self.done, self.write) = (segments, done, write)
  }

  /// The document with the first exact proposal of each segment in its place, and where there is none
  /// that fits, with all of them beside it.
  ///
  /// - Parameter proposals: Of each segment, the best first.
  public func filled(with proposals: [[Proposal]]) throws -> Filled {
    precondition(proposals.count == segments.count, "every segment has its proposals")
    return try write(proposals)
  }
}

/// Changes to a file, each in place of a range of bytes, none in another.
struct ByteEdits {
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, Array(text.utf8)))
  }

  /// Of insertions at the same place, the first comes first.
  mutating func insert(_ text: String, at offset: Int) { replace(offset..<offset, with: text) }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var (result, at): ([UInt8], Int) = ([], 0)
    // What is inserted before a range stands before what replaces it.
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    for (_, edit) in sorted {
      result += bytes[at..<edit.range.lowerBound]
      result += edit.bytes
      at = edit.range.upperBound
    }
    return result + bytes[at...]
  }
}
