/// Which segments of two documents correspond.
public struct Alignment: Sendable, Hashable {
  public enum Shape: String, Sendable, Hashable, Codable, CaseIterable {
    /// The beads, null beads among them, tile both documents in order.
    case parallel
    /// The beads may cross; a segment may be in several or in none.
    case comparable
  }

  public let shape: Shape
  /// Ascending by first source, then first target index; a parallel alignment's in reading order.
  public let beads: [Bead]
  /// Rivals of the beads, status `candidate` or `rejected`, likeliest first, then as beads are.
  public let candidates: [Bead]
  public let sourceCount, targetCount: Int

  /// Why beads are no alignment.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Zero-based index of the first bead at fault; the number of beads when the end is missing.
    public let bead: Int
    public let description: String
  }

  /// - Throws: `Fault` naming the first bead that runs past the end or, in a parallel alignment, skips
  ///   or overlaps.
  public init(
    shape: Shape, beads: [Bead], candidates: [Bead] = [], sourceCount: Int, targetCount: Int
  ) throws(Fault) {
    for (index, bead) in beads.enumerated() {
      guard (bead.source.last ?? -1) < sourceCount, (bead.target.last ?? -1) < targetCount else {
        throw Fault(bead: index, description: "bead \(index) runs past the end of a document")
      }
      guard bead.isLink || bead.isNull else {
        throw Fault(bead: index, description: "bead \(index) is \(bead.status), not a link")
      }
    }
    switch shape {
    case .comparable:
      self.beads = beads.sorted { Self.isOrdered($0, $1) }
    case .parallel:
      try Self.checkTiling(beads, sourceCount: sourceCount, targetCount: targetCount)
      self.beads = beads
    }
    self.shape = shape
    self.candidates = candidates.sorted { a, b in
      a.confidence == b.confidence ? Self.isOrdered(a, b) : a.confidence > b.confidence
    }
    (self.sourceCount, self.targetCount) = (sourceCount, targetCount)
  }

  /// The beads with two sides.
  public var links: [Bead] { beads.filter(\.isLink) }

  /// Segments that no link touches, ascending.
  public var unlinked: (source: [Int], target: [Int]) {
    var (source, target) = (Set(0..<sourceCount), Set(0..<targetCount))
    for bead in beads where bead.isLink {
      source.subtract(bead.source)
      target.subtract(bead.target)
    }
    return (source.sorted(), target.sorted())
  }

  /// Ascending by source, then by target indexes: the order of links in files.
  public static func isOrdered(_ a: Bead, _ b: Bead) -> Bool {
    if a.source != b.source { return a.source.lexicographicallyPrecedes(b.source) }
    return a.target.lexicographicallyPrecedes(b.target)
  }

  private static func checkTiling(
    _ beads: [Bead], sourceCount: Int, targetCount: Int
  ) throws(Fault) {
    var (source, target) = (0, 0)
    for (index, bead) in beads.enumerated() {
      guard bead.source == Array(source..<source + bead.source.count),
        bead.target == Array(target..<target + bead.target.count)
      else {
        throw Fault(
          bead: index,
          description: """
            bead \(index) is \(bead.source):\(bead.target), but segments \(source) and \(target) \
            are next
            """)
      }
      source += bead.source.count
      target += bead.target.count
    }
    guard (source, target) == (sourceCount, targetCount) else {
      throw Fault(
        bead: beads.count,
        description: """
          the beads end at segments \(source) and \(target), the documents at \(sourceCount) and \
          \(targetCount)
          """)
    }
  }
}
