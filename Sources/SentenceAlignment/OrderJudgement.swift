internal import BitextModel

/// Whether two texts tell the same in the same order, judged by segments that surely correspond.
struct OrderJudgement: Sendable, Hashable {
  /// Pairs of segments that are surely each other's counterpart, and those of them in a common order.
  let anchors, inOrder: Int
  /// The number of segments of the shorter text.
  let segments: Int

  /// A translation has anchors in a third of its segments, nine in ten of them in order.
  private static let leastDensity = 0.33
  private static let leastOrder = 0.85

  /// The share of the shorter text's segments that are anchors, 0 to 1.
  var density: Double { segments == 0 ? 0 : Double(anchors) / Double(segments) }
  /// The share of the anchors that keep the order, 0 to 1.
  var order: Double { anchors == 0 ? 0 : Double(inOrder) / Double(anchors) }

  var shape: Alignment.Shape {
    segments == 0 || density >= Self.leastDensity && order >= Self.leastOrder
      ? .parallel : .comparable
  }

  var reason: String {
    let found = "\(anchors) sure pairs in \(segments) segments, \(inOrder) of them in order"
    return shape == .parallel ? "\(found): a translation" : "\(found): told anew"
  }
}
