public import BilingualLexicon
public import BitextModel
public import UnicodeText

/// Pairs the segments of two documents that correspond.
public struct Aligner: Sendable {
  /// Names the method in files that keep its results.
  public static let identifier = "coverage 1"

  public let mode: AlignmentMode
  /// `nil`: spelling, numbers and length alone decide.
  public let lexicon: Lexicon?

  public init(mode: AlignmentMode = .auto, lexicon: Lexicon?) {
    (self.mode, self.lexicon) = (mode, lexicon)
  }

  /// An alignment and how it came about.
  public struct Outcome: Sendable, Hashable {
    public let alignment: Alignment
    /// Why the documents were aligned as parallel or as comparable, for a person.
    public let reason: String
  }

  /// Boilerplate is left out: of a parallel alignment as null beads, of a comparable one altogether.
  ///
  /// - Parameter decisions: What the alignment keeps: accepted links are in it as they are, rejected
  ///   ones among its candidates and nowhere else.
  /// - Precondition: In parallel mode the accepted links are in order.
  public func align(
    _ source: Document, _ target: Document, keeping decisions: Decisions = Decisions()
  ) throws(ICUFailure) -> Outcome {
    var pair = try AnalysedPair(source, target, lexicon: lexicon)
    pair.decisions = decisions
    let tables = pair.beadTables()
    var scorer = TranslationScorer(tables)
    let candidates = AnchorFinder.candidates(tables, &scorer)
    let chain = AnchorFinder.chain(candidates, targetCount: pair.target.segments.count)
    let order = OrderJudgement(
      anchors: Set(candidates.map(\.source)).count, inOrder: chain.count,
      segments: min(pair.source.segments.count, pair.target.segments.count))
    let shape: Alignment.Shape =
      switch mode {
      case .auto: decisions.isInOrder ? order.shape : .comparable
      case .parallel: .parallel
      case .comparable: .comparable
      }
    let alignment =
      shape == .parallel ? ParallelAligner(pair).align(chain: chain, tables) : pair.claims()
    let reason = decisions.isInOrder ? order.reason : "links that a person accepted cross"
    return Outcome(alignment: alignment, reason: mode == .auto ? reason : "asked for")
  }
}
