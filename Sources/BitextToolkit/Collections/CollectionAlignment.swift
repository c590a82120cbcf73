internal import BilingualLexicon
internal import BitextMeasures
public import BitextModel
internal import SentenceAlignment

/// The claims of two sets of documents: which documents have to do with one another, which of their
/// sentences report the same, and the claims that several report.
public struct CollectionAlignment: Sendable {
  public let sources, targets: [Document]
  /// The most comparable first.
  public let pairs: [Pair]
  /// Claims that at least two sentences report; those of most sentences first.
  public let clusters: [Cluster]

  /// A source and a target document.
  public struct Pair: Sendable {
    /// Places in `sources` and `targets`.
    public let source, target: Int
    /// How many of their words translate each other, 0 to 1; `nil` where the lexicons know too little.
    public let comparability: Double?
    /// `nil` for documents that share too little to be aligned.
    public let outcome: BitextBuilder.Outcome?
  }

  /// A sentence.
  public struct Place: Sendable, Hashable {
    public let isSource: Bool
    /// Place in `sources` or `targets`.
    public let document: Int
    public let segment: Int
  }

  /// A sentence that reports what another does.
  public struct Counterpart: Sendable, Hashable {
    public let place: Place
    public let strength: Bead.Strength
    /// 0 to 1.
    public let confidence: Double
  }

  /// Sentences that report one claim.
  public struct Cluster: Sendable, Hashable {
    /// At least two: of the sources, then of the targets, in order.
    public let places: [Place]
    /// The mean confidence of the links among them, 0 to 1.
    public let confidence: Double
  }

  /// By sentence, the surest first; sentences without any are missing.
  public let counterparts: [Place: [Counterpart]]

  /// Documents less comparable have nothing to do with one another. On the development pairs and the own
  /// reports: of one event .44 and more, on the same persons .31 to .38, of different events at most .31.
  public static let leastComparability = 0.33
  /// How many documents of the other language each is ranked with.
  private static let partners = 24

  /// - Parameters:
  ///   - leastComparability: Document pairs below are not aligned; of those that lexicons know too little
  ///     of, all are.
  ///   - progress: Called before each pair that is aligned, with its number from 0 and how many there are.
  public init(
    _ sources: [Document], _ targets: [Document], builder: BitextBuilder,
    leastComparability: Double = Self.leastComparability,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    (self.sources, self.targets) = (sources, targets)
    let ranked = try Self.ranked(sources, targets, builder.aligner.lexicons)
    let isWorthIt = { (pair: ComparabilityIndex.Pair) in
      pair.comparability.ratio.map { $0 >= leastComparability } ?? true
    }
    let count = ranked.count(where: isWorthIt)
    var number = 0
    pairs = try ranked.map { pair in
      var outcome: BitextBuilder.Outcome?
      if isWorthIt(pair) {
        progress(number, count)
        number += 1
        outcome = try builder.build(sources[pair.source], targets[pair.target])
      }
      return Pair(
        source: pair.source, target: pair.target, comparability: pair.comparability.ratio,
        outcome: outcome)
    }
    counterparts = Self.counterparts(pairs)
    clusters = Self.clusters(pairs, sourceCount: sources.count)
  }

  /// The most comparable first, equals in the order of the documents.
  private static func ranked(
    _ sources: [Document], _ targets: [Document], _ lexicons: [Lexicon]
  ) throws -> [ComparabilityIndex.Pair] {
    ComparabilityIndex(
      sources: try sources.map { try Vocabulary($0, lexicons: lexicons) },
      targets: try targets.map { try Vocabulary($0, lexicons: lexicons) }
    ).pairs(partners: partners)
      .sorted { ($1.score, $0.source, $0.target) < ($0.score, $1.source, $1.target) }
  }

  private static func counterparts(_ pairs: [Pair]) -> [Place: [Counterpart]] {
    var found: [Place: [Counterpart]] = [:]
    for pair in pairs {
      for link in pair.outcome?.bitext.alignment.links ?? [] {
        for i in link.source {
          for j in link.target {
            let a = Place(isSource: true, document: pair.source, segment: i)
            let b = Place(isSource: false, document: pair.target, segment: j)
            for (own, other) in [(a, b), (b, a)] {
              found[own, default: []].append(
                Counterpart(place: other, strength: link.strength, confidence: link.confidence))
            }
          }
        }
      }
    }
    return found.mapValues {
      $0.sorted { a, b in
        (b.confidence, a.place.document, a.place.segment)
          < (a.confidence, b.place.document, b.place.segment)
      }
    }
  }

  /// Full links alone make clusters: a part of a claim is another claim.
  private static func clusters(_ pairs: [Pair], sourceCount: Int) -> [Cluster] {
    var aligned: Set<[Int]> = []
    var links: [ClaimClusters.Link] = []
    for pair in pairs {
      guard let alignment = pair.outcome?.bitext.alignment else { continue }
      aligned.insert([pair.source, sourceCount + pair.target])
      for link in alignment.links where link.strength == .full {
        for i in link.source {
          for j in link.target {
            links.append(
              ClaimClusters.Link(
                a: .init(document: pair.source, segment: i),
                b: .init(document: sourceCount + pair.target, segment: j),
                confidence: link.confidence))
          }
        }
      }
    }
    let found = ClaimClusters(links) { aligned.contains([min($0, $1), max($0, $1)]) }.clusters
    return found.map { cluster in
      Cluster(
        places: cluster.places.map { place in
          let isSource = place.document < sourceCount
          return Place(
            isSource: isSource, document: place.document - (isSource ? 0 : sourceCount),
            segment: place.segment)
        }, confidence: cluster.confidence)
    }
  }
}
