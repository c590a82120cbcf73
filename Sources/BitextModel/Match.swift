/// A unit found for a query, with the sum that led to its score.
public struct Match: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The same text between the same neighbours.
    case context
    /// The same text.
    case exact
    case fuzzy
  }

  public let unit: TranslationUnit.ID
  public let kind: Kind
  /// How alike the source texts are, 0 to 100, floored, before penalties; 100 only for identical
  /// text, at most 99 for the same words.
  public let similarity: Int
  /// In the order in which they were taken off.
  public let penalties: [Penalty]

  public init(unit: TranslationUnit.ID, kind: Kind, similarity: Int, penalties: [Penalty]) {
    precondition((0...100).contains(similarity), "a similarity lies within 0 and 100")
    precondition(kind == .fuzzy || similarity == 100, "only identical text is exact")
    (self.unit, self.kind) = (unit, kind)
    (self.similarity, self.penalties) = (similarity, penalties)
  }

  /// `similarity`, 101 for a context match, less the penalties; never below 0.
  public var score: Int {
    max(0, similarity + (kind == .context ? 1 : 0) - penalties.reduce(0) { $0 + $1.points })
  }
}

/// Points taken off a match, and why.
public struct Penalty: Sendable, Hashable, Codable {
  public let name: String
  /// Per cent points, above 0.
  public let points: Int

  public init(_ name: String, points: Int) {
    (self.name, self.points) = (name, points)
  }
}

extension Penalty: JSONWritable {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.add("name", name)
      json.add("points", points)
    }
  }
}

extension Match.Kind: JSONWritable {}
