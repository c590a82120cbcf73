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
    encoder: (any SentenceEncoder)? = nil, cutting: DocumentFile.Cutting = .sentences
  ) {
    self.tool = tool
    self.cutting = cutting
    aligner = Aligner(mode: mode, lexicons: lexicons, encoder: encoder)
  }

  public init(
    tool: String, mode: AlignmentMode = .auto, lexicon: Lexicon?,
    cutting: DocumentFile.Cutting = .sentences
  ) {
    self.init(tool: tool, mode: mode, lexicons: lexicon.map { [$0] } ?? [], cutting: cutting)
  }

  /// The same with a lexicon more.
  func adding(_ lexicon: Lexicon) -> BitextBuilder {
    BitextBuilder(
      tool: tool, mode: aligner.mode, lexicons: aligner.lexicons + [lexicon],
      encoder: aligner.encoder, cutting: cutting)
  }

  /// A bitext and the record of how it came about.
  public struct Outcome: Sendable, Hashable {
    public let bitext: Bitext
    public let header: AlignmentFile.Header
    /// Decisions of a person that could not be kept.
    public let lost: [LostDecision]

    public init(bitext: Bitext, header: AlignmentFile.Header, lost: [LostDecision] = []) {
      (self.bitext, self.header, self.lost) = (bitext, header, lost)
    }

    /// The alignment as the project's own file.
    public var file: AlignmentFile { AlignmentFile(bitext, header: header, lost: lost) }
  }

  /// - Parameter kept: What a person decided before. When the user leaves the mode open, the
  ///   documents are looked at as they were then.
  public func build(
    _ source: Document, _ target: Document, keeping kept: KeptDecisions? = nil
  ) throws -> Outcome {
    var aligner = aligner
    if aligner.mode == .auto, let shape = kept?.shape {
      aligner = Aligner(
        mode: shape == .parallel ? .parallel : .comparable, lexicons: aligner.lexicons,
        encoder: aligner.encoder)
    }
    let outcome = try aligner.align(
      source, target, keeping: kept?.decisions ?? Decisions())
    let isAsBefore = aligner.mode != self.aligner.mode
    let bitext = Bitext(source: source, target: target, alignment: outcome.alignment)
    var header = header(
      of: source, target, mode: outcome.alignment.shape, encoder: outcome.encoder)
    header.why = isAsBefore ? "as before" : outcome.reason
    if let kept { header.settings["anchors"] = kept.origin }
    return Outcome(bitext: bitext, header: header, lost: kept?.lost ?? [])
  }

  /// What is known before the documents are aligned: what they are, and with what they will be.
  public func header(
    of source: Document, _ target: Document, mode: Alignment.Shape, encoder: String? = nil
  ) -> AlignmentFile.Header {
    AlignmentFile.Header(
      source: Self.entry(source), target: Self.entry(target), mode: mode, tool: tool,
      segmenter: cutting == .sentences ? "rules on ICU \(ICU.version)" : "lines",
      aligner: Aligner.identifier, lexicon: Self.name(aligner.lexicons),
      encoder: encoder, settings: settings)
  }

  /// Lexicons by content: one compiled anew under the same name is another.
  private var settings: [String: String] {
    var settings = ["mode": aligner.mode.rawValue]
    if !aligner.lexicons.isEmpty {
      settings["lexicon"] = aligner.lexicons.map(\.fingerprint).joined(separator: " ")
    }
    return settings
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
