public import BilingualLexicon
public import BitextModel
public import UnicodeText

/// Pairs the segments of two documents that correspond.
public struct Aligner: Sendable {
  /// Names the method in files that keep its results.
  public static let identifier = "coverage 1"

  public let mode: AlignmentMode
  /// Consulted together; empty: spelling, numbers and length alone decide.
  public let lexicons: [Lexicon]

  public init(mode: AlignmentMode = .auto, lexicons: [Lexicon]) {
    (self.mode, self.lexicons) = (mode, lexicons)
  }

  public init(mode: AlignmentMode = .auto, lexicon: Lexicon?) {
    self.init(mode: mode, lexicons: lexicon.map { [$0] } ?? [])
  }

  /// An alignment and how it came about.
  public struct Outcome: Sendable, Hashable {
    public let alignment: Alignment
    /// Why the documents were aligned as parallel or as comparable, for a person.
    public let reason: String
  }

  /// Boilerplate is left out: of a parallel alignment as null beads, of a comparable one altogether.
  public func align(_ source: Document, _ target: Document) throws(ICUFailure) -> Outcome {
    let pair = try AnalysedPair(source, target, lexicons: lexicons)
    var scorer = pair.translationScorer()
    let candidates = AnchorFinder.candidates(
      source: pair.source, target: pair.target, correspondences: pair.correspondences, &scorer)
    let chain = AnchorFinder.chain(candidates, targetCount: pair.target.segments.count)
    let order = OrderJudgement(
      anchors: candidates.count, inOrder: chain.count,
      segments: min(pair.source.segments.count, pair.target.segments.count))
    let shape: Alignment.Shape =
      switch mode {
      case .auto: order.shape
      case .parallel: .parallel
      case .comparable: .comparable
      }
    let alignment =
      shape == .parallel ? ParallelAligner(pair).align(chain: chain, &scorer) : pair.claims()
    return Outcome(alignment: alignment, reason: mode == .auto ? order.reason : "asked for")
  }
}
