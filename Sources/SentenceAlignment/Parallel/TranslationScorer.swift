internal import BilingualLexicon
internal import BitextModel

/// Scores beads by lexical coverage and length, larger ones by what each further segment adds.
struct TranslationScorer: BeadScorer, ~Copyable {
  let sourceCount, targetCount: Int
  private var comparer: SegmentComparer
  private let sourceLengths, targetLengths: [Double]
  private let ratio: Double
  private let model: PairModel
  private var singles: [UInt64: PairModel.Features] = [:]

  /// What one point of similarity gained by a further segment is worth, in log-odds.
  private static let gainWeight = 15.0
  /// A segment of a larger bead that shares less than this with the other side does not belong.
  private static let leastSimilarity: Float = 0.04

  /// - Parameter lengths: Of the segments, in characters.
  init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    lengths: (source: [Double], target: [Double]), model: PairModel = .fitted
  ) {
    comparer = SegmentComparer(
      source: source, target: target, correspondences: correspondences,
      weights: (
        TypeWeights.background(source, correspondences.source),
        TypeWeights.background(target, correspondences.target)
      ))
    (sourceCount, targetCount) = (source.segments.count, target.segments.count)
    (sourceLengths, targetLengths) = lengths
    let (sourceTotal, targetTotal) = (lengths.source.reduce(0, +), lengths.target.reduce(0, +))
    // Texts of which one leaves out half are no measure of how long translations are.
    let observed = sourceTotal > 0 && targetTotal > 0 ? targetTotal / sourceTotal : 1
    ratio = min(1.5, max(0.67, observed))
    self.model = model
  }

  mutating func logOdds(source: Range<Int>, target: Range<Int>) -> Double {
    if source.count == 1, target.count == 1 {
      return model.logOdds(single(source.lowerBound, target.lowerBound))
    }
    guard everySegmentBelongs(source, target) else { return -2 * PairModel.limit }
    let whole = features(source, target)
    var best: Float = 0
    if source.count > 1 {
      best = max(best, similarity(source.dropFirst(), target), similarity(source.dropLast(), target))
    }
    if target.count > 1 {
      best = max(best, similarity(source, target.dropFirst()), similarity(source, target.dropLast()))
    }
    let gain = Double(whole.comparison.similarity - best)
    let shape = BeadShape(source: source.count, target: target.count)
    return model.logOdds(whole) + Self.gainWeight * gain + shape.prior
  }

  /// What the score of a bead is made of.
  mutating func evidence(source: Range<Int>, target: Range<Int>) -> Evidence {
    var terms = model.terms(features(source, target))
    let shape = BeadShape(source: source.count, target: target.count)
    let sum = terms.reduce(0) { $0 + $1.logOdds }
    let rest = logOdds(source: source, target: target) - min(PairModel.limit, max(-PairModel.limit, sum))
    if shape.source + shape.target > 2 { terms.append(Evidence.Term("joining", rest)) }
    return Evidence(terms)
  }

  private mutating func everySegmentBelongs(_ source: Range<Int>, _ target: Range<Int>) -> Bool {
    for i in source where !target.contains(where: { similarity(i, $0) >= Self.leastSimilarity }) {
      return false
    }
    for j in target where !source.contains(where: { similarity($0, j) >= Self.leastSimilarity }) {
      return false
    }
    return true
  }

  private mutating func similarity(_ i: Int, _ j: Int) -> Float { single(i, j).comparison.similarity }

  private mutating func similarity(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    source.count == 1 && target.count == 1
      ? similarity(source.lowerBound, target.lowerBound)
      : comparer.compare(source, target).similarity
  }

  private mutating func single(_ i: Int, _ j: Int) -> PairModel.Features {
    let key = UInt64(i) << 32 | UInt64(j)
    if let known = singles[key] { return known }
    let found = features(i..<i + 1, j..<j + 1)
    singles[key] = found
    return found
  }

  private mutating func features(_ source: Range<Int>, _ target: Range<Int>) -> PairModel.Features {
    PairModel.features(
      comparer.compare(source, target),
      lengths: (
        source.reduce(0) { $0 + sourceLengths[$1] }, target.reduce(0) { $0 + targetLengths[$1] }
      ), ratio: ratio)
  }
}
