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

  /// Units with a variant that has the phrase, ascending, each once.
  ///
  /// - Parameter language: Restricts the variants to those it matches; `nil` means any.
  public func units(containing phrase: Phrase, in language: LanguageTag?) -> [TranslationUnit.ID] {
    var found: [Int64] = []
    for part in parts {
      for side in part.segment.sides
      where language.map({ $0.language == side.language }) ?? true {
        let speaks = part.segment.shapes.map { shape in
          shape.languages.map { language?.matches($0) ?? true }
        }
        PhraseSearch(phrase, in: side).forEachEntry { entry in
          let facts = side.entryFacts(entry)
          let unit = side.unitID(entry)
          let shape = Int(facts.shape)
          let isSpoken =
            shape >= speaks.count || Int(facts.position) >= speaks[shape].count
            || speaks[shape][Int(facts.position)]
          if isSpoken, !isDead(unit, in: part) { found.append(unit) }
        }
      }
    }
    found.sort()
    var units: [TranslationUnit.ID] = []
    for unit in found where units.last?.rawValue != unit {
      units.append(TranslationUnit.ID(rawValue: unit))
    }
    return units
  }
}
