internal import BitextModel

/// Scores single beads by lexical coverage and length, larger ones by what each further segment adds.
///
/// The plain form of the sum: `RowScorer` computes the same for all beads of a search.
struct TranslationScorer: BeadScorer, ~Copyable {
  let tables: BeadTables
  private var comparer: SegmentComparer

  init(_ tables: BeadTables) {
    self.tables = tables
    comparer = SegmentComparer(source: tables.source, target: tables.target)
  }

  mutating func logOdds(source: Range<Int>, target: Range<Int>) -> Double {
    if tables.isRejected(source, target) { return -.infinity }
    let (i, j) = (source.upperBound - 1, target.upperBound - 1)
    let shape = BeadShape(source: source.count, target: target.count)
    let whole =
      source.count + target.count == 2
      ? comparer.compare(source, target) : comparison(source, target)
    let own = tables.logOdds(
      i, j, shape, similarity: tables.similarity(whole.similarity, source, target),
      contradictions: Float(whole.contradictions))
    let layout = tables.layout(endingAt: i, j, shape)
    if source.count + target.count == 2 { return Double(own + layout) }
    guard belongs(source, target) else { return -.infinity }
    return Double(own + joining(source, target, whole) + layout)
  }

  /// What two segments share.
  mutating func features(_ i: Int, _ j: Int) -> PairModel.Features {
    let whole = comparer.compare(CollectionOfOne(i), CollectionOfOne(j))
    return tables.features(
      i, j, BeadShape(source: 1, target: 1),
      similarity: tables.similarity(whole.similarity, i..<i + 1, j..<j + 1),
      contradictions: Float(whole.contradictions))
  }

  /// What the score of a bead is made of.
  mutating func evidence(source: Range<Int>, target: Range<Int>) -> Evidence {
    let whole = comparer.compare(source, target)
    let features = tables.features(
      source.upperBound - 1, target.upperBound - 1,
      BeadShape(source: source.count, target: target.count),
      similarity: tables.similarity(whole.similarity, source, target),
      contradictions: Float(whole.contradictions))
    let meaning = tables.meanings.map {
      Double($0.part * $0.cosine(BeadTables.Runs(source: source, target: target)))
    }
    let ofWords = 1 - Double(tables.meanings?.part ?? 0)
    let part = { (kind: KeyPath<Comparison.Side, Float>) in ofWords * Double(whole.share(kind)) }
    var terms = tables.model.terms(
      features, shares: (part(\.words), part(\.names), part(\.numbers), meaning))
    if source.count + target.count > 2 {
      let joining = joining(source, target, comparison(source, target))
      terms.append(Evidence.Term("joining", Double(joining)))
    }
    let layout = tables.layout(
      endingAt: source.upperBound - 1, target.upperBound - 1,
      BeadShape(source: source.count, target: target.count))
    if layout != 0 { terms.append(Evidence.Term("layout", Double(layout))) }
    return Evidence(terms)
  }

  private mutating func joining(
    _ source: Range<Int>, _ target: Range<Int>, _ whole: Comparison
  ) -> Float {
    let shape = BeadShape(source: source.count, target: target.count)
    return TranslationParameters.Joining.gain
      * (tables.similarity(whole.similarity, source, target) - bestWithin(source, target))
      + shape.prior
  }

  /// The highest similarity of a bead that lacks one segment.
  private mutating func bestWithin(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    var best: Float = 0
    if source.count > 1 {
      best = max(
        best, similarity(source.dropFirst(), target), similarity(source.dropLast(), target))
    }
    if target.count > 1 {
      best = max(
        best, similarity(source, target.dropFirst()), similarity(source, target.dropLast()))
    }
    return best
  }

  private mutating func similarity(_ source: Range<Int>, _ target: Range<Int>) -> Float {
    tables.similarity(comparison(source, target).similarity, source, target)
  }

  /// Whether the other side covers something of every segment of a larger bead, or of one that it is a
  /// part of.
  private mutating func belongs(_ source: Range<Int>, _ target: Range<Int>) -> Bool {
    for i in source where !tables.sourceRuns.isTied(i, in: ClosedRange(source)) {
      if tables.source.slots(of: i).isEmpty { return false }
      let side = comparison(i..<i + 1, target).source
      if side.covered < tables.leastCovered * side.total { return false }
    }
    for j in target where !tables.targetRuns.isTied(j, in: ClosedRange(target)) {
      if tables.target.slots(of: j).isEmpty { return false }
      let side = comparison(source, j..<j + 1).target
      if side.covered < tables.leastCovered * side.total { return false }
    }
    return true
  }

  /// What two runs share: of a type what the best of the other run's segments explain, and a type counts
  /// once a segment.
  private mutating func comparison(_ source: Range<Int>, _ target: Range<Int>) -> Comparison {
    var ofSource = source.map { [Float](repeating: 0, count: tables.source.slots(of: $0).count) }
    var ofTarget = target.map { [Float](repeating: 0, count: tables.target.slots(of: $0).count) }
    for (a, i) in source.enumerated() {
      for (b, j) in target.enumerated() {
        let shares = comparer.shares(i, j)
        ofSource[a] = zip(ofSource[a], shares.source).map(max)
        ofTarget[b] = zip(ofTarget[b], shares.target).map(max)
      }
    }
    return Comparison(
      source: Self.side(tables.source, source, ofSource),
      target: Self.side(tables.target, target, ofTarget))
  }

  private static func side(
    _ table: SideTable, _ segments: Range<Int>, _ shares: [[Float]]
  ) -> Comparison.Side {
    var side = Comparison.Side()
    for (segment, shares) in zip(segments, shares) {
      for (type, share) in zip(table.types(of: segment), shares) {
        let weight = table.weights[Int(type)]
        side.total += weight
        side.words += weight * share
        if share == 0, table.isValue[Int(type)] { side.strayValues += 1 }
      }
    }
    return side
  }
}
