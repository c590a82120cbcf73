public import BitextModel
public import UnicodeText

/// How much each segment of a document counts in weighted coverage.
public struct SegmentWeights: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    /// Grapheme clusters without white space.
    case characters
    /// Words and numbers, without punctuation (UAX 29, as everywhere in this package).
    case words
    /// Every sentence counts the same.
    case sentences
  }

  public let unit: Unit
  /// Zero or more, by segment.
  public let values: [Int]

  public init(_ unit: Unit, of document: Document) throws(ICUFailure) {
    self.unit = unit
    switch unit {
    case .characters: values = Self.characters(of: document)
    case .sentences: values = document.segments.map { _ in 1 }
    case .words:
      let tokenizer = try WordTokenizer(locale: document.language.description)
      var counts: [Int] = []
      for segment in document.segments.indices {
        let tokens = try tokenizer.tokens(in: String(document.trimmedText(of: segment)))
        counts.append(tokens.count { $0.kind != .punctuation })
      }
      values = counts
    }
  }

  init(charactersOf document: Document) {
    (unit, values) = (.characters, Self.characters(of: document))
  }

  private static func characters(of document: Document) -> [Int] {
    document.segments.indices.map { characters(of: $0, in: document) }
  }

  static func characters(of segment: Int, in document: Document) -> Int {
    document.trimmedText(of: segment).count { !$0.isWhitespace }
  }
}
