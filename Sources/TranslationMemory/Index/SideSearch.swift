internal import BitextModel

/// The search of one side of one segment: exact, by filters that leave out only what cannot be among
/// the best.
///
/// A text with at least s per cent of the query's n words shares one of any n − ⌈s · n⌉ + 1 of them
/// (the prefix filter of Chaudhuri, Ganti & Kaushik 2006): the postings of the rarest are read until
/// those left could not lift a text to the score of the last one wanted. What a text's length and
/// signature rule out is never compared.
struct SideSearch {
  let side: SegmentSide
  let query: QueryWords
  let terms: TermQuery
  let shapes: ShapeTable
  let bounds: ScoreBounds
  let floor: Int
  /// Units whose entries here are out of date.
  let isDead: (Int64) -> Bool

  init(
    _ side: SegmentSide, _ query: QueryWords, shapes: ShapeTable, bounds: ScoreBounds, floor: Int,
    isDead: @escaping (Int64) -> Bool
  ) {
    (self.side, self.query, self.shapes, self.bounds) = (side, query, shapes, bounds)
    (self.floor, self.isDead) = (floor, isDead)
    terms = TermQuery(query, in: side)
  }

  func run(into heap: inout CandidateHeap) {
    guard let least = shapes.least else { return }
    takeAlikeButForNumbers(into: &heap)
    guard query.count > 0 else { return }
    side.scratch.withScratch(entries: side.entryCount) { scratch in
      scanPostings(leastPenalty: least, scratch, into: &heap)
    }
  }

  // MARK: The same words when numbers do not count

  /// These share the skeleton, by which the entries of a length are ordered.
  private func takeAlikeButForNumbers(into heap: inout CandidateHeap) {
    let range = side.entries(ofLength: query.count)
    var entry = lowerBound(range) { side.skeletons[$0] < query.skeleton }
    while entry < range.upperBound, side.skeletons[entry] == query.skeleton {
      let facts = side.entryFacts(entry)
      let hasSameWords = terms.isSame(entry, of: side)
      let similarity =
        hasSameWords && facts.content == query.facts.content
        ? 100
        : 99 - (facts.casing == query.facts.casing ? 0 : 1)
          - (facts.marks == query.facts.marks ? 0 : 1) - (hasSameWords ? 0 : 1)
          - (facts.codes == query.facts.codes ? 0 : 1)
      take(entry, facts, similarity: similarity, into: &heap)
      entry += 1
    }
  }

  private func take(
    _ entry: Int, _ facts: EntryFacts, similarity: Int, into heap: inout CandidateHeap
  ) {
    guard similarity >= floor, let penalty = shapes[facts.shape, facts.position] else { return }
    let numbers = facts.numbers == query.facts.numbers ? 0 : bounds.numbers
    let codes = facts.codes == query.facts.codes ? 0 : bounds.codes
    let isInContext =
      similarity == 100 && facts.mayAgree(previous: bounds.previous, next: bounds.next)
    let score = max(0, similarity + (isInContext ? 1 : 0) - penalty - numbers - codes)
    guard heap.takes(score) else {
      heap.skip()
      return
    }
    let unit = side.unitID(entry)
    if isDead(unit) { return }
    heap.insert(
      Candidate(
        unit: TranslationUnit.ID(rawValue: unit), variant: Int(facts.position),
        bound: Candidate.Bound(score: score, similarity: similarity)))
  }

  // MARK: Other words

  private func scanPostings(
    leastPenalty: Int, _ scratch: Scratch, into heap: inout CandidateHeap
  ) {
    let n = query.count
    var used = 0
    for (term, count, entries) in terms.terms {
      defer { used += count }
      // Without the words passed already, no more than these can be in common.
      let common = n - used
      let least = leastSimilarity(heap, leastPenalty)
      if 100 * common < least * n {
        if least > floor { heap.skip() }
        return
      }
      guard let term, entries > 0 else { continue }
      scan(term, common: common, leastPenalty: leastPenalty, scratch, into: &heap)
    }
  }

  /// The similarity below which nothing is wanted any more.
  private func leastSimilarity(_ heap: CandidateHeap, _ penalty: Int) -> Int {
    heap.threshold == 0 ? floor : max(floor, min(100, heap.threshold + penalty))
  }

  private func scan(
    _ term: Int, common: Int, leastPenalty: Int, _ scratch: Scratch, into heap: inout CandidateHeap
  ) {
    let n = query.count
    let postings = side.postingRange(term)
    var least = leastSimilarity(heap, leastPenalty)
    var length = max(1, (least * n + 99) / 100)
    var place = lowerBound(postings) {
      Int(side.postings[$0]) < side.entries(ofLength: length).lowerBound
    }
    while place < postings.upperBound, length <= side.longest,
      length * least <= 100 * min(n, common)
    {
      let end = side.entries(ofLength: length).upperBound
      let longer = max(n, length)
      var most = longer - (least * longer + 99) / 100
      while place < postings.upperBound, side.postings[place] < end {
        let entry = Int(side.postings[place])
        place += 1
        let signature = side.signatures[entry]
        if (query.signature & ~signature).nonzeroBitCount > most
          || (signature & ~query.signature).nonzeroBitCount > most
        {
          continue
        }
        guard scratch.insert(entry) else { continue }
        let distance = terms.distance(to: entry, of: side, words: length, most: most)
        if distance > most { continue }
        if length == n, side.skeletons[entry] == query.skeleton { continue }
        let similarity = TextSimilarity.percent(distance: distance, longer: longer)
        take(entry, side.entryFacts(entry), similarity: similarity, into: &heap)
        let now = leastSimilarity(heap, leastPenalty)
        if now > least {
          least = now
          most = longer - (least * longer + 99) / 100
          if most < 0 || length * least > 100 * min(n, common) { break }
        }
      }
      // Past what was given up above.
      while place < postings.upperBound, side.postings[place] < end { place += 1 }
      length += 1
    }
    if least > floor { heap.skip() }
  }

  private func lowerBound(_ range: Range<Int>, _ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
