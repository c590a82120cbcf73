internal import BitextToolkit

/// A memory in one state of it, with what a lookup needs: opened once for all that are answered from it.
struct OpenedMemory {
  let snapshot: MemorySnapshot
  let set: MemorySetSnapshot
  /// Ascending.
  let languages: [LanguageTag]

  init(_ name: String, _ snapshot: MemorySnapshot, penalties: Penalties) throws {
    self.snapshot = snapshot
    set = try MemorySetSnapshot(name, snapshot, penalties: penalties)
    languages = try snapshot.languages.keys.sorted()
  }

  /// The best matches of a query whose languages are settled.
  func matches(
    for query: LookupQuery, _ direction: QueryDirection, minimum: Int, limit: Int
  ) throws -> [FoundMatch] {
    try set.matches(for: query, direction, minimum: minimum, limit: limit).map(\.found)
  }
}
