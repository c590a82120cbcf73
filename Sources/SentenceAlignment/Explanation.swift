internal import BilingualLexicon
public import BitextModel
public import UnicodeText

/// Which words of two sides of a link explain one another, and which nothing explains.
public struct Explanation: Sendable, Hashable {
  /// A word or value of one side.
  public struct Token: Sendable, Hashable {
    /// Zero-based, in the document.
    public let segment: Int
    /// UTF-8 range in the segment's text without the white space around it.
    public let range: Range<Int>
    public let text: String
    /// How much it tells, in the units of the scorer: rare words more than frequent ones.
    public let weight: Double
    /// How much of it the other side explains, 0 to 1.
    public let share: Double
    /// A number, a date or a time.
    public let isValue: Bool
    /// What explains it, on the other side; empty when nothing does.
    public let partners: [Partner]
  }

  /// A word of the other side.
  public struct Partner: Sendable, Hashable {
    public let segment: Int
    public let range: Range<Int>
    public let text: String
    public let by: TokenAlignment.Source
  }

  /// In the order of the text; a word that stands twice counts once, where it stands first.
  public let source, target: [Token]
}

extension Aligner {
  /// What ties two runs of segments.
  ///
  /// - Parameter shape: Words weigh by what is rare in the language where texts are translations, by
  ///   what is rare in the text where they report the same.
  public func explanation(
    of link: Bead, _ source: Document, _ target: Document, as shape: Alignment.Shape
  ) throws(ICUFailure) -> Explanation {
    let pair = try AnalysedPair(source, target, lexicons: lexicons)
    let correspondences = pair.correspondences
    let weights: (TypeWeights, TypeWeights) =
      shape == .parallel
      ? (
        .background(pair.source, correspondences.source),
        .background(pair.target, correspondences.target)
      )
      : (.local(pair.source, correspondences.source), .local(pair.target, correspondences.target))
    let sides = (
      LinkedSide(
        document: source, text: pair.source, segments: pair.sourceSegments,
        correspondences: correspondences.source, weights: weights.0.values, linked: link.source),
      LinkedSide(
        document: target, text: pair.target, segments: pair.targetSegments,
        correspondences: correspondences.target, weights: weights.1.values, linked: link.target)
    )
    return Explanation(
      source: sides.0.tokens(explainedBy: sides.1), target: sides.1.tokens(explainedBy: sides.0))
  }
}

extension Aligner {
  /// The likeliest other reading of a bead of a translation: one of its sides with its neighbours, or
  /// with one segment more or less. Its evidence is its own words' alone.
  ///
  /// `nil` when there is none, or a side of the bead takes no part or has gaps.
  public func strongestRival(
    of bead: Bead, _ source: Document, _ target: Document
  ) throws(ICUFailure) -> Bead? {
    let pair = try AnalysedPair(source, target, lexicons: lexicons)
    guard let runs = pair.taken(bead) else { return nil }
    var scorer = TranslationScorer(pair.beadTables())
    var best: Bead?
    for source in Self.others(runs.source, below: pair.source.segments.count) {
      for target in Self.others(runs.target, below: pair.target.segments.count)
      where (source == runs.source) != (target == runs.target) {
        let rival = Bead(
          source: Array(source), target: Array(target), relation: .translation, confidence: 0.5,
          status: .candidate
        ).judged(scorer.evidence(source: source, target: target), .translation)
        if rival.confidence > best?.confidence ?? 0 { best = rival }
      }
    }
    return best.map(pair.placed)
  }

  /// A run, those as long beside it, and those that begin or end one sooner or later.
  private static func others(_ run: Range<Int>, below count: Int) -> [Range<Int>] {
    let (start, end) = (run.lowerBound, run.upperBound)
    var others = [run]
    for step in [-3, -2, -1, 1, 2, 3] { others.append(start + step..<end + step) }
    others += [start - 1..<end, start..<end + 1]
    if run.count > 1 { others += [start + 1..<end, start..<end - 1] }
    return others.filter {
      $0.lowerBound >= 0 && $0.upperBound <= count && $0.count <= RunTable.longest
    }
  }
}

/// One side of a link: the first token of each type in its segments.
private struct LinkedSide {
  private struct Place {
    let segment: Int
    let type: Int
    let range: Range<Int>
    let text: String
  }

  private let types: [AnalysedText.WordType]
  private let correspondences: Correspondences.Side
  private let weights: [Float]
  private var places: [Place] = []
  private var placeOfType: [Int: Int] = [:]

  init(
    document: Document, text: AnalysedText, segments: [Int],
    correspondences: Correspondences.Side, weights: [Float], linked: [Int]
  ) {
    types = text.types
    (self.correspondences, self.weights) = (correspondences, weights)
    for index in linked {
      guard let place = segments.firstIndex(of: index) else { continue }
      let trimmed = String(document.trimmedText(of: index))
      for token in text.segments[place] where placeOfType[token.type] == nil {
        placeOfType[token.type] = places.count
        places.append(
          Place(
            segment: index, type: token.type, range: token.range,
            text: String(trimmed.utf8Slice(token.range))))
      }
    }
  }

  func tokens(explainedBy other: LinkedSide) -> [Explanation.Token] {
    places.map { place in
      let (edges, share) = edges(of: place.type, to: other)
      let partners = edges.compactMap { edge in
        other.placeOfType[edge.type].map { (other.places[$0], edge.by) }
      }.map { Explanation.Partner(segment: $0.segment, range: $0.range, text: $0.text, by: $1) }
      return Explanation.Token(
        segment: place.segment, range: place.range, text: place.text,
        weight: Double(weights[place.type]), share: Double(share),
        isValue: types[place.type].isValue, partners: partners)
    }
  }

  /// The edges that explain most of a type, as the comparer counts them: the best group of the whole
  /// word, or the best groups of its parts.
  private func edges(
    of type: Int, to other: LinkedSide
  ) -> (edges: [Correspondences.Edge], share: Float) {
    var whole: (edges: [Correspondences.Edge], share: Float) = ([], 0)
    var parts = whole
    let present = correspondences.edges[type].filter { other.placeOfType[$0.type] != nil }
    for (part, edges) in Dictionary(grouping: present, by: \.part).sorted(by: { $0.key < $1.key }) {
      var best: (edges: [Correspondences.Edge], share: Float) = ([], 0)
      for (_, group) in Dictionary(grouping: edges, by: \.group).sorted(by: { $0.key < $1.key }) {
        let share = min(1, group.reduce(0) { $0 + $1.weight })
        if share > best.share { best = (group, share) }
      }
      if part == 0 {
        whole = best
      } else {
        parts.edges += best.edges
        parts.share += best.share * correspondences.shares[type][Int(part) - 1]
      }
    }
    return whole.share >= parts.share ? whole : (parts.edges, min(1, parts.share))
  }
}
