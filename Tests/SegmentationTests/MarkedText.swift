import BitextModel
import Segmentation
import Testing

/// A text whose expected segments start at `¦`: a case of a table that people can read.
struct MarkedText {
  let text: String
  let marked: String

  init(_ marked: String) {
    self.marked = marked
    text = marked.replacing("¦", with: "")
  }

  /// The text with `¦` wherever the segmenter starts a segment but the first.
  func segmented(_ segmenter: Segmenter) throws -> String {
    let document = try segmenter.document(text: text)
    return document.segments.map { String(text.utf8Slice($0.range)) }.joined(separator: "¦")
  }
}

extension LanguageTag {
  static func of(_ text: String) throws -> LanguageTag {
    try #require(LanguageTag(text))
  }
}
