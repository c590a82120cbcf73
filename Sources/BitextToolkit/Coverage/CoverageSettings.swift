public import BitextModel
public import Interchange

/// Which document a figure is about.
public struct DocumentRecord: Codable, Sendable, Hashable {
  public let name: String?
  public let lang: LanguageTag
  public let sha256: String?

  public init(_ document: AlignmentFile.Header.Document) {
    (name, lang, sha256) = (document.name, document.language, document.sha256)
  }
}

/// What a figure of coverage was computed with.
public struct CoverageSettings: Codable, Sendable, Hashable {
  /// The program that measured, with its version.
  public let tool: String
  /// Links below this confidence do not count; 0 leaves the choice to the aligner.
  public let threshold: Double
  /// How the documents were looked at; null where that differs from pair to pair.
  public let mode: Alignment.Shape?
  /// The program that aligned, with its version, and its parts.
  public let alignedBy: String
  public let segmenter, aligner, lexicon, encoder: String?

  public init(_ header: AlignmentFile.Header, tool: String, threshold: Double) {
    (self.tool, self.threshold, mode) = (tool, threshold, header.mode)
    alignedBy = header.tool
    (segmenter, aligner) = (header.segmenter, header.aligner)
    (lexicon, encoder) = (header.lexicon, header.encoder)
  }
}
