public import BitextMeasures
internal import BitextModel
internal import Interchange

/// How far coverage from found links may be trusted: the same figures from links that people made.
public struct CoverageValidation: Sendable {
  /// One pair of documents.
  public struct Pair: Sendable {
    public let name: String
    public let gold: Coverage
    /// The found links, carried over to the people's segments; each counts in full, as theirs do.
    public let found: Coverage
    /// Of both documents' sentences together.
    public let detection: Detection
    /// How many sentences of each list people call told, of both documents together.
    public let lists: StandingTruth
    /// What the other pairs' sensitivity and specificity make of the found sentence coverage.
    public fileprivate(set) var corrected: (source: Double?, target: Double?)
  }

  public let pairs: [Pair]
  /// Of all pairs' sentences together.
  public let detection: Detection
  public let lists: StandingTruth

  /// - Throws: `InputFault` when nothing can be aligned.
  public init(_ gold: [GoldPair], builder: BitextBuilder, measure: CoverageMeasure) throws {
    var pairs = try gold.map { pair in
      let found = try Self.found(pair, builder, measure)
      let truth = try measure.coverage(of: pair.bitext)
      return Pair(
        name: pair.name, gold: truth, found: found,
        detection: Detection(of: found.source, gold: truth.source)
          + Detection(of: found.target, gold: truth.target),
        lists: StandingTruth(of: found.source, gold: truth.source)
          + StandingTruth(of: found.target, gold: truth.target), corrected: (nil, nil))
    }
    lists = pairs.reduce(StandingTruth()) { $0 + $1.lists }
    detection = pairs.reduce(Detection()) { $0 + $1.detection }
    for index in pairs.indices where pairs.count > 1 {
      let others = pairs.indices.filter { $0 != index }
        .reduce(Detection()) { $0 + pairs[$1].detection }
      pairs[index].corrected = (
        others.corrected(pairs[index].found.source.sentenceShare),
        others.corrected(pairs[index].found.target.sentenceShare)
      )
    }
    self.pairs = pairs
  }

  /// By how much found sentence coverage differs from the people's, on average over both directions of
  /// all pairs, 0 to 1; `nil` without pairs. Sides with nothing to cover are left out.
  public var sentenceError: Double? { error { $0.sentenceShare.ratio } }
  /// The same for weighted coverage, partial links counting half.
  public var weightError: Double? { error { $0.ofTotal($0.linked) } }

  private func error(_ ratio: (SideCoverage) -> Double?) -> Double? {
    let errors = pairs.flatMap { pair in
      [(pair.gold.source, pair.found.source), (pair.gold.target, pair.found.target)]
        .compactMap { gold, found -> Double? in
          guard let gold = ratio(gold), let found = ratio(found) else { return nil }
          return abs(gold - found)
        }
    }
    return errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
  }

  /// Whether found links put the pairs in the order in which the people's do, by both documents' weighted
  /// coverage: Spearman's ρ.
  public var rankCorrelation: Double? {
    let figures = pairs.compactMap { pair -> (Double, Double)? in
      guard let gold = Self.mutual(pair.gold), let found = Self.mutual(pair.found) else {
        return nil
      }
      return (gold, found)
    }
    return RankCorrelation.spearman(figures.map(\.0), figures.map(\.1))
  }

  /// Mutual coverage with every link counting as right.
  public static func mutual(_ coverage: Coverage) -> Double? {
    guard let x = coverage.source.ofTotal(coverage.source.linked),
      let y = coverage.target.ofTotal(coverage.target.linked)
    else { return nil }
    return x + y == 0 ? 0 : 2 * x * y / (x + y)
  }

  private static func found(
    _ pair: GoldPair, _ builder: BitextBuilder, _ measure: CoverageMeasure
  ) throws -> Coverage {
    let (source, target) = (pair.bitext.source, pair.bitext.target)
    let read = { (document: Document) in
      try DocumentFile.read(document.name ?? "-", language: document.language)
    }
    let found = try builder.build(read(source), read(target)).bitext
    let places = (
      SegmentCarrying(from: found.source, to: source),
      SegmentCarrying(from: found.target, to: target)
    )
    let isLink = { (bead: Bead) in
      bead.isLink && (bead.status == .accepted || bead.confidence >= measure.threshold)
    }
    let beads = found.alignment.beads.filter { !$0.isNull } + found.alignment.candidates
    var (links, rivals): ([[Int]: Bead], [[Int]: Bead]) = ([:], [:])
    for bead in beads {
      for i in bead.source.flatMap({ places.0.sentences(of: $0) }) {
        for j in bead.target.flatMap({ places.1.sentences(of: $0) }) {
          if isLink(bead) {
            if links[[i, j]]?.strength == .full { continue }
            links[[i, j]] = Bead(
              source: [i], target: [j], relation: .claim, strength: bead.strength, confidence: 1)
          } else if rivals[[i, j]]?.confidence ?? -1 < bead.confidence {
            rivals[[i, j]] = Bead(
              source: [i], target: [j], relation: .claim, confidence: bead.confidence,
              status: .candidate)
          }
        }
      }
    }
    return try measure.coverage(
      of: Bitext(
        source: source, target: target,
        alignment: Alignment(
          shape: .comparable, beads: Array(links.values), candidates: Array(rivals.values),
          sourceCount: source.segments.count, targetCount: target.segments.count)))
  }
}

/// Carries segments of one cutting of a text over to those of another.
private struct SegmentCarrying {
  private let ranges: [Range<Int>]
  private let sentences: [(index: Int, range: Range<Int>)]

  init(from document: Document, to other: Document) {
    ranges = document.segments.indices.map { document.trimmedRange(of: $0) }
    sentences = other.segments.indices.filter { other.segments[$0].kind == .sentence }
      .map { ($0, other.trimmedRange(of: $0)) }
  }

  /// The sentences of the other cutting that share half of the segment, or half of which it shares.
  func sentences(of segment: Int) -> [Int] {
    let range = ranges[segment]
    return sentences.compactMap { index, other in
      let shared = range.clamped(to: other).count
      return shared > 0 && (2 * shared >= range.count || 2 * shared >= other.count) ? index : nil
    }
  }
}
