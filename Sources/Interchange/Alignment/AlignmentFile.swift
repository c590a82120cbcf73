public import BitextModel

/// Two documents' segments and the links between them, as `bitext align --format jsonl` writes them:
/// all that an alignment rests on, so that units can be made without the documents.
///
/// A file is one header record, the segment records of the source, those of the target, the link
/// records, candidates among them, and decisions that were lost: docs/alignment-file.md.
public struct AlignmentFile: Sendable, Hashable {
  public let header: Header
  public let source, target: Side
  /// Null beads are not written; a parallel alignment that was read has one for every unlinked segment.
  public let alignment: Alignment
  /// Decisions of a person that hold for no link of these documents any more.
  public let lost: [LostDecision]

  public init(_ bitext: Bitext, header: Header, lost: [LostDecision] = []) {
    self.init(
      header: header, source: Side(bitext.source), target: Side(bitext.target),
      alignment: bitext.alignment, lost: lost)
  }

  init(
    header: Header, source: Side, target: Side, alignment: Alignment, lost: [LostDecision]
  ) {
    (self.header, self.source, self.target) = (header, source, target)
    (self.alignment, self.lost) = (alignment, lost)
  }

  /// The segments of one document, with their texts.
  public struct Side: Sendable, Hashable {
    /// As in the document: half-open UTF-8 ranges that tile its text.
    public let segments: [Segment]
    /// The segments' texts without the white space around them.
    public let texts: [String]
    /// The UTF-8 ranges of `texts` in the document.
    public let trimmedRanges: [Range<Int>]

    init(segments: [Segment], texts: [String], trimmedRanges: [Range<Int>]) {
      (self.segments, self.texts, self.trimmedRanges) = (segments, texts, trimmedRanges)
    }

    init(_ document: Document) {
      let texts = document.segments.indices.map { String(document.trimmedText(of: $0)) }
      // A native string counts its UTF-8 in constant time from any place: no search from the start.
      let ranges = document.segments.map { segment in
        let slice = document.text.utf8Slice(segment.range)
        let trimmed = slice.trimmingWhiteSpace()
        let leading = slice.utf8.distance(from: slice.startIndex, to: trimmed.startIndex)
        let start = segment.range.lowerBound + leading
        return start..<start + trimmed.utf8.count
      }
      self.init(segments: document.segments, texts: texts, trimmedRanges: ranges)
    }

    /// The texts of a bead's side, joined by a space; segments of white space alone add nothing.
    public func text(of indexes: [Int]) -> String {
      indexes.map { texts[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
