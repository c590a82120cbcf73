internal import BilingualLexicon
internal import BitextModel

/// All that scoring the beads of two texts reads: made once, shared by all who score.
struct BeadTables: Sendable {
  let source, target: SideTable
  let incoming: IncomingEdges
  /// Where the target's types stand.
  let places: TypePlaces
  let sourceRuns, targetRuns: RunTable
  var model: PairModel
  /// What an encoder says of the segments; `nil`: words alone decide.
  let meanings: RunMeanings?
  /// Whether paragraphs, headings or the labels of lists tell anything.
  let hasLayout: Bool
  /// A segment of a larger bead of which the other side covers a lesser share does not belong.
  let leastCovered: Float
  /// Beads that a person found wrong.
  private let rejected: Set<Runs>

  /// Both sides of a bead.
  struct Runs: Sendable, Hashable {
    let source, target: Range<Int>
  }

  /// Translations are at most so much longer as a whole, in characters.
  private static let mostRatio = 1.5

  /// - Parameter lengths: Of the segments, in characters.
  init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    lengths: (source: [Double], target: [Double]), layouts: (source: Layout, target: Layout),
    model: PairModel, rejected: Set<Runs> = [],
    vectors: (source: VectorTable, target: VectorTable)? = nil
  ) {
    self.rejected = rejected
    self.source = SideTable(
      source, correspondences.source, .background(source, correspondences.source))
    self.target = SideTable(
      target, correspondences.target, .background(target, correspondences.target))
    incoming = IncomingEdges(self.target, sourceTypes: self.source.typeCount)
    places = TypePlaces(self.target)
    let (sourceTotal, targetTotal) = (lengths.source.reduce(0, +), lengths.target.reduce(0, +))
    // Texts of which one leaves out half are no measure of how long translations are.
    let observed = sourceTotal > 0 && targetTotal > 0 ? targetTotal / sourceTotal : 1
    let ratio = min(Self.mostRatio, max(1 / Self.mostRatio, observed))
    hasLayout =
      [layouts.source, layouts.target].allSatisfy { layout in
        layout.startsParagraph.contains(true)
      } || (layouts.source.isHeading + layouts.target.isHeading).contains(true)
      || [layouts.source, layouts.target].allSatisfy { layout in
        layout.labels.contains { $0 != nil }
      }
    // Each side takes half, so that it is the same whichever is the source.
    sourceRuns = RunTable(
      self.source, layouts.source, lengths: lengths.source, ratio: ratio.squareRoot())
    targetRuns = RunTable(
      self.target, layouts.target, lengths: lengths.target, ratio: 1 / ratio.squareRoot())
    self.model = model
    let weights = (sourceRuns.weights.map { $0[0] }, targetRuns.weights.map { $0[0] })
    meanings = vectors.map { RunMeanings($0, weights) }
    typealias Joining = TranslationParameters.Joining
    leastCovered =
      model == .withoutLexicon ? Joining.leastCovered.unknown : Joining.leastCovered.known
  }

  func isRejected(_ source: Range<Int>, _ target: Range<Int>) -> Bool {
    !rejected.isEmpty && rejected.contains(Runs(source: source, target: target))
  }

  /// What words and encoder together find alike in two runs, 0 to 1.
  func similarity(_ words: Float, _ source: Range<Int>, _ target: Range<Int>) -> Float {
    guard let meanings else { return words }
    let meaning = meanings.cosine(Runs(source: source, target: target))
    return words + meanings.part * (meaning - words)
  }

  /// The log-odds of a bead as one pair of texts, whatever its shape.
  func logOdds(
    _ segment: Int, _ target: Int, _ shape: BeadShape, similarity: Float, contradictions: Float
  ) -> Float {
    model.logOdds(
      features(segment, target, shape, similarity: similarity, contradictions: contradictions))
  }

  /// The same of the beads of `count` + 1 source segments and one to four target segments, without
  /// contradictions.
  func logOdds(
    endingAt segment: Int, _ count: Int, _ target: Int, similarities: RunTable.ByLength
  ) -> RunTable.ByLength {
    typealias ByLength = RunTable.ByLength
    let lengths = targetRuns.lengths[target] - sourceRuns.lengths[segment][count]
    let positive = lengths.replacing(with: -lengths, where: lengths .< 0)
    let difference = positive.replacing(with: 2, where: positive .> 2)
    let ofSource = ByLength(repeating: sourceRuns.contents[segment][count])
    let ofTarget = targetRuns.contents[target]
    let content = ofSource.replacing(with: ofTarget, where: ofTarget .< ofSource)
    return model.logOdds(similarities, lengthDifferences: difference, contents: content)
  }

  /// What layout and punctuation say of a bead, in log-odds.
  func layout(endingAt segment: Int, _ target: Int, _ shape: BeadShape) -> Float {
    let joints =
      sourceRuns.joints[segment][shape.source - 1] + targetRuns.joints[target][shape.target - 1]
    guard hasLayout else { return joints }
    return joints
      + Layout.agreement(
        sourceRuns.label(endingAt: segment, count: shape.source),
        targetRuns.label(endingAt: target, count: shape.target))
      + Layout.agreement(
        sourceRuns.start(endingAt: segment, count: shape.source),
        targetRuns.start(endingAt: target, count: shape.target))
  }

  func features(
    _ segment: Int, _ target: Int, _ shape: BeadShape, similarity: Float, contradictions: Float
  ) -> PairModel.Features {
    let (a, b) = (shape.source - 1, shape.target - 1)
    return PairModel.Features(
      similarity: similarity, contradictions: contradictions,
      lengthDifference: min(2, abs(targetRuns.lengths[target][b] - sourceRuns.lengths[segment][a])),
      content: min(sourceRuns.contents[segment][a], targetRuns.contents[target][b]))
  }
}
