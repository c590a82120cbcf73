public import BitextModel

/// What finds the units of a memory in one state of it: segments, and what has changed since each was
/// written.
public struct IndexSnapshot: Sendable {
  /// A segment, with the last change of the memory that it knows of.
  public struct Part: Sendable {
    public let segment: IndexSegment
    public let changes: Int64

    public init(_ segment: IndexSegment, changes: Int64) {
      (self.segment, self.changes) = (segment, changes)
    }
  }

  public let parts: [Part]
  /// The last change of each unit that has been changed or removed; an older segment's entry of it
  /// is dead.
  public let changed: [TranslationUnit.ID: Int64]

  public init(_ parts: [Part], changed: [TranslationUnit.ID: Int64] = [:]) {
    (self.parts, self.changed) = (parts, changed)
  }

  func isDead(_ unit: Int64, in part: Part) -> Bool {
    if changed.isEmpty { return false }
    return changed[TranslationUnit.ID(rawValue: unit)].map { $0 > part.changes } ?? false
  }

  public func candidates(for search: CandidateSearch) -> CandidateList {
    let query = QueryWords(search.query)
    var heap = CandidateHeap(wanted: search.count)
    // The largest first: it raises the threshold for the others.
    for part in parts {
      guard let side = part.segment.side(search.language.language) else { continue }
      SideSearch(
        side, query, shapes: search.bounds.table(of: part.segment), bounds: search.bounds,
        floor: search.floor, isDead: { isDead($0, in: part) }
      ).run(into: &heap)
    }
    return heap.list()
  }

  /// Hands over the variants that have the phrase, by unit, then by position, each once, until there
  /// are no more or `take` returns false.
  ///
  /// - Parameter language: Restricts the variants to those it matches; `nil` means any.
  public func forEachVariant(
    containing phrase: Phrase, in language: LanguageTag?,
    _ take: (VariantPlace) throws -> Bool
  ) rethrows {
    var hits = PhraseHits(self, phrase, in: language)
    while let places = hits.next() {
      for place in places { guard try take(place) else { return } }
    }
  }
}
