/// Groups the sentences of several documents that report the same claim.
///
/// Links are taken surest first, and two groups become one only if their sentences are linked on average
/// (unweighted average linkage: Sokal & Michener 1958): a chain of half-right links joins nothing.
struct ClaimClusters {
  /// A sentence of a document, in the order of all documents.
  struct Place: Hashable, Comparable {
    let document, segment: Int

    static func < (a: Place, b: Place) -> Bool {
      (a.document, a.segment) < (b.document, b.segment)
    }
  }

  struct Link {
    let a, b: Place
    /// 0 to 1.
    let confidence: Double
  }

  struct Cluster: Hashable {
    /// At least two, ascending.
    var places: [Place]
    /// The mean confidence of the links among them.
    var confidence: Double
  }

  /// The largest first, then the surest, then the first in the documents.
  let clusters: [Cluster]

  /// Two groups are one if their pairs that could be linked are so with this confidence on average.
  private static let leastMean = 0.35

  /// - Parameters:
  ///   - links: Of sentences of different documents.
  ///   - comparable: Whether sentences of two documents could have been linked: only these pairs count.
  init(_ links: [Link], comparable: (Int, Int) -> Bool) {
    var confidences: [Place: [Place: Double]] = [:]
    for link in links {
      confidences[link.a, default: [:]][link.b] = link.confidence
      confidences[link.b, default: [:]][link.a] = link.confidence
    }
    var groups: [Place: Int] = [:]
    var members: [[Place]] = []
    for place in confidences.keys.sorted() {
      groups[place] = members.count
      members.append([place])
    }
    let ordered = links.sorted { ($1.confidence, $0.a, $0.b) < ($0.confidence, $1.a, $1.b) }
    for link in ordered {
      guard let x = groups[link.a], let y = groups[link.b], x != y else { continue }
      var (sum, count) = (0.0, 0)
      for a in members[x] {
        for b in members[y] where comparable(a.document, b.document) {
          sum += confidences[a]?[b] ?? 0
          count += 1
        }
      }
      guard count > 0, sum / Double(count) >= Self.leastMean else { continue }
      for place in members[y] { groups[place] = x }
      members[x] += members[y]
      members[y] = []
    }
    clusters = members.filter { $0.count > 1 }.map { places in
      let inside = places.flatMap { a in
        places.compactMap { b in a < b ? confidences[a]?[b] : nil }
      }
      return Cluster(
        places: places.sorted(), confidence: inside.reduce(0, +) / Double(max(1, inside.count)))
    }.sorted { a, b in
      if a.places.count != b.places.count { return a.places.count > b.places.count }
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      return a.places[0] < b.places[0]
    }
  }
}
