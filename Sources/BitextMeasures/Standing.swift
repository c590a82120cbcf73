extension SentenceCoverage {
  /// What is to be said of a sentence: that the other document tells it, that it does not, or that a
  /// person has to look.
  public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
    case full, partial
    /// No link counts, but its likeliest candidate may well tell the same.
    case unsure
    /// No link counts, and none is likely.
    case missing
  }

  public var standing: Standing {
    switch extent {
    case .full: .full
    case .partial: .partial
    case .none: rival?.isLikely == true ? .unsure : .missing
    }
  }
}

extension SentenceCoverage.Rival {
  /// From this confidence on a candidate keeps its sentence out of the list of missing ones: it holds
  /// those of which, candidate by candidate, nine in ten tell something else. On links that people made
  /// hardly a full counterpart lies below, and few candidates of any kind above: docs/coverage.md.
  public static let leastLikely = 0.1

  public var isLikely: Bool { confidence >= Self.leastLikely }
}

extension SideCoverage {
  /// How many sentences are of a standing.
  public func count(_ standing: SentenceCoverage.Standing) -> Int {
    sentences.count { $0.standing == standing }
  }

  /// Sentences that only this document has, as far as can be told.
  public var missing: [UnmatchedSentence] { unmatched.filter { !$0.isUnsure } }

  /// Sentences without a link whose likeliest candidate may well tell the same: neither covered nor
  /// missing until a person looks.
  public var unsure: [UnmatchedSentence] { unmatched.filter(\.isUnsure) }
}

extension UnmatchedSentence {
  public var isUnsure: Bool { reason.rival?.isLikely == true }
}

extension UnmatchedSentence.Reason {
  /// The likeliest link that does not count.
  public var rival: SentenceCoverage.Rival? {
    if case .belowThreshold(let rival) = self { rival } else { nil }
  }
}
