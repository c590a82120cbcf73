/// How many segments of each side a bead takes.
struct BeadShape: Sendable, Hashable {
  let source, target: Int

  var isNull: Bool { source == 0 || target == 0 }

  /// All shapes the search tries, in the order that decides ties: smaller beads first.
  static let all: [BeadShape] = {
    var shapes = [BeadShape(source: 1, target: 1)]
    shapes += [BeadShape(source: 1, target: 0), BeadShape(source: 0, target: 1)]
    for size in 3...8 {
      for source in 1...4 where (1...4).contains(size - source) {
        shapes.append(BeadShape(source: source, target: size - source))
      }
    }
    return shapes
  }()

  /// Log-odds of so large a bead before anything is known of it, relative to 1-1.
  var prior: Float {
    let extra = Float(source + target - 2)
    typealias Joining = TranslationParameters.Joining
    return Joining.segment * extra + (source > 1 && target > 1 ? Joining.bothSides : 0)
  }
}
