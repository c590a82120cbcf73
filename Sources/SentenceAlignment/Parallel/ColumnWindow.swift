/// Where each type of the target text stands, by segment.
struct TypePlaces: Sendable {
  /// Positions in the table's flat list of types, ascending for each type.
  let slots: [Int32]
  /// The segment of each of these.
  let segments: [Int32]
  private let starts: [Int]

  init(_ table: SideTable) {
    var counts = [Int](repeating: 0, count: table.typeCount + 1)
    for type in table.segmentTypes { counts[Int(type) + 1] += 1 }
    for type in 0..<table.typeCount { counts[type + 1] += counts[type] }
    starts = counts
    var slots = [Int32](repeating: 0, count: table.segmentTypes.count)
    var segments = slots
    for segment in 0..<table.segmentCount {
      for slot in table.slots(of: segment) {
        let type = Int(table.segmentTypes[slot])
        slots[counts[type]] = Int32(slot)
        segments[counts[type]] = Int32(segment)
        counts[type] += 1
      }
    }
    (self.slots, self.segments) = (slots, segments)
  }

  /// Positions in `slots` and `segments`.
  func places(of type: Int) -> Range<Int> { starts[type]..<starts[type + 1] }
}

/// The target segments that a row of the search looks at, and where their types stand: a window that
/// only moves on.
struct ColumnWindow: ~Copyable {
  let places: TypePlaces
  private let table: SideTable
  private(set) var columns: Range<Int>
  /// For each type its first place in the window, and how many there are.
  private var heads: [Int32]
  private var counts: [Int32]

  /// A window of no segments, before `start`.
  init(_ table: SideTable, _ places: TypePlaces, start: Int) {
    (self.table, self.places) = (table, places)
    columns = start..<start
    heads = (0..<table.typeCount).map { Int32(places.places(of: $0).lowerBound) }
    counts = Array(repeating: 0, count: table.typeCount)
    for slot in 0..<table.segmentStarts[start] { heads[Int(table.segmentTypes[slot])] += 1 }
  }

  /// - Precondition: Neither bound lies before that of the last move.
  mutating func move(to columns: Range<Int>) {
    for segment in self.columns.upperBound..<max(columns.upperBound, self.columns.upperBound) {
      for slot in table.slots(of: segment) { counts[Int(table.segmentTypes[slot])] += 1 }
    }
    for segment in self.columns.lowerBound..<columns.lowerBound {
      for slot in table.slots(of: segment) {
        let type = Int(table.segmentTypes[slot])
        counts[type] -= 1
        heads[type] += 1
      }
    }
    self.columns = columns
  }

  /// The places of a type in the window.
  func occurrences(of type: Int32) -> Range<Int> {
    let count = Int(counts[Int(type)])
    if count == 0 { return 0..<0 }
    let head = Int(heads[Int(type)])
    return head..<head + count
  }
}
