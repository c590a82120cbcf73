internal import BitextModel

/// The variants that have a phrase, unit by unit.
///
/// Those that may have it are gathered in a heap by unit, which costs little; only as many are taken
/// from it and compared as are asked for.
struct PhraseHits {
  private struct Hit {
    let unit: Int64
    /// Index of a search and of an entry in its side.
    let search, entry: UInt32
  }

  private let snapshot: IndexSnapshot
  private var searches: [PhraseSearch] = []
  /// For each search, the part of the snapshot that it is of, and which variants of which shape are in
  /// the language.
  private var parts: [Int] = []
  private var speaks: [[[Bool]]] = []
  private var heap: [Hit] = []

  init(_ snapshot: IndexSnapshot, _ phrase: Phrase, in language: LanguageTag?) {
    self.snapshot = snapshot
    var hits: [Hit] = []
    for (index, part) in snapshot.parts.enumerated() {
      for side in part.segment.sides
      where language.map({ $0.language == side.language }) ?? true {
        let search = PhraseSearch(phrase, in: side)
        let number = UInt32(searches.count)
        let entries = search.likelyEntries()
        hits.reserveCapacity(hits.count + entries.count)
        for entry in entries {
          hits.append(Hit(unit: side.unitID(Int(entry)), search: number, entry: entry))
        }
        searches.append(search)
        parts.append(index)
        speaks.append(
          part.segment.shapes.map { shape in
            shape.languages.map { language?.matches($0) ?? true }
          })
      }
    }
    heap = hits
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  /// The variants of the next unit that has the phrase, by position; `nil` when there is no more.
  mutating func next() -> [VariantPlace]? {
    while let first = heap.first {
      var places: [VariantPlace] = []
      while let hit = heap.first, hit.unit == first.unit {
        if let place = place(of: hit), !places.contains(place) { places.append(place) }
        removeFirst()
      }
      if !places.isEmpty { return places.sorted() }
    }
    return nil
  }

  /// `nil` for an entry that has no phrase, is out of date, or is in another language.
  private func place(of hit: Hit) -> VariantPlace? {
    let (search, entry) = (Int(hit.search), Int(hit.entry))
    guard searches[search].has(entry),
      !snapshot.isDead(hit.unit, in: snapshot.parts[parts[search]])
    else { return nil }
    let facts = searches[search].side.entryFacts(entry)
    let (shape, position) = (Int(facts.shape), Int(facts.position))
    if shape < speaks[search].count, position < speaks[search][shape].count,
      !speaks[search][shape][position]
    {
      return nil
    }
    return VariantPlace(unit: TranslationUnit.ID(rawValue: hit.unit), variant: position)
  }

  // MARK: The heap

  private mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && heap[child].unit < heap[least].unit {
        least = child
      }
      if least == index { return }
      heap.swapAt(least, index)
      index = least
    }
  }
}
