/// How much of one document the other covers. Counts come first; ratios are derived last.
public struct SideCoverage: Sendable, Hashable, Codable {
  /// In what the sentences weigh.
  public let unit: SegmentWeights.Unit
  /// In the order of the document; headings, page furniture and blank lines are not among them.
  public let sentences: [SentenceCoverage]
  /// What was left out of all counts, in the order of the document.
  public let excluded: [ExcludedSegment]

  public init(
    unit: SegmentWeights.Unit, sentences: [SentenceCoverage], excluded: [ExcludedSegment]
  ) {
    (self.unit, self.sentences, self.excluded) = (unit, sentences, excluded)
  }

  /// Sentences that a full link touches.
  public var full: Int { sentences.count { $0.extent == .full } }
  /// Sentences that only partial links touch.
  public var partial: Int { sentences.count { $0.extent == .partial } }
  /// Sentences that a link touches, out of all.
  public var sentenceShare: Share { Share(covered: full + partial, total: sentences.count) }

  /// Weight of the sentences that a link touches, out of all.
  public var weightShare: Share {
    Share(
      covered: sentences.reduce(0) { $0 + ($1.extent == .none ? 0 : $1.weight) },
      total: sentences.reduce(0) { $0 + $1.weight })
  }

  /// Expected weight covered, at least: weight × `SentenceCoverage.lower`, added up.
  public var lower: Double { sum(\.lower) }
  /// Expected weight covered, at most.
  public var upper: Double { sum(\.upper) }
  /// Weight covered, were every link that counts to be right: a partial one counts half.
  public var linked: Double { sum(\.extent.share) }
  /// Weight covered by links that a person accepted.
  public var confirmed: Double { sum(\.confirmed) }
  /// Standard deviation of `lower`, in the unit of the weights: by how much it may be wrong because links
  /// may be, each by its confidence, independently of the others.
  public var deviation: Double {
    sentences.reduce(0) { $0 + Double($1.weight * $1.weight) * $1.variance }.squareRoot()
  }

  private func sum(_ share: KeyPath<SentenceCoverage, Double>) -> Double {
    sentences.reduce(0) { $0 + Double($1.weight) * $1[keyPath: share] }
  }

  /// Weighted coverage, 0 to 1, from at least to at most; `nil` when there was nothing to cover.
  public var ratio: ClosedRange<Double>? {
    guard let lowest = ofTotal(lower), let highest = ofTotal(max(lower, upper)) else { return nil }
    return min(1, lowest)...min(1, highest)
  }

  /// A weight over that of all sentences; `nil` when there was nothing to cover.
  public func ofTotal(_ weight: Double) -> Double? {
    let total = weightShare.total
    return total > 0 ? weight / Double(total) : nil
  }

  /// How much of what is covered a person confirmed, 0 to 1; `nil` when nothing is covered.
  public var confirmedShare: Double? { lower > 0 ? min(1, confirmed / lower) : nil }

  /// Sentences that no link touches, in the order of the document.
  public var unmatched: [UnmatchedSentence] {
    sentences.filter { $0.extent == .none }.map { sentence in
      let reason: UnmatchedSentence.Reason =
        if let rival = sentence.rival {
          .belowThreshold(rival)
        } else {
          sentence.isRejected ? .rejected : .noCandidate
        }
      return UnmatchedSentence(index: sentence.index, reason: reason)
    }
  }

  /// How much of a document several others cover together. Each sentence counts as what covers it
  /// best, so that two reports of one fact do not count twice.
  ///
  /// - Parameters:
  ///   - sides: The same document against one other each.
  ///   - documents: Which others these are, for their rivals to name; without them, by their order.
  /// - Returns: `nil` for no documents.
  /// - Precondition: All sides are of the same document, in the same unit.
  public static func union(of sides: [SideCoverage], documents: [Int]? = nil) -> SideCoverage? {
    guard let first = sides.first else { return nil }
    let documents = documents ?? Array(sides.indices)
    precondition(
      documents.count == sides.count, "as many documents as coverages")
    precondition(
      sides.allSatisfy {
        $0.unit == first.unit && $0.sentences.map(\.index) == first.sentences.map(\.index)
      }, "a union is of one document's coverages")
    let sentences = first.sentences.indices.map { rank in
      let all = sides.map { $0.sentences[rank] }
      let best = all.reduce(all[0]) { $1.lower > $0.lower ? $1 : $0 }
      // The first of equals wins.
      let rival = zip(documents, all).reduce(nil as SentenceCoverage.Rival?) { likeliest, next in
        guard let rival = next.1.rival, rival.confidence > likeliest?.confidence ?? -1 else {
          return likeliest
        }
        return SentenceCoverage.Rival(
          confidence: rival.confidence, counterpart: rival.counterpart, document: next.0)
      }
      return SentenceCoverage(
        index: best.index, weight: best.weight,
        extent: all.reduce(.none) { max($0, $1.extent) }, lower: best.lower,
        upper: min(1, all.reduce(0) { $0 + $1.upper }), variance: best.variance,
        confirmed: all.reduce(0) { max($0, $1.confirmed) }, rival: rival,
        isRejected: all.contains(where: \.isRejected))
    }
    return SideCoverage(unit: first.unit, sentences: sentences, excluded: first.excluded)
  }

  /// The sentences of several documents as if they were one: counts add up over documents.
  ///
  /// - Returns: `nil` for no documents. What was left out is left out here too.
  /// - Precondition: All sides are in the same unit.
  public static func sum(of sides: [SideCoverage]) -> SideCoverage? {
    guard let unit = sides.first?.unit else { return nil }
    precondition(sides.allSatisfy { $0.unit == unit }, "a sum is of one unit")
    return SideCoverage(unit: unit, sentences: sides.flatMap(\.sentences), excluded: [])
  }
}
