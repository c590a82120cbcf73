internal import BilingualLexicon
internal import BitextModel

/// One text's segments, types and edges, laid out flat: what the comparison of segments reads in its
/// innermost loops.
struct SideTable: Sendable {
  struct Edge: Sendable {
    /// The other text's type.
    let type: Int32
    let part: Int32
    let group: Int32
    let weight: Float
    /// 0 words, 1 names, 2 numbers.
    let by: UInt8
  }

  /// The distinct types of each segment, one segment after another.
  let segmentTypes: [Int32]
  /// Where each segment's types begin, and where the last one's end.
  let segmentStarts: [Int]
  let edges: [Edge]
  let edgeStarts: [Int]
  /// For each type the shares of its parts.
  private let shares: [[Float]]
  /// For each type how much it counts.
  let weights: [Float]
  let isValue: [Bool]
  /// For each type whether its heaviest edge says how much of it is explained: no parts, no phrases.
  let isSimple: [Bool]

  init(_ text: AnalysedText, _ side: Correspondences.Side, _ weights: TypeWeights) {
    var marks = Marks(count: text.types.count)
    var (types, starts): ([Int32], [Int]) = ([], [0])
    starts.reserveCapacity(text.segments.count + 1)
    for tokens in text.segments {
      marks.clear()
      for token in tokens { marks.insert(token.type) }
      for type in marks.members { types.append(Int32(type)) }
      starts.append(types.count)
    }
    (segmentTypes, segmentStarts) = (types, starts)
    var (edges, edgeStarts): ([Edge], [Int]) = ([], [0])
    var isSimple: [Bool] = []
    for type in text.types.indices {
      var (isPlain, lastGroup): (Bool, Int32?) = (true, nil)
      for edge in side.edges[type] {
        let by: UInt8 = edge.by == .number ? 2 : edge.by == .cognate ? 1 : 0
        edges.append(
          Edge(
            type: Int32(edge.type), part: edge.part, group: edge.group, weight: edge.weight, by: by)
        )
        isPlain = isPlain && edge.part == 0 && edge.group != lastGroup && edge.weight <= 1
        lastGroup = edge.group
      }
      isSimple.append(isPlain)
      edgeStarts.append(edges.count)
    }
    (self.edges, self.edgeStarts, self.shares) = (edges, edgeStarts, side.shares)
    (self.weights, self.isSimple) = (weights.values, isSimple)
    isValue = text.types.map(\.isValue)
  }

  var segmentCount: Int { segmentStarts.count - 1 }
  var typeCount: Int { weights.count }

  func slots(of segment: Int) -> Range<Int> {
    segmentStarts[segment]..<segmentStarts[segment + 1]
  }

  func types(of segment: Int) -> ArraySlice<Int32> { segmentTypes[slots(of: segment)] }

  func edges(of type: Int) -> Range<Int> { edgeStarts[type]..<edgeStarts[type + 1] }

  func coverage(of mine: Marks, by theirs: Marks) -> Comparison.Side {
    var side = Comparison.Side()
    for type in mine.members {
      let weight = weights[type]
      side.total += weight
      let (share, by) = explained(type, by: theirs)
      if isValue[type], share == 0 { side.strayValues += 1 }
      switch by {
      case 0: side.words += weight * share
      case 1: side.names += weight * share
      default: side.numbers += weight * share
      }
    }
    return side
  }

  /// How much of a type the marked types of the other text explain, 0 to 1, and what does so most: the
  /// best group of the whole word, or the sum of its parts' best groups.
  func explained(_ type: Int, by theirs: Marks) -> (share: Float, by: UInt8) {
    explained(type) { theirs.contains(Int($0.type)) ? $0.weight : 0 }
  }

  /// The same by those of the type's edges that lead to a type that is there.
  ///
  /// - Parameter hits: Indexes in `edges`, ascending, no two alike.
  func explained(_ type: Int, byEdges hits: some Sequence<Int>) -> Float {
    var next = hits.makeIterator()
    var hit = next.next()
    var index = edgeStarts[type] - 1
    return explained(type) { edge in
      index += 1
      guard index == hit else { return 0 }
      hit = next.next()
      return edge.weight
    }.share
  }

  /// - Parameter weight: Of an edge, 0 when it leads nowhere; called for each edge, in order.
  @inline(__always)
  private func explained(
    _ type: Int, _ weight: (Edge) -> Float
  ) -> (share: Float, by: UInt8) {
    var (whole, parts): (Float, Float) = (0, 0)
    var by: UInt8 = 0
    var index = edgeStarts[type]
    let end = edgeStarts[type + 1]
    while index < end {
      let part = edges[index].part
      var best: Float = 0
      while index < end, edges[index].part == part {
        let group = edges[index].group
        var sum: Float = 0
        while index < end, edges[index].part == part, edges[index].group == group {
          let found = weight(edges[index])
          if found > 0 {
            sum += found
            if part == 0, sum > best { by = edges[index].by }
          }
          index += 1
        }
        best = max(best, min(1, sum))
      }
      if part == 0 { whole = best } else { parts += best * shares[type][Int(part) - 1] }
    }
    return whole >= parts ? (whole, by) : (min(1, parts), 0)
  }
}
