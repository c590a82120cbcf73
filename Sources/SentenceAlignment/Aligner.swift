public import BilingualLexicon
public import BitextModel

/// Pairs the segments of two documents that correspond.
public struct Aligner: Sendable {
  /// Names the method in files that keep its results.
  public static let identifier = "coverage 2"

  public let mode: AlignmentMode
  /// Consulted together; empty: spelling, numbers and length alone decide.
  public let lexicons: [Lexicon]
  /// Asked beside them about reports of the same events, and about translations of which the lexicons
  /// explain too little; `nil`: words alone decide.
  public let encoder: (any SentenceEncoder)?

  public init(
    mode: AlignmentMode = .auto, lexicons: [Lexicon], encoder: (any SentenceEncoder)? = nil
  ) {
    (self.mode, self.lexicons, self.encoder) = (mode, lexicons, encoder)
  }

  public init(mode: AlignmentMode = .auto, lexicon: Lexicon?) {
    self.init(mode: mode, lexicons: lexicon.map { [$0] } ?? [])
  }

  /// An alignment and how it came about.
  public struct Outcome: Sendable, Hashable {
    public let alignment: Alignment
    /// Why the documents were aligned as parallel or as comparable, for a person.
    public let reason: String
    /// The identifier of the encoder, if it was asked.
    public let encoder: String?
  }

  /// Boilerplate is left out: of a parallel alignment as null beads, of a comparable one altogether.
  ///
  /// - Throws: What ICU or the encoder throws.
  /// - Parameter decisions: What the alignment keeps: accepted links are in it as they are, rejected
  ///   ones among its candidates and nowhere else.
  /// - Precondition: In parallel mode the accepted links are in order.
  public func align(
    _ source: Document, _ target: Document, keeping decisions: Decisions = Decisions()
  ) throws -> Outcome {
    var pair = try AnalysedPair(source, target, lexicons: lexicons)
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
    if mode == .auto, shape == .comparable, decisions.accepted.isEmpty,
      chain.count >= TranslatedCores.leastLinks
    {
      let translation = try ParallelAligner(pair).align(chain: chain, tables).alignment
      let sure = candidates.map {
        (source: pair.sourceSegments[$0.source], target: pair.targetSegments[$0.target])
      }
      let cores = TranslatedCores(of: translation, sure: sure)
      if let outcome = try mixed(pair, translation, cores, order) { return outcome }
    }
    let (alignment, asked) =
      shape == .parallel
      ? try ParallelAligner(pair, encoder: encoder).align(chain: chain, tables)
      : (try pair.claims(encoder: encoder), encoder)
    let reason = decisions.isInOrder ? order.reason : "links that a person accepted cross"
    let wanted = alignment.shape == .parallel ? Self.wanted(alignment) : "asked for"
    return Outcome(
      alignment: alignment, reason: mode == .auto ? reason : wanted, encoder: asked?.identifier)
  }

  /// Documents of which passages are a translation, and the rest is told anew; `nil` when they are not.
  private func mixed(
    _ pair: AnalysedPair, _ translation: Alignment, _ cores: TranslatedCores,
    _ order: OrderJudgement
  ) throws -> Outcome? {
    guard cores.leavesRest(of: translation) else { return nil }
    // Words alone decide: no encoder is asked about what a translation left out.
    let rest = try pair.claims(encoder: nil, outside: cores)
    let claims = rest.links.filter { $0.strength == .full && $0.relation == .claim }
    guard cores.isToldAnew(claims, of: translation) else { return nil }
    let alignment = encoder == nil ? rest : try pair.claims(encoder: encoder, outside: cores)
    return Outcome(
      alignment: alignment, reason: "\(order.found): \(cores.reason)",
      encoder: encoder?.identifier)
  }

  /// Says so when what was to be a translation is none.
  private static func wanted(_ alignment: Alignment) -> String {
    let segments = min(alignment.sourceCount, alignment.targetCount)
    let linked = alignment.links.count { $0.confidence >= 0.5 }
    return segments >= leastJudged && linked * 10 < segments
      ? "asked for, but hardly anything corresponds" : "asked for"
  }

  /// Of shorter texts chance says too much.
  private static let leastJudged = 5
}
