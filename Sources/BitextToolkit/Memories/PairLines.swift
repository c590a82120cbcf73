internal import BitextModel

/// Reads a pair of texts from each line: the first two columns, between them a tab. Blank lines are
/// passed over.
struct PairLines: UnitCursor {
  private let path: String
  private let text: String
  private let languages: [LanguageTag]
  private var place: String.Index
  private var line = 0

  /// - Parameter languages: Of the first and the second column.
  init(_ path: String, _ text: String, languages: [LanguageTag]) {
    precondition(languages.count == 2, "a pair has two languages")
    (self.path, self.text, self.languages) = (path, text, languages)
    place = text.startIndex
  }

  mutating func next() throws(InputFault) -> TranslationUnit? {
    while place < text.endIndex {
      let end = text.utf8[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      var record = text[place..<end]
      if record.utf8.last == UInt8(ascii: "\r") {
        record = text[place..<text.utf8.index(before: end)]
      }
      place = end < text.endIndex ? text.utf8.index(after: end) : end
      line += 1
      if record.isEmpty { continue }
      let fields = record.utf8.split(
        separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count >= 2 else {
        throw InputFault(
          path, line: line, "no tab between a text and its translation",
          remedy: "Write a pair a line: source, tab, target")
      }
      return TranslationUnit(
        variants: zip(languages, fields).map { language, field in
          Variant(language: language, content: SegmentContent(String(Substring(field))))
        })
    }
    return nil
  }
}
