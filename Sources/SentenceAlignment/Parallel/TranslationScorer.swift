internal import BilingualLexicon
internal import BitextModel

/// Scores beads by lexical coverage and length, larger ones by what each further segment adds.
struct TranslationScorer: BeadScorer, ~Copyable {
  private var comparer: SegmentComparer
  private var pairs: PairCache
  private let sourceLengths, targetLengths: [Double]
  private let ratio: Double
  private let model: PairModel

  /// What one point of similarity gained by a further segment is worth, in log-odds.
  private static let gainWeight = 15.0
  /// A segment of a larger bead of which the other side covers less than this does not belong.
  private let leastCovered: Float

  /// - Parameter lengths: Of the segments, in characters.
  init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    lengths: (source: [Double], target: [Double]), model: PairModel
  ) {
    leastCovered = Float(model.leastCovered)
    let comparer = SegmentComparer(
      source: source, target: target, correspondences: correspondences,
      weights: (
        TypeWeights.background(source, correspondences.source),
        TypeWeights.background(target, correspondences.target)
      ))
    pairs = PairCache(comparer)
    self.comparer = comparer
    (sourceLengths, targetLengths) = lengths
    let (sourceTotal, targetTotal) = (lengths.source.reduce(0, +), lengths.target.reduce(0, +))
    // Texts of which one leaves out half are no measure of how long translations are.
    let observed = sourceTotal > 0 && targetTotal > 0 ? targetTotal / sourceTotal : 1
    ratio = min(1.5, max(0.67, observed))
    self.model = model
  }

  mutating func logOdds(source: Range<Int>, target: Range<Int>, floor: Double) -> Double {
    if source.count == 1, target.count == 1 {
      return pair(source.lowerBound, target.lowerBound).logOdds
    }
    let shape = BeadShape(source: source.count, target: target.count)
    guard mayReach(floor, source, target, shape) else { return -.infinity }
    let whole = pairs.comparison(source, target)
    let gain = Double(whole.similarity - bestWithin(source, target))
    return model.logOdds(features(whole, source, target)) + Self.gainWeight * gain + shape.prior
  }

  /// What the score of a bead is made of.
  mutating func evidence(source: Range<Int>, target: Range<Int>) -> Evidence {
    var terms = model.terms(features(comparer.compare(source, target), source, target))
    if source.count + target.count > 2 {
      for i in source { for j in target { _ = pair(i, j) } }
      let whole = pairs.comparison(source, target)
      let gain = Double(whole.similarity - bestWithin(source, target))
      let prior = BeadShape(source: source.count, target: target.count).prior
      terms.append(Evidence.Term("joining", Self.gainWeight * gain + prior))
    }
    return Evidence(terms)
  }

  /// The highest similarity of a bead that lacks one segment.
  private func bestWithin(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    var best: Float = 0
    if source.count > 1 {
      best = max(
        best, pairs.comparison(source.dropFirst(), target).similarity,
        pairs.comparison(source.dropLast(), target).similarity)
    }
    if target.count > 1 {
      best = max(
        best, pairs.comparison(source, target.dropFirst()).similarity,
        pairs.comparison(source, target.dropLast()).similarity)
    }
    return best
  }

  /// Whether a bead can score `floor`, judged by its pairs alone: what a run covers of a segment is at
  /// most what its segments cover one by one.
  private mutating func mayReach(
    _ floor: Double, _ source: Range<Int>, _ target: Range<Int>, _ shape: BeadShape
  ) -> Bool {
    var (sources, targets) = (Comparison.Side(), Array(repeating: Float(0), count: target.count))
    var targetSide = Comparison.Side()
    var best: Float = 0
    for i in source {
      var (covered, total): (Float, Float) = (0, 0)
      for j in target {
        let comparison = pair(i, j).comparison
        covered += comparison.source.covered
        total = comparison.source.total
        targets[j - target.lowerBound] += comparison.target.covered
        best = max(best, comparison.similarity)
      }
      if covered < leastCovered * total { return false }
      sources.words += min(total, covered)
      sources.total += total
    }
    for j in target {
      let total = pair(source.lowerBound, j).comparison.target.total
      let covered = targets[j - target.lowerBound]
      if covered < leastCovered * total { return false }
      targetSide.words += min(total, covered)
      targetSide.total += total
    }
    let bound = Comparison(source: sources, target: targetSide)
    let within = shape.source + shape.target == 3 ? best : 0
    return model.logOdds(features(bound, source, target))
      + Self.gainWeight * Double(bound.similarity - within) + shape.prior >= floor
  }

  private mutating func pair(_ i: Int, _ j: Int) -> PairCache.Pair {
    let (model, ratio) = (model, ratio)
    let lengths = (source: sourceLengths[i], target: targetLengths[j])
    return pairs.pair(i, j) { shares in
      comparer.explain(i, j, into: &shares)
    } logOdds: { comparison in
      model.logOdds(PairModel.features(comparison, lengths: lengths, ratio: ratio))
    }
  }

  private func features(
    _ comparison: Comparison, _ source: Range<Int>, _ target: Range<Int>
  ) -> PairModel.Features {
    PairModel.features(
      comparison,
      lengths: (
        source.reduce(0) { $0 + sourceLengths[$1] }, target.reduce(0) { $0 + targetLengths[$1] }
      ), ratio: ratio)
  }
}
