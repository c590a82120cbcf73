public import BitextModel

/// A text to segment, as `bitext segment --jsonl` reads it.
public struct SegmentRequest: Sendable, Hashable, Codable {
  public let id: RecordID
  /// `nil` leaves the choice to `--lang` or to language detection.
  public let lang: LanguageTag?
  public let text: String

  public init(id: RecordID, lang: LanguageTag?, text: String) {
    (self.id, self.lang, self.text) = (id, lang, text)
  }
}

/// A segmented text, as `bitext segment --jsonl` and `--json` print it.
public struct SegmentRecord: Sendable, Hashable, Codable {
  public struct Entry: Sendable, Hashable, Codable {
    /// Zero-based.
    public let index, paragraph: Int
    public let kind: Segment.Kind
    /// The rule that made it a heading or boilerplate; `nil` for a sentence.
    public let reason: String?
    /// UTF-8 offsets, half open: white space behind the segment is inside.
    public let start, end: Int
    /// The segment without the white space around it.
    public let text: String
  }

  /// The version of the record's form.
  public let v: Int
  public let id: RecordID
  public let lang: LanguageTag
  public let segments: [Entry]

  public init(id: RecordID, document: Document) {
    (v, self.id, lang) = (1, id, document.language)
    segments = document.segments.indices.map { index in
      let segment = document.segments[index]
      return Entry(
        index: index, paragraph: segment.paragraph, kind: segment.kind, reason: segment.reason,
        start: segment.range.lowerBound, end: segment.range.upperBound,
        text: String(document.trimmedText(of: index)))
    }
  }
}
