internal import BitextModel

/// Whether two versions tell their links in the same order: Goodman and Kruskal's gamma (1954) over
/// pairs of links, a side's place being the mean of its segment indexes.
enum OrderAgreement {
  /// (concordant − discordant) / (concordant + discordant), -1 to 1; pairs that stand at the same
  /// place on a side are left out. `nil` under two pairs that are not.
  ///
  /// - Complexity: O(n log n) in the links.
  static func gamma(of links: [Bead]) -> Double? {
    gamma(of: links.map { (mean($0.source), mean($0.target)) })
  }

  static func gamma(of places: [(source: Double, target: Double)]) -> Double? {
    let places = places.sorted { $0 < $1 }
    let ranks = Set(places.map(\.target)).sorted()
    var seen = PrefixCounts(count: ranks.count)
    var (concordant, discordant) = (0, 0)
    var start = places.startIndex
    while start < places.endIndex {
      // Links at one source place are compared with all before it, never with one another.
      let end = places[start...].firstIndex { $0.source != places[start].source } ?? places.endIndex
      let group = places[start..<end].map { rank(of: $0.target, in: ranks) }
      for rank in group {
        concordant += seen.count(below: rank)
        discordant += seen.total - seen.count(below: rank + 1)
      }
      for rank in group { seen.add(rank) }
      start = end
    }
    let comparable = concordant + discordant
    return comparable < 2 ? nil : Double(concordant - discordant) / Double(comparable)
  }

  private static func mean(_ indexes: [Int]) -> Double {
    Double(indexes.reduce(0, +)) / Double(indexes.count)
  }

  private static func rank(of value: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Counts of ranks, with sums over all ranks below one in O(log n) (Fenwick 1994).
private struct PrefixCounts {
  private var tree: [Int]
  private(set) var total = 0

  init(count: Int) {
    tree = [Int](repeating: 0, count: count + 1)
  }

  mutating func add(_ rank: Int) {
    total += 1
    var node = rank + 1
    while node < tree.count {
      tree[node] += 1
      node += node & -node
    }
  }

  func count(below rank: Int) -> Int {
    var sum = 0
    var node = rank
    while node > 0 {
      sum += tree[node]
      node -= node & -node
    }
    return sum
  }
}
