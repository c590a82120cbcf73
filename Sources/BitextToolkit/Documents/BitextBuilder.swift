public import BilingualLexicon
public import BitextModel
public import Interchange
public import SentenceAlignment
internal import UnicodeText

/// The pipeline from two documents to a bitext: the one place that knows all its parts.
public struct BitextBuilder: Sendable {
  /// The program that makes the alignment, with its version: `bitext 0.1.0`.
  public let tool: String
  public let aligner: Aligner
  /// How the documents were cut.
  public let cutting: DocumentFile.Cutting

  public init(
    tool: String, mode: AlignmentMode = .auto, lexicons: [Lexicon],
    cutting: DocumentFile.Cutting = .sentences
  ) {
    self.tool = tool
    self.cutting = cutting
    aligner = Aligner(mode: mode, lexicons: lexicons)
  }

  public init(
    tool: String, mode: AlignmentMode = .auto, lexicon: Lexicon?,
    cutting: DocumentFile.Cutting = .sentences
  ) {
    self.init(tool: tool, mode: mode, lexicons: lexicon.map { [$0] } ?? [], cutting: cutting)
  }

  /// A bitext and the record of how it came about.
  public struct Outcome: Sendable, Hashable {
    public let bitext: Bitext
    public let header: AlignmentFile.Header

    /// The alignment as the project's own file.
    public var file: AlignmentFile { AlignmentFile(bitext, header: header) }
  }

  public func build(_ source: Document, _ target: Document) throws -> Outcome {
    let outcome = try aligner.align(source, target)
    let bitext = Bitext(source: source, target: target, alignment: outcome.alignment)
    let header = AlignmentFile.Header(
      source: Self.entry(source), target: Self.entry(target), mode: outcome.alignment.shape,
      why: outcome.reason, tool: tool,
      segmenter: cutting == .sentences ? "rules on ICU \(ICU.version)" : "lines",
      aligner: Aligner.identifier, lexicon: Self.name(aligner.lexicons),
      settings: ["mode": aligner.mode.rawValue])
    return Outcome(bitext: bitext, header: header)
  }

  private static func entry(_ document: Document) -> AlignmentFile.Header.Document {
    AlignmentFile.Header.Document(
      name: document.name, language: document.language,
      sha256: Fingerprint.sha256(document.text))
  }

  /// `nil` when there is none.
  private static func name(_ lexicons: [Lexicon]) -> String? {
    let names = lexicons.map { lexicon in
      let origins = lexicon.info.origins.map(\.name).joined(separator: " + ")
      return "\(lexicon.info.source)-\(lexicon.info.target): \(origins)"
    }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }
}
