public import BitextModel
public import UnicodeText

/// Cuts text into sentences, headings and page furniture.
public struct Segmenter: Sendable {
  public let language: LanguageTag

  public init(language: LanguageTag) {
    self.language = language
  }

  /// The text as a document whose segments tile it.
  public func document(name: String? = nil, text: String) throws(ICUFailure) -> Document {
    let iterator = try BoundaryIterator(.sentence, locale: language.description)
    var (start, segments): (Int, [Segment]) = (0, [])
    for end in try iterator.boundaries(in: text) {
      segments.append(Segment(range: start..<end, kind: .sentence, paragraph: 0))
      start = end
    }
    // ICU's boundaries tile any text.
    return try! Document(name: name, language: language, text: text, segments: segments)
  }
}
