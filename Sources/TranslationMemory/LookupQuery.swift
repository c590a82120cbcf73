public import BitextModel

/// A segment to be looked up, with its neighbours where they are known.
public struct LookupQuery: Sendable, Hashable {
  public let content: SegmentContent
  /// The texts of the segments before and after it; `nil` when not known, which is not the same as an
  /// empty text: that says it is the first or the last.
  public let previous, next: String?

  public init(_ content: SegmentContent, previous: String? = nil, next: String? = nil) {
    (self.content, self.previous, self.next) = (content, previous, next)
  }

  public init(_ text: String) {
    self.init(SegmentContent(text))
  }
}

/// The neighbours of a unit's text, as properties of the unit or of the variant keep them.
struct UnitContext {
  let previous, next: String?

  /// Reads memoQ's `x-context-pre` and `x-context-post` and OmegaT's `prev` and `next`, those of the
  /// variant before those of the unit.
  init(of variant: Variant, in unit: TranslationUnit) {
    let properties = variant.properties + unit.properties
    let value = { (names: [String]) in
      properties.first { names.contains($0.type) }?.value
    }
    previous = value(["x-context-pre", "prev"])
    next = value(["x-context-post", "next"])
  }

  /// Whether the neighbours are the query's: at least one is known on both sides, and none differs.
  func agrees(with query: LookupQuery) -> Bool {
    let known = [(previous, query.previous), (next, query.next)].compactMap { mine, asked in
      if let mine, let asked { mine == asked } else { nil }
    }
    return !known.isEmpty && known.allSatisfy { $0 }
  }
}
