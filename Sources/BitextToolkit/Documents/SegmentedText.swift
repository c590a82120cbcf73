public import BitextModel
internal import Foundation
internal import Interchange
public import Segmentation

/// A text file cut into segments while it is read, so that one of any size passes at bounded memory.
public struct SegmentedText: ~Copyable {
  public let path: String
  public let language: LanguageTag
  /// What the text told of its language; `nil` when somebody named it.
  public let guess: LanguageGuess?
  /// `nil` where the text was taken whole from another format than plain text.
  private var pieces: TextPieces?
  private var first: [UInt8]?
  private var stream: SegmentStream
  private let srx: SRXRules?

  /// Opens a text and, where nobody names it, finds its language.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - option: What names the language, for the error: `--lang`.
  ///   - srx: Rules to use instead of the segmenter's; they want the whole text in memory.
  ///   - segmenter: Makes the segmenter of a language.
  /// - Throws: `InputFault` when the text cannot be read or does not tell its language.
  public init(
    _ path: String, language: LanguageTag?, option: String, srx: SRXRules? = nil,
    segmenter: (LanguageTag) throws -> Segmenter
  ) throws {
    let announced: LanguageTag?
    if DocumentFormat(fileName: path) == nil {
      var pieces = try TextPieces(path)
      (announced, first) = (nil, try pieces.next())
      self.pieces = pieces
    } else {
      let document = try DocumentFile.text(path)
      (announced, first) = (document.language, Array(document.text.utf8))
      pieces = nil
    }
    let start = String(decoding: (first ?? []).prefix(LanguageDetector.sight), as: UTF8.self)
    let (language, guess) = try TextLanguage.language(
      language ?? announced, of: start, place: path, option: option)
    stream = SegmentStream(try segmenter(language))
    (self.path, self.language, self.guess) = (path, language, guess)
    self.srx = srx
  }

  /// Hands on the segments in order, each with its text, white space included; once.
  public mutating func forEachSegment(_ body: (Segment, String) throws -> Void) throws {
    if let srx { return try forEachSegment(srx, body) }
    if let first {
      self.first = nil
      try stream.append(first, body)
    }
    while let piece = try pieces?.next() { try stream.append(piece, body) }
    try stream.finish(body)
  }

  private mutating func forEachSegment(
    _ srx: SRXRules, _ body: (Segment, String) throws -> Void
  ) throws {
    var bytes = first ?? []
    while let piece = try pieces?.next() { bytes += piece }
    let document = try srx.document(
      language: language, text: String(decoding: bytes, as: UTF8.self))
    for segment in document.segments {
      try body(segment, String(document.text.utf8Slice(segment.range)))
    }
  }
}
