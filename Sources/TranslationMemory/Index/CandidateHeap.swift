internal import BitextModel

/// The best candidates of a search so far, and what a further one has to reach.
struct CandidateHeap {
  private let wanted: Int
  private var found: [Candidate] = []
  /// How many candidates there are of each score from 0 to 101.
  private var counts = [Int](repeating: 0, count: 102)
  /// The score of the last of the wanted ones; 0 as long as there are fewer.
  private(set) var threshold = 0
  /// How many score higher than the threshold.
  private var above = 0
  /// Whether anything was passed over that may be as good as the threshold or worse.
  private(set) var hasRest = false
  private var limit: Int

  init(wanted: Int) {
    self.wanted = wanted
    limit = wanted > 1 << 16 ? .max : 4 * (wanted + CandidateList.ties) + 1024
  }

  /// Whether a score can still be among the wanted.
  func takes(_ score: Int) -> Bool { score >= threshold }

  mutating func skip() { hasRest = true }

  mutating func insert(_ candidate: Candidate) {
    let score = candidate.bound.score
    guard score >= threshold else {
      hasRest = true
      return
    }
    found.append(candidate)
    counts[score] += 1
    if score > threshold { above += 1 }
    while above >= wanted, threshold < 101 {
      threshold += 1
      above -= counts[threshold]
      hasRest = true
    }
    if found.count > limit { prune() }
  }

  /// Best first: by score, similarity and unit, each the higher first; those equal to the last of the
  /// wanted ones in full up to `CandidateList.ties`.
  private mutating func prune() {
    found.sort { a, b in
      (a.bound.score, a.bound.similarity, a.unit, b.variant)
        > (b.bound.score, b.bound.similarity, b.unit, a.variant)
    }
    guard found.count > wanted else { return }
    let border = found[wanted - 1].bound
    let tied = found.firstIndex { $0.bound == border } ?? 0
    var end = max(wanted, tied + CandidateList.ties)
    if end >= found.count { end = found.count }
    let first = found[wanted...].firstIndex { $0.bound < border } ?? found.count
    end = min(end, first)
    if end < found.count {
      hasRest = true
      found.removeSubrange(end...)
    }
  }

  /// The list, each variant once.
  consuming func list() -> CandidateList {
    var seen = Set<Place>()
    let border: Candidate.Bound? = {
      found.sort { $1.bound < $0.bound }
      return found.count >= wanted ? found[wanted - 1].bound : nil
    }()
    prune()
    let rest = hasRest ? border ?? Candidate.Bound(score: threshold, similarity: 100) : nil
    return CandidateList(
      found.filter { seen.insert(Place(unit: $0.unit, variant: $0.variant)).inserted }, rest: rest)
  }

  private struct Place: Hashable {
    let unit: TranslationUnit.ID
    let variant: Int
  }
}
