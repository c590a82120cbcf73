public import BitextModel
public import SQLiteMemory
public import TranslationMemory

/// Memories that are looked in together, the most trusted first.
public struct MemorySet {
  public struct Member {
    /// As a person calls it.
    public let name: String
    public let memory: Memory
    let penalties: Penalties
  }

  public let members: [Member]
  /// Of all members together, ascending.
  public let languages: [LanguageTag]

  /// - Parameter names: At least one, each a name or a path.
  public init(_ names: [String], settings: Settings = Settings()) throws {
    members = try names.map { name in
      Member(
        name: name, memory: try Memory.named(name), penalties: settings.penalties(of: name))
    }
    languages = Set(
      try members.flatMap { member in
        try member.memory.consult { try $0.languages.keys.sorted() }
      }
    ).sorted()
  }

  /// What the set is called in messages.
  public var name: String { members.map(\.name).joined(separator: ", ") }

  /// Runs `body` on one consistent state of each memory.
  public func consult<Result>(_ body: (MemorySetSnapshot) throws -> Result) throws -> Result {
    try consult(members[...], []) { try body($0) }
  }

  private func consult<Result>(
    _ rest: ArraySlice<Member>, _ opened: [MemorySetSnapshot.Member],
    _ body: (MemorySetSnapshot) throws -> Result
  ) throws -> Result {
    guard let next = rest.first else { return try body(MemorySetSnapshot(members: opened)) }
    return try next.memory.consult { snapshot in
      let member = MemorySetSnapshot.Member(
        name: next.name, snapshot: snapshot,
        lookup: try OpenLookup(snapshot, penalties: next.penalties))
      return try consult(rest.dropFirst(), opened + [member], body)
    }
  }
}

/// One consistent state of several memories, good within `MemorySet.consult`.
public struct MemorySetSnapshot {
  struct Member {
    let name: String
    let snapshot: MemorySnapshot
    let lookup: OpenLookup
  }

  let members: [Member]

  init(members: [Member]) {
    self.members = members
  }

  /// One memory, in a state that somebody has opened.
  ///
  /// - Parameter penalties: As `Settings.penalties(of:)` has them.
  public init(_ name: String, _ snapshot: MemorySnapshot, penalties: Penalties) throws {
    let lookup = try OpenLookup(snapshot, penalties: penalties)
    members = [Member(name: name, snapshot: snapshot, lookup: lookup)]
  }

  /// A match, and the memory that has it.
  public struct SetMatch {
    public let found: FoundMatch
    /// Index of the memory in the set.
    let member: Int
  }

  /// The best matches of all memories: by score, then similarity; of equals those of the memory named
  /// first, within a memory in its own order. The same text with the same translation is shown once.
  public func matches(
    for query: LookupQuery, _ direction: QueryDirection, minimum: Int, limit: Int
  ) throws -> [SetMatch] {
    var all: [SetMatch] = []
    for (index, member) in members.enumerated() {
      let found = try member.lookup.matches(
        for: query, direction, minimum: minimum, limit: limit)
      // Within a memory every unit is shown; another memory's must add something.
      let known = all
      all += found.filter { match in
        !known.contains {
          $0.found.source.content == match.source.content
            && $0.found.target.content == match.target.content
            && $0.found.match.score >= match.match.score
        }
      }.map { SetMatch(found: $0, member: index) }
    }
    let ranked = all.enumerated().sorted { a, b in
      let (one, other) = (a.element.found.match, b.element.found.match)
      return (one.score, one.similarity, b.offset) > (other.score, other.similarity, a.offset)
    }
    return ranked.prefix(limit).map(\.element)
  }

  /// What was found for a query.
  public struct Answer {
    /// `nil` when nothing was.
    public internal(set) var direction: QueryDirection?
    public internal(set) var matches: [SetMatch] = []
    /// `nil` when they were not asked for.
    public internal(set) var subsegments: [Subsegment]?

    /// Nothing yet.
    public init() {}
  }

  /// A part of a query, and the memory that has it.
  public struct Subsegment {
    public let match: SubsegmentMatch
    /// Index of the memory in the set.
    let member: Int
  }

  /// Looks a query up in each direction and keeps the one with the best match, the first of equals.
  ///
  /// - Parameter subsegments: Whether parts of the query are sought, where there is no exact match.
  public func lookUp(
    _ query: LookupQuery, directions: [QueryDirection], minimum: Int, limit: Int,
    subsegments: Bool = false
  ) throws -> Answer {
    var best = Answer()
    for direction in directions {
      let matches = try matches(for: query, direction, minimum: minimum, limit: limit)
      let score = matches.first?.found.match.score ?? -1
      if best.direction == nil || score > (best.matches.first?.found.match.score ?? -1) {
        best.direction = direction
        best.matches = matches
      }
    }
    guard subsegments else { return best }
    let isExact = best.matches.contains { $0.found.match.similarity == 100 }
    // Without a match nobody knows the direction yet: the one with the longest parts has it.
    let asked = best.matches.isEmpty ? directions : [best.direction].compactMap { $0 }
    let found = try isExact ? [] : asked.map { (direction: $0, parts: try parts(of: query, $0)) }
    let longest = found.max { a, b in
      a.parts.reduce(0) { $0 + $1.match.wordCount } < b.parts.reduce(0) { $0 + $1.match.wordCount }
    }
    if let longest { best.direction = longest.direction }
    best.subsegments = longest?.parts ?? []
    return best
  }

  private func parts(of query: LookupQuery, _ direction: QueryDirection) throws -> [Subsegment] {
    let all = try members.enumerated().flatMap { index, member in
      try SubsegmentLookup(member.snapshot).matches(
        for: query, from: direction.from, to: direction.to
      ).map { Subsegment(match: $0, member: index) }
    }
    return all.enumerated().sorted { a, b in
      (a.element.match.range.lowerBound, a.offset) < (b.element.match.range.lowerBound, b.offset)
    }.map(\.element)
  }

  /// What to call a memory of several; `nil` where there is but one.
  func shownName(of member: Int) -> String? { members.count > 1 ? members[member].name : nil }

  func addition(of match: SetMatch) throws -> MemorySnapshot.Addition? {
    try members[match.member].snapshot.addition(of: match.found.match.unit)
  }
}

/// A lookup that stays open from query to query. A class, because it owns a handle of ICU's.
final class OpenLookup {
  private let lookup: FuzzyLookup<MemorySnapshot>

  init(_ snapshot: MemorySnapshot, penalties: Penalties) throws {
    lookup = try FuzzyLookup(snapshot, penalties: penalties)
  }

  func matches(
    for query: LookupQuery, _ direction: QueryDirection, minimum: Int, limit: Int
  ) throws -> [FoundMatch] {
    try lookup.matches(
      for: query, from: direction.from, to: direction.to, minimum: minimum, limit: limit)
  }
}
