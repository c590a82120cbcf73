public import BitextModel
public import Segmentation

/// A text to segment, as `bitext segment --jsonl` reads it.
public struct SegmentRequest: Sendable, Hashable, Codable {
  public let id: RecordID
  /// `nil` leaves the choice to `--lang`, and that to the text.
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

    /// - Parameter text: The segment's text, white space included.
    public init(index: Int, _ segment: Segment, text: some StringProtocol) {
      (self.index, paragraph, kind) = (index, segment.paragraph, segment.kind)
      (reason, start, end) = (segment.reason, segment.range.lowerBound, segment.range.upperBound)
      self.text = String(Substring(text).trimmingWhiteSpace())
    }
  }

  /// The version of the record's form.
  public let v: Int
  public let id: RecordID
  public let lang: LanguageTag
  /// How sure the language is, above 0 and below 1, when the text told it; `nil` when somebody named it.
  public let confidence: Double?
  public let segments: [Entry]

  public init(id: RecordID, document: Document, guess: LanguageGuess? = nil) {
    (v, self.id, lang, confidence) = (1, id, document.language, guess?.confidence)
    segments = document.segments.enumerated().map { index, segment in
      Entry(index: index, segment, text: document.text.utf8Slice(segment.range))
    }
  }
}
