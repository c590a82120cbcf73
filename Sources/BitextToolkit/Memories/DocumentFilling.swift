public import BitextModel
internal import Interchange
internal import SQLiteMemory
internal import TranslationMemory

/// Fills a document that waits for translations, such as XLIFF, from a memory.
public struct DocumentFilling: Sendable {
  /// Segments of the document, which add up.
  public struct Report: Sendable, Hashable, Encodable {
    /// Those that had a translation, or want none.
    public let done: Int
    /// Those that an exact match has filled.
    public let translated: Int
    /// Those that have matches beside their place now.
    public let proposed: Int
    /// Those for which there was nothing.
    public let left: Int
  }

  /// Of formats that do not say their languages, or against what they say.
  public var languages: [LanguageTag] = []
  /// The least similarity, before penalties, 1 to 100.
  public var minimum = 70
  /// The most matches beside a segment.
  public var limit = 5

  public init() {}

  /// - Parameter output: A path, `-` for standard output.
  /// - Throws: `InputFault` when the document cannot be read or filled.
  public func fill(_ path: String, from memories: MemorySet, to output: String) throws -> Report {
    do {
      let format = try format(of: path)
      let document = try format.document(UnitFileInput(.path(path), languages: languages))
      for tag in Set(document.segments.flatMap { [$0.from, $0.to] }).sorted() {
        try QueryDirection.check(tag, languages: memories.languages, name: memories.name)
      }
      let found: [[FillableDocument.Proposal]] = try memories.consult {
        try proposals(for: document.segments, $0)
      }
      let filled = try document.filled(with: found)
      try write(filled.bytes, to: output)
      return Report(
        done: document.done, translated: filled.translated, proposed: filled.proposed,
        left: document.segments.count - filled.translated - filled.proposed)
    } catch let fault as FileFault {
      throw InputFault(path, line: fault.line, fault.cause, remedy: fault.remedy)
    }
  }

  private func format(of path: String) throws(InputFault) -> UnitFormat {
    var known = UnitFormat(fileName: path)
    if known == nil { known = try UnitSource.sniff(path) }
    if let known, known.isFillable { return known }
    let names = UnitFormat.allCases.filter(\.isFillable).map(\.title).joined(separator: ", ")
    throw InputFault(
      path,
      known.map { "\($0.title) has no places to fill" } ?? "not known by its name or beginning",
      remedy: "Give a document in one of: \(names)")
  }

  private func proposals(
    for segments: [FillableDocument.Segment], _ memories: MemorySetSnapshot
  ) throws -> [[FillableDocument.Proposal]] {
    let texts = segments.map(\.content.text)
    return try segments.indices.map { index in
      let segment = segments[index]
      let query = LookupQuery(
        segment.content, previous: index > 0 ? texts[index - 1] : nil,
        next: index + 1 < texts.count ? texts[index + 1] : nil)
      let direction = QueryDirection(from: segment.from, to: segment.to)
      return try memories.matches(for: query, direction, minimum: minimum, limit: limit).map {
        let found = $0.found
        return FillableDocument.Proposal(
          source: found.source.content, target: found.target.content, score: found.match.score,
          similarity: found.match.similarity, origin: memories.members[$0.member].name,
          // A claim is no translation, whatever its text. Codes of another format count as different,
          // but the document's own can take their places.
          isExact: found.source.content.text == segment.content.text
            && found.unit.link?.relation != .claim)
      }
    }
  }

  private func write(_ bytes: [UInt8], to output: String) throws {
    guard output == "-" else { return try OutputFile.write(bytes, to: output) }
    let stream = try TextOutput(nil)
    try bytes.withUnsafeBytes { try stream.write($0) }
    try stream.flush()
  }
}
