public import BitextModel

/// The name of a record: a text or a whole number, given back as it came.
public enum RecordID: Sendable, Hashable, Codable {
  case text(String)
  case number(Int)

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    }
  }
}

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

/// Why a record of a batch could not be used; the other records are.
public struct FailedRecord: Sendable, Hashable, Codable {
  public let v: Int
  /// `nil` when the record is so broken that it shows none.
  public let id: RecordID?
  public let error: String

  public init(id: RecordID?, error: String) {
    (v, self.id, self.error) = (1, id, error)
  }

  /// Writes `id` as null rather than leave it out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(v, forKey: .v)
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
  }
}
