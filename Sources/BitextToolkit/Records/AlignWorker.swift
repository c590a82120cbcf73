public import BilingualLexicon
public import BitextModel
internal import Foundation
internal import Segmentation
public import SentenceAlignment

/// Answers alignment requests one by one, each on its own.
public struct AlignWorker: Sendable {
  /// The program that makes the alignments, with its version.
  public let tool: String
  public let mode: AlignmentMode
  /// The languages of records that name none.
  public let source, target: LanguageTag?
  /// Finds the lexicons of two languages; called for every record, so keep what it opens.
  public let lexicons: @Sendable (LanguageTag, LanguageTag) throws -> [Lexicon]
  public let encoder: (any SentenceEncoder)?

  public init(
    tool: String, mode: AlignmentMode, source: LanguageTag?, target: LanguageTag?,
    encoder: (any SentenceEncoder)? = nil,
    lexicons: @escaping @Sendable (LanguageTag, LanguageTag) throws -> [Lexicon]
  ) {
    (self.tool, self.mode, self.source, self.target) = (tool, mode, source, target)
    (self.encoder, self.lexicons) = (encoder, lexicons)
  }

  /// The two documents of a record, as `bitext align --jsonl` reads it.
  private struct Request: Decodable {
    let id: RecordID
    let source, target: Side
    /// Links that a person decided.
    let anchors: [Anchor]?

    struct Anchor: Decodable {
      let source, target: [Int]
      let status: Bead.Status?
    }

    /// Either `text`, which is segmented, or `segments`, which are taken as they are.
    struct Side: Decodable {
      let lang: LanguageTag?
      let text: String?
      let segments: [String]?
    }
  }

  /// The answer to one line of JSON: the request's `id` with the header's members, segments and links.
  ///
  /// - Parameter number: The one-based number of the line, for the talk about broken ones.
  public func answer(line: [UInt8], number: Int) -> Result<String, FailedRecord> {
    FailedRecord.decode(Request.self, line: line, number: number).flatMap { request in
      do {
        return .success(try answer(request))
      } catch {
        return .failure(FailedRecord(id: request.id, error: "line \(number): \(error)"))
      }
    }
  }

  private func answer(_ request: Request) throws -> String {
    let documents = (
      try document(request.source, "source", language: source),
      try document(request.target, "target", language: target)
    )
    let builder = BitextBuilder(
      tool: tool, mode: mode,
      lexicons: try lexicons(documents.0.language, documents.1.language),
      encoder: encoder, cutting: request.source.segments == nil ? .sentences : .lines)
    let id = String(decoding: try JSONEncoder().encode(request.id), as: UTF8.self)
    let kept = try request.anchors.map { try decisions($0, for: documents.0, documents.1) }
    return try builder.build(documents.0, documents.1, keeping: kept).file.object(id: id)
  }

  private func decisions(
    _ anchors: [Request.Anchor], for source: Document, _ target: Document
  ) throws(InputFault) -> KeptDecisions {
    let file = try AnchorFile(
      name: "anchors",
      links: anchors.map { ($0.source, $0.target, $0.status ?? .accepted) })
    return try file.decisions(for: source, target, mode: mode)
  }

  private func document(
    _ side: Request.Side, _ name: String, language: LanguageTag?
  ) throws -> Document {
    let sample = side.text ?? (side.segments ?? []).prefix(1000).joined(separator: "\n")
    let (language, _) = try TextLanguage.language(
      side.lang ?? language, of: sample, place: name, option: name == "source" ? "--from" : "--to")
    switch (side.text, side.segments) {
    case (let text?, nil):
      return try Segmenter(language: language).document(text: text)
    case (nil, let segments?):
      return try DocumentFile.document(ofLines: segments, language: language)
    default:
      throw InputFault(name, "needs either “text” or “segments”")
    }
  }
}
