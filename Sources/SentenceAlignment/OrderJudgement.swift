internal import BitextModel

/// Whether two texts tell the same in the same order, judged by segments that surely correspond.
struct OrderJudgement: Sendable, Hashable {
  /// Pairs of segments that are surely each other's counterpart, and those of them in a common order.
  let anchors, inOrder: Int
  /// The number of segments of the shorter text.
  let segments: Int

  /// Of a translation's anchors nearly all keep the order; reports of one event keep half of it by chance.
  private static let leastOrder = 0.85
  /// Text of short, repeated segments has few sure pairs even in translation.
  private static let leastDensity = 0.05
  /// Fewer pairs can be in order by chance, unless they are half of a short text.
  private static let leastAnchors = 4

  /// The share of the shorter text's segments that are anchors, 0 to 1.
  var density: Double { segments == 0 ? 0 : Double(anchors) / Double(segments) }
  /// The share of the anchors that keep the order, 0 to 1.
  var order: Double { anchors == 0 ? 0 : Double(inOrder) / Double(anchors) }

  var shape: Alignment.Shape {
    let areEnough = anchors >= min(Self.leastAnchors, (segments + 1) / 2)
    return areEnough && density >= Self.leastDensity && order >= Self.leastOrder
      ? .parallel : .comparable
  }

  /// What was seen, for a person.
  var found: String {
    "\(anchors) sure \(anchors == 1 ? "pair" : "pairs") in \(segments) segments, \(inOrder) of them in order"
  }

  /// What was seen, and what follows.
  var reason: String {
    shape == .parallel ? "\(found): a translation" : "\(found): told anew"
  }
}
