internal import BitextToolkit

/// Two texts to be aligned, as `/v1/align`, `/v1/coverage` and `/v1/alignments` read them.
struct DocumentPair: Sendable, Decodable {
  /// Either `text`, which is segmented, or `segments`, which are taken as they are.
  struct Side: Sendable, Decodable {
    let name: String?
    /// `nil` leaves it to the text.
    let lang: LanguageTag?
    let text: String?
    let segments: [String]?
  }

  let source, target: Side
  let mode: AlignmentMode?

  private enum CodingKeys: CodingKey { case source, target, mode }

  init(source: Side, target: Side, mode: AlignmentMode?) {
    (self.source, self.target, self.mode) = (source, target, mode)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    source = try container.decode(Side.self, forKey: .source)
    target = try container.decode(Side.self, forKey: .target)
    mode = try container.decodeIfPresent(String.self, forKey: .mode).map { name in
      guard let mode = AlignmentMode(rawValue: name) else {
        throw DecodingError.dataCorruptedError(
          forKey: .mode, in: container,
          debugDescription: "“\(name)” is none of auto, parallel, comparable")
      }
      return mode
    }
  }

  func check(_ limits: ServiceLimits) throws(Problem) {
    let bytes = [source, target].reduce(0) { sum, side in
      sum + (side.text?.utf8.count ?? 0)
        + (side.segments ?? []).reduce(0) { $0 + $1.utf8.count }
    }
    guard bytes <= limits.document else {
      throw Problem(.tooLarge, "The two texts have more than \(limits.document) bytes.")
    }
  }

  /// Segments and aligns the texts.
  func outcome(tool: String, lexicons: LexiconShelf) throws -> BitextBuilder.Outcome {
    let documents = (try source.document("source"), try target.document("target"))
    let builder = BitextBuilder(
      tool: tool, mode: mode ?? .auto,
      lexicons: try lexicons.lexicons(documents.0.language, documents.1.language),
      cutting: source.segments == nil ? .sentences : .lines)
    return try builder.build(documents.0, documents.1)
  }
}

extension DocumentPair.Side {
  fileprivate func document(_ side: String) throws -> Document {
    let sample = text ?? (segments ?? []).prefix(1000).joined(separator: "\n")
    let (language, _) = try TextLanguage.language(
      lang, of: sample, place: side, option: "“\(side).lang”")
    switch (text, segments) {
    case (let text?, nil):
      return try Segmenter(language: language).document(name: name, text: text)
    case (nil, let segments?):
      return try DocumentFile.document(ofLines: segments, language: language)
    default:
      throw Problem(.badValue, "“\(side)” takes either “text” or “segments”.")
    }
  }
}
