internal import BitextModel

/// The passages of two documents that translate each other bead by bead, where the rest is told anew.
struct TranslatedCores: Sendable, Hashable {
  /// Beads in order, of which each passage is made of at least `leastLinks` links.
  let beads: [Bead]
  /// How many passages there are.
  let passages: Int

  /// Reports of one event have three sentences in common order by chance, seldom more.
  static let leastLinks = 5
  /// A bead that is less likely belongs to no passage.
  private static let leastConfidence = 0.6
  /// A passage goes on behind so many beads that are none, or unsure.
  private static let mostUnsure = 1
  /// Fewer segments on a side tell nothing anew: a translation leaves out a few.
  private static let leastRest = 3

  /// - Parameters:
  ///   - alignment: The documents aligned as if they were translations.
  ///   - sure: Segments that are surely each other's counterpart, in any order. A bead one of whose segments
  ///     has its counterpart elsewhere belongs to no passage: the order alone made it.
  init(of alignment: Alignment, sure: [(source: Int, target: Int)]) {
    let targets = Dictionary(grouping: sure, by: \.source).mapValues { Set($0.map(\.target)) }
    let sources = Dictionary(grouping: sure, by: \.target).mapValues { Set($0.map(\.source)) }
    let isHeld = { (segment: Int, partners: [Int: Set<Int>], others: [Int]) in
      partners[segment].map { !$0.isDisjoint(with: others) } ?? true
    }
    func isContested(_ bead: Bead) -> Bool {
      !bead.source.allSatisfy { isHeld($0, targets, bead.target) }
        || !bead.target.allSatisfy { isHeld($0, sources, bead.source) }
    }
    var (beads, passages): ([Bead], Int) = ([], 0)
    var (run, unsure): ([Bead], Int) = ([], 0)
    func close() {
      if run.count >= Self.leastLinks {
        beads += run
        passages += 1
      }
      (run, unsure) = ([], 0)
    }
    for bead in alignment.beads {
      if !bead.isNull, bead.confidence >= Self.leastConfidence, !isContested(bead) {
        run.append(bead)
        unsure = 0
      } else {
        unsure += 1
        if unsure > Self.mostUnsure { close() }
      }
    }
    close()
    (self.beads, self.passages) = (beads, passages)
  }

  var sources: Set<Int> { Set(beads.flatMap(\.source)) }
  var targets: Set<Int> { Set(beads.flatMap(\.target)) }

  /// Whether both documents tell more than the passages, so that claims may be among it.
  func leavesRest(of alignment: Alignment) -> Bool {
    !beads.isEmpty
      && min(alignment.sourceCount - sources.count, alignment.targetCount - targets.count)
        >= Self.leastRest
  }

  /// Whether the rest, linked claim by claim, is told in another order: a translation that leaves much
  /// out has a rest, too, but what corresponds in it keeps the order.
  ///
  /// - Parameters:
  ///   - claims: Full links outside of the passages.
  ///   - alignment: The documents aligned as if they were translations.
  func isToldAnew(_ claims: [Bead], of alignment: Alignment) -> Bool {
    let rest = min(alignment.sourceCount - sources.count, alignment.targetCount - targets.count)
    let places = (beads + claims).compactMap { bead in
      bead.source.first.flatMap { i in bead.target.first.map { (i, $0) } }
    }
    let crossing = places.count - Self.inOrder(places)
    return crossing >= Self.leastCrossing
      && Double(crossing) >= Self.leastShare * Double(claims.count)
      && Double(claims.count) >= Self.leastTold * Double(rest)
  }

  /// One link may cross by mistake; in sentences told anew half of them do.
  private static let leastCrossing = 2
  private static let leastShare = 0.3
  /// Links that rest on chance are few: this share of the shorter rest is linked.
  private static let leastTold = 0.2

  /// The length of the longest chain that ascends on both sides (Fredman 1975).
  ///
  /// - Complexity: O(n log n).
  private static func inOrder(_ places: [(Int, Int)]) -> Int {
    var ends: [Int] = []
    for (_, target) in places.sorted(by: <) {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] <= target { low = middle + 1 } else { high = middle }
      }
      if low < ends.count { ends[low] = target } else { ends.append(target) }
    }
    return ends.count
  }

  /// For a person.
  var reason: String {
    let count = beads.count
    return passages == 1
      ? "a passage of \(count) beads is a translation, the rest told anew"
      : "\(passages) passages of \(count) beads are a translation, the rest told anew"
  }
}
