internal import BitextModel

/// Two word types of two texts that stand in corresponding segments more often than chance has it.
public struct Association: Sendable, Hashable {
  public let source, target: Int
  /// Dice's coefficient (Dice 1945), 0 to 1; 1 when neither ever stands without the other.
  public let dice: Double

  public init(source: Int, target: Int, dice: Double) {
    (self.source, self.target, self.dice) = (source, target, dice)
  }
}

extension Correspondences {
  /// The same relation, with what a document taught added as the lexicon's.
  public func adding(_ associations: [Association]) -> Correspondences {
    var (source, target) = (source, target)
    for association in associations {
      let weight = Float(association.dice)
      source.add(
        Edge(
          type: association.target, group: Int32(association.target), part: 0, weight: weight,
          by: .lexicon), to: association.source)
      target.add(
        Edge(
          type: association.source, group: Int32(association.source), part: 0, weight: weight,
          by: .lexicon), to: association.target)
    }
    return Correspondences(source: source, target: target, lexicalShare: lexicalShare)
  }

  private init(source: Side, target: Side, lexicalShare: Double) {
    (self.source, self.target, self.lexicalShare) = (source, target, lexicalShare)
  }
}

extension Correspondences.Side {
  fileprivate mutating func add(_ edge: Correspondences.Edge, to type: Int) {
    if edges[type].contains(where: { $0.type == edge.type && $0.part == 0 }) { return }
    edges[type].append(edge)
    edges[type].sort { ($0.part, $0.group, $0.type) < ($1.part, $1.group, $1.type) }
    isKnown[type] = true
  }
}
