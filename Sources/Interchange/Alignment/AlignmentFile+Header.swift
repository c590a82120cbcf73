public import BitextModel

extension AlignmentFile {
  /// What was aligned, by what, and with which settings: enough to do it again.
  public struct Header: Sendable, Hashable {
    public struct Document: Sendable, Hashable {
      /// A file's name or an address; `nil` for a text without one.
      public var name: String?
      public var language: LanguageTag
      /// SHA-256 of the document's text in UTF-8, in hexadecimal; `nil` when not known.
      public var sha256: String?

      public init(name: String?, language: LanguageTag, sha256: String?) {
        (self.name, self.language, self.sha256) = (name, language, sha256)
      }
    }

    public var source, target: Document
    /// The mode that was used, which `auto` has chosen when the user has not.
    public var mode: Alignment.Shape
    /// Why this mode, in words.
    public var why: String?
    /// The program with its version: `bitext 0.1.0`. It becomes the tool of the units.
    public var tool: String
    /// Names and versions of the parts; `nil` where none was used.
    public var segmenter, aligner, lexicon, encoder: String?
    public var settings: [String: String]

    public init(
      source: Document, target: Document, mode: Alignment.Shape, why: String? = nil, tool: String,
      segmenter: String? = nil, aligner: String? = nil, lexicon: String? = nil,
      encoder: String? = nil, settings: [String: String] = [:]
    ) {
      (self.source, self.target) = (source, target)
      (self.mode, self.why, self.tool) = (mode, why, tool)
      (self.segmenter, self.aligner) = (segmenter, aligner)
      (self.lexicon, self.encoder, self.settings) = (lexicon, encoder, settings)
    }
  }
}
