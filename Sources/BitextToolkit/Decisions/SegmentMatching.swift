/// Which segments of a document are still there in another version of it, and where.
///
/// A segment is the same when its text is. A text that stands several times is told apart by the segments
/// around it; where they do not tell either, by its rank, if it stands as often as before.
struct SegmentMatching {
  private var places: [Int?]
  /// Whether every segment is where it was, and none was added.
  let isIdentity: Bool

  /// - Parameters:
  ///   - old: The segments' texts without the white space around them.
  /// - Complexity: O(segments).
  init(old: [String], new: [String]) {
    isIdentity = old == new
    places = isIdentity ? old.indices.map(\.self) : Array(repeating: nil, count: old.count)
    if isIdentity { return }
    var taken = Array(repeating: false, count: new.count)
    matchUnique(old, new, &taken)
    // Both neighbours first: one alone may have moved.
    matchByNeighbours(old, new, &taken, areBothNeeded: true)
    matchByNeighbours(old, new, &taken, areBothNeeded: false)
    matchByRank(old, new, &taken)
  }

  /// The place of an old segment in the new version; `nil` when it is not there, or not to be told.
  subscript(old: Int) -> Int? { places[old] }

  private mutating func match(_ i: Int, _ j: Int, _ taken: inout [Bool]) {
    places[i] = j
    taken[j] = true
  }

  private mutating func matchUnique(_ old: [String], _ new: [String], _ taken: inout [Bool]) {
    let (before, now) = (Self.occurrences(old), Self.occurrences(new))
    for (i, text) in old.enumerated() where before[text]?.count == 1 {
      if let found = now[text], found.count == 1 { match(i, found[0], &taken) }
    }
  }

  /// Matches segments beside matched ones, forwards and then backwards.
  private mutating func matchByNeighbours(
    _ old: [String], _ new: [String], _ taken: inout [Bool], areBothNeeded: Bool
  ) {
    for step in [1, -1] {
      for i in step > 0 ? Array(old.indices) : old.indices.reversed() where places[i] == nil {
        guard let j = neighbour(i, -step, new.count).map({ $0 + step }), new.indices.contains(j),
          !taken[j], old[i] == new[j]
        else { continue }
        if areBothNeeded {
          guard neighbour(i, step, new.count) == j + step else { continue }
        }
        match(i, j, &taken)
      }
    }
  }

  /// Where the segment beside `i` went; the ends of the documents are matched, too.
  private func neighbour(_ i: Int, _ step: Int, _ newCount: Int) -> Int? {
    let beside = i + step
    if beside < 0 { return -1 }
    return beside == places.count ? newCount : places[beside]
  }

  private mutating func matchByRank(_ old: [String], _ new: [String], _ taken: inout [Bool]) {
    let before = Self.occurrences(old) { places[$0] == nil }
    let now = Self.occurrences(new) { !taken[$0] }
    for (i, text) in old.enumerated() where places[i] == nil {
      guard let mine = before[text], let theirs = now[text], mine.count == theirs.count,
        let rank = mine.firstIndex(of: i)
      else { continue }
      match(i, theirs[rank], &taken)
    }
  }

  private static func occurrences(
    _ texts: [String], where isCounted: (Int) -> Bool = { _ in true }
  ) -> [String: [Int]] {
    var occurrences: [String: [Int]] = [:]
    for (index, text) in texts.enumerated() where isCounted(index) {
      occurrences[text, default: []].append(index)
    }
    return occurrences
  }
}
