import BitextModel
import Testing

extension Document {
  /// A document of one segment a line.
  ///
  /// - Parameters:
  ///   - language: A language tag.
  ///   - kinds: Of the first lines; what is not named is a sentence.
  ///   - linesPerParagraph: `nil` for one paragraph.
  init(
    lines: [String], _ language: String, kinds: [Segment.Kind] = [], linesPerParagraph: Int? = nil
  ) throws {
    var (start, segments): (Int, [Segment]) = (0, [])
    for (index, line) in lines.enumerated() {
      let end = start + line.utf8.count + 1
      segments.append(
        Segment(
          range: start..<end, kind: kinds.indices.contains(index) ? kinds[index] : .sentence,
          paragraph: linesPerParagraph.map { index / $0 } ?? 0))
      start = end
    }
    self = try Document(
      language: #require(LanguageTag(language)), text: lines.map { $0 + "\n" }.joined(),
      segments: segments)
  }
}
