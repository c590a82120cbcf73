/// How much of each type one source segment and a window of target segments explain of one another.
///
/// Goes from the source segment's types along their edges to the places where the window holds them, so
/// that what shares nothing costs nothing.
struct RowShares: ~Copyable {
  private let source, target: SideTable
  /// For each source type the target edges that lead to it.
  private let incoming: IncomingEdges
  private var window: ColumnWindow
  /// Of source type `k` by column `c`, at `k * width + c`, 0 to 1.
  private(set) var ofSource: [Float] = []
  /// Of the window's target types, in the order of the flat list, 0 to 1.
  private(set) var ofTarget: [Float] = []
  private var hits: [UInt64] = []

  init(
    _ source: SideTable, _ target: SideTable, incoming: IncomingEdges, places: TypePlaces,
    start: Int
  ) {
    (self.source, self.target, self.incoming) = (source, target, incoming)
    window = ColumnWindow(target, places, start: start)
  }

  /// The target types' first position in the flat list.
  var firstSlot: Int { target.segmentStarts[window.columns.lowerBound] }

  mutating func compare(_ segment: Int, with columns: Range<Int>) {
    window.move(to: columns)
    let slots =
      target.segmentStarts[columns.lowerBound]..<target.segmentStarts[columns.upperBound]
    Self.clear(&ofSource, count: source.slots(of: segment).count * columns.count)
    Self.clear(&ofTarget, count: slots.count)
    explainSource(segment)
    explainTarget(segment)
  }

  private static func clear(_ values: inout [Float], count: Int) {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(0, count: count))
  }

  private mutating func explainSource(_ segment: Int) {
    let (width, first) = (window.columns.count, window.columns.lowerBound)
    var start = 0
    for type in source.types(of: segment) {
      defer { start += width }
      let isSimple = source.isSimple[Int(type)]
      hits.removeAll(keepingCapacity: true)
      for index in source.edges(of: Int(type)) {
        let edge = source.edges[index]
        for place in window.occurrences(of: edge.type) {
          let column = Int(window.places.segments[place]) - first
          if isSimple {
            ofSource[start + column] = max(ofSource[start + column], edge.weight)
          } else {
            hits.append(UInt64(column) << 32 | UInt64(index))
          }
        }
      }
      hits.sort()
      var next = 0
      while next < hits.count {
        let (key, edges) = takeHits(from: &next)
        ofSource[start + key] = source.explained(Int(type), byEdges: edges)
      }
    }
  }

  private mutating func explainTarget(_ segment: Int) {
    let first = firstSlot
    hits.removeAll(keepingCapacity: true)
    for type in source.types(of: segment) {
      for index in incoming.edges(to: Int(type)) {
        let edge = incoming.edges[index]
        let places = window.occurrences(of: edge.owner)
        if places.isEmpty { continue }
        if target.isSimple[Int(edge.owner)] {
          for place in places {
            let slot = Int(window.places.slots[place]) - first
            ofTarget[slot] = max(ofTarget[slot], edge.weight)
          }
        } else {
          hits.append(UInt64(edge.owner) << 32 | UInt64(edge.index))
        }
      }
    }
    hits.sort()
    var next = 0
    while next < hits.count {
      let (owner, edges) = takeHits(from: &next)
      let share = target.explained(owner, byEdges: edges)
      for place in window.occurrences(of: Int32(owner)) {
        ofTarget[Int(window.places.slots[place]) - first] = share
      }
    }
  }

  /// The upper half of the next hit, and the lower halves of all that share it.
  private func takeHits(
    from next: inout Int
  ) -> (key: Int, edges: LazyMapSequence<ArraySlice<UInt64>, Int>) {
    let (start, key) = (next, hits[next] >> 32)
    while next < hits.count, hits[next] >> 32 == key { next += 1 }
    return (Int(key), hits[start..<next].lazy.map { Int($0 & 0xFFFF_FFFF) })
  }
}

/// The target edges by the source type to which they lead.
struct IncomingEdges: Sendable {
  struct Edge: Sendable {
    /// The target type that the edge is of.
    let owner: Int32
    /// The edge's index in the target's list.
    let index: Int32
    let weight: Float
  }

  let edges: [Edge]
  private let starts: [Int]

  init(_ target: SideTable, sourceTypes: Int) {
    var counts = [Int](repeating: 0, count: sourceTypes + 1)
    for edge in target.edges { counts[Int(edge.type) + 1] += 1 }
    for type in 0..<sourceTypes { counts[type + 1] += counts[type] }
    starts = counts
    var edges = [Edge](
      repeating: Edge(owner: 0, index: 0, weight: 0), count: target.edges.count)
    for owner in 0..<target.typeCount {
      for index in target.edges(of: owner) {
        let edge = target.edges[index]
        edges[counts[Int(edge.type)]] = Edge(
          owner: Int32(owner), index: Int32(index), weight: edge.weight)
        counts[Int(edge.type)] += 1
      }
    }
    self.edges = edges
  }

  func edges(to type: Int) -> Range<Int> { starts[type]..<starts[type + 1] }
}
