public import BitextModel

/// What a lookup asks of a store.
public struct CandidateSearch {
  public let query: ComparedText
  public let language: LanguageTag
  /// The least similarity, 1 to 100.
  public let floor: Int
  /// How many candidates are wanted at least, the best ones.
  public let count: Int
  let bounds: ScoreBounds

  init(
    query: ComparedText, language: LanguageTag, floor: Int, count: Int, bounds: ScoreBounds
  ) {
    (self.query, self.language, self.floor) = (query, language, floor)
    (self.count, self.bounds) = (count, bounds)
  }

  /// A search without penalties, for any other language of a unit.
  public init(_ query: ComparedText, in language: LanguageTag, floor: Int, count: Int) {
    self.init(
      query: query, language: language, floor: floor, count: count,
      bounds: ScoreBounds(.none, from: language, to: nil))
  }
}

/// Variants that may match a query, best first by the bounds of their scores.
public struct CandidateList: Sendable, Hashable {
  public let candidates: [Candidate]
  /// What no variant left out exceeds; `nil` when none is left out that is similar enough.
  ///
  /// Of those that reach it exactly, the store gives the newest `CandidateList.ties` at least.
  public let rest: Candidate.Bound?

  /// How many candidates with equal bounds are compared letter by letter. Beyond that many equals at
  /// the end of an answer the newer unit wins: a memory may have a hundred thousand texts alike.
  public static let ties = 200

  public init(_ candidates: [Candidate], rest: Candidate.Bound?) {
    (self.candidates, self.rest) = (candidates, rest)
  }
}

/// A variant that may match a query.
public struct Candidate: Sendable, Hashable {
  /// What a match is not better than.
  public struct Bound: Sendable, Hashable, Comparable {
    public let score, similarity: Int

    public init(score: Int, similarity: Int) {
      (self.score, self.similarity) = (score, similarity)
    }

    public static func < (a: Bound, b: Bound) -> Bool {
      (a.score, a.similarity) < (b.score, b.similarity)
    }
  }

  public let unit: TranslationUnit.ID
  /// Zero-based index of the variant in its unit.
  public let variant: Int
  public let bound: Bound

  public init(unit: TranslationUnit.ID, variant: Int, bound: Bound) {
    (self.unit, self.variant, self.bound) = (unit, variant, bound)
  }
}
