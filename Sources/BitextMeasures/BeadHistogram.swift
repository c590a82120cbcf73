public import BitextModel

/// How many beads there are of each size: 1-1, 1-2, 2-1, …, 1-0, 0-1.
public struct BeadHistogram: Sendable, Hashable, Codable {
  /// How many segments a bead takes on either side.
  public struct Size: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let source, target: Int

    public init(_ source: Int, _ target: Int) {
      (self.source, self.target) = (source, target)
    }

    public var description: String { "\(source)-\(target)" }

    public static func < (a: Size, b: Size) -> Bool {
      (a.source, a.target) < (b.source, b.target)
    }
  }

  public let counts: [Size: Int]

  /// - Parameters:
  ///   - omissions: Sentences of the source without a link, each a 1-0.
  ///   - additions: Sentences of the target without a link, each a 0-1.
  public init(links: [Bead], omissions: Int, additions: Int) {
    var counts: [Size: Int] = [:]
    for link in links { counts[Size(link.source.count, link.target.count), default: 0] += 1 }
    if omissions > 0 { counts[Size(1, 0)] = omissions }
    if additions > 0 { counts[Size(0, 1)] = additions }
    self.counts = counts
  }

  /// Sizes that occur: links first, smallest first, then 1-0 and 0-1.
  public var sizes: [Size] {
    let order = { (size: Size) in (size.source == 0 ? 2 : size.target == 0 ? 1 : 0, size) }
    return counts.keys.sorted { order($0) < order($1) }
  }
}

extension BeadHistogram {
  /// Sizes as they are called, so that equal histograms are written alike.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    var counts: [Size: Int] = [:]
    for (name, count) in try container.decode([String: Int].self) {
      let sides = name.split(separator: "-").compactMap { Int($0) }
      guard sides.count == 2 else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "“\(name)” is no size such as 1-2")
      }
      counts[Size(sides[0], sides[1])] = count
    }
    self.counts = counts
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.description, $0.value) }))
  }
}
