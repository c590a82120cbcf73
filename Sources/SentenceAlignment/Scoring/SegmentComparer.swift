package import BilingualLexicon
internal import BitextModel

/// Compares runs of segments of two texts by what explains what.
///
/// Coverage, not overlap: the weight of the word types of one side that some type of the other explains,
/// over the weight of all; a type counts once however often it stands. Owns scratch space, hence
/// `~Copyable`: one comparer a task.
package struct SegmentComparer: ~Copyable {
  private let source, target: SideTable
  private var sourceMarks, targetMarks: Marks

  package init(
    source: AnalysedText, target: AnalysedText, correspondences: Correspondences,
    weights: (source: TypeWeights, target: TypeWeights)
  ) {
    self.source = SideTable(source, correspondences.source, weights.source)
    self.target = SideTable(target, correspondences.target, weights.target)
    sourceMarks = Marks(count: source.types.count)
    targetMarks = Marks(count: target.types.count)
  }

  /// - Complexity: O(edges of the types of both runs).
  package mutating func compare(_ a: some Sequence<Int>, _ b: some Sequence<Int>) -> Comparison {
    sourceMarks.clear()
    targetMarks.clear()
    for segment in a { for type in source.types(of: segment) { sourceMarks.insert(type) } }
    for segment in b { for type in target.types(of: segment) { targetMarks.insert(type) } }
    return Comparison(
      source: source.coverage(of: sourceMarks, by: targetMarks),
      target: target.coverage(of: targetMarks, by: sourceMarks))
  }

  /// Appends how much of each type of the two segments the other segment explains, 0 to 1, in the order
  /// of `sourceTypes` and `targetTypes`.
  mutating func explain(_ i: Int, _ j: Int, into shares: inout [Float]) {
    sourceMarks.clear()
    targetMarks.clear()
    for type in source.types(of: i) { sourceMarks.insert(type) }
    for type in target.types(of: j) { targetMarks.insert(type) }
    for type in source.types(of: i) {
      shares.append(source.explained(type, by: targetMarks).share)
    }
    for type in target.types(of: j) {
      shares.append(target.explained(type, by: sourceMarks).share)
    }
  }

  /// The weights of a segment's types, and which of them are values.
  func sourceTypes(_ segment: Int) -> [(weight: Float, isValue: Bool)] {
    source.profile(of: segment)
  }
  func targetTypes(_ segment: Int) -> [(weight: Float, isValue: Bool)] {
    target.profile(of: segment)
  }

  package var sourceCount: Int { source.segmentCount }
  package var targetCount: Int { target.segmentCount }
}

/// A set of types that is cleared in constant time.
private struct Marks {
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private(set) var members: [Int] = []

  init(count: Int) {
    stamps = Array(repeating: 0, count: count)
  }

  mutating func clear() {
    stamp += 1
    members.removeAll(keepingCapacity: true)
  }

  mutating func insert(_ type: Int) {
    if stamps[type] == stamp { return }
    stamps[type] = stamp
    members.append(type)
  }

  func contains(_ type: Int) -> Bool { stamps[type] == stamp }
}

/// One text's segments, types and edges, laid out flat.
private struct SideTable {
  private struct FlatEdge {
    let type: Int32
    let part: Int32
    let group: Int32
    let weight: Float
    let by: UInt8
  }

  private let segmentTypes: [Int]
  private let segmentStarts: [Int]
  private let edges: [FlatEdge]
  private let edgeStarts: [Int]
  private let shares: [[Float]]
  private let weights: [Float]
  private let isValue: [Bool]

  init(_ text: AnalysedText, _ side: Correspondences.Side, _ weights: TypeWeights) {
    var (types, starts): ([Int], [Int]) = ([], [0])
    for tokens in text.segments {
      var seen: Set<Int> = []
      for token in tokens where seen.insert(token.type).inserted { types.append(token.type) }
      starts.append(types.count)
    }
    (segmentTypes, segmentStarts) = (types, starts)
    var (edges, edgeStarts): ([FlatEdge], [Int]) = ([], [0])
    for type in text.types.indices {
      for edge in side.edges[type] {
        let by: UInt8 = edge.by == .number ? 2 : edge.by == .cognate ? 1 : 0
        edges.append(
          FlatEdge(
            type: Int32(edge.type), part: edge.part, group: edge.group, weight: edge.weight, by: by)
        )
      }
      edgeStarts.append(edges.count)
    }
    (self.edges, self.edgeStarts, self.shares) = (edges, edgeStarts, side.shares)
    self.weights = weights.values
    isValue = text.types.map(\.isValue)
  }

  func types(of segment: Int) -> ArraySlice<Int> {
    segmentTypes[segmentStarts[segment]..<segmentStarts[segment + 1]]
  }

  func profile(of segment: Int) -> [(weight: Float, isValue: Bool)] {
    types(of: segment).map { (weights[$0], isValue[$0]) }
  }

  var segmentCount: Int { segmentStarts.count - 1 }

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
          let edge = edges[index]
          if theirs.contains(Int(edge.type)) {
            sum += edge.weight
            if part == 0, sum > best { by = edge.by }
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
