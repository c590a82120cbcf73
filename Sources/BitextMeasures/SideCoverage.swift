/// How much of one document the other covers. Counts come first; ratios are derived last.
public struct SideCoverage: Sendable, Hashable {
  /// In the order of the document; headings, page furniture and blank lines are not among them.
  public let sentences: [SentenceCoverage]
  /// What was left out of all counts, in the order of the document.
  public let excluded: [ExcludedSegment]

  public init(sentences: [SentenceCoverage], excluded: [ExcludedSegment]) {
    (self.sentences, self.excluded) = (sentences, excluded)
  }

  /// Sentences that a full link touches.
  public var full: Int { sentences.count { $0.extent == .full } }
  /// Sentences that only partial links touch.
  public var partial: Int { sentences.count { $0.extent == .partial } }
  /// Sentences that a link touches, out of all.
  public var sentenceShare: Share { Share(covered: full + partial, total: sentences.count) }

  /// Characters of the sentences that a link touches, out of all.
  public var characterShare: Share {
    Share(
      covered: sentences.reduce(0) { $0 + ($1.extent == .none ? 0 : $1.characters) },
      total: sentences.reduce(0) { $0 + $1.characters })
  }

  /// Expected characters covered, at least: characters × `SentenceCoverage.lower`, added up.
  public var lower: Double { sentences.reduce(0) { $0 + Double($1.characters) * $1.lower } }
  /// Expected characters covered, at most.
  public var upper: Double { sentences.reduce(0) { $0 + Double($1.characters) * $1.upper } }

  /// Weighted coverage, 0 to 1, from at least to at most; `nil` when there was nothing to cover.
  public var ratio: ClosedRange<Double>? {
    let total = characterShare.total
    guard total > 0 else { return nil }
    return min(1, lower / Double(total))...min(1, max(lower, upper) / Double(total))
  }

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
  /// - Parameter sides: The same document against one other each.
  /// - Returns: `nil` for no documents. Rivals are left out: they name segments of one document.
  /// - Precondition: All sides are of the same document.
  public static func union(of sides: [SideCoverage]) -> SideCoverage? {
    guard let first = sides.first else { return nil }
    precondition(
      sides.allSatisfy { $0.sentences.map(\.index) == first.sentences.map(\.index) },
      "a union is of one document's coverages")
    let sentences = first.sentences.indices.map { rank in
      let all = sides.map { $0.sentences[rank] }
      return SentenceCoverage(
        index: all[0].index, characters: all[0].characters,
        extent: all.reduce(.none) { max($0, $1.extent) },
        lower: all.reduce(0) { max($0, $1.lower) },
        upper: min(1, all.reduce(0) { $0 + $1.upper }),
        isRejected: all.contains(where: \.isRejected))
    }
    return SideCoverage(sentences: sentences, excluded: first.excluded)
  }
}
