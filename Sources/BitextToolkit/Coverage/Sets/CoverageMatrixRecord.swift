internal import BitextMeasures
internal import BitextModel

/// Coverage of two sets of documents as programs read it: `bitext coverage … --with … --json`.
public struct CoverageMatrixRecord: Codable, Sendable, Hashable {
  public var v = 1
  public let sources, targets: [DocumentRecord]
  /// Why these pairs were compared: `name`, `comparability` or `all`.
  public let pairedBy: DocumentPairing.Method
  /// A row for each source, a column for each target; null for two that were not compared.
  public let cells: [[Cell?]]
  /// How much of each source all targets cover together, and of each target all sources.
  public let union: Union
  /// What all documents of a side have covered, added up over their unions.
  public let total: Total
  public let settings: CoverageSettings
  /// What changed since an older report; null where none was given.
  public var since: [CoverageChange]?

  public struct Cell: Codable, Sendable, Hashable {
    public let source, target: Figures
    public let mutual, order: Double?
    public let links, reviewed: Int
    /// `parallel` or `comparable`: how the two were looked at.
    public let mode: Alignment.Shape?
    public let comparability: ComparabilityRecord?

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(source, forKey: .source)
      try container.encode(target, forKey: .target)
      try container.encode(mutual, forKey: .mutual)
      try container.encode(order, forKey: .order)
      try container.encode(links, forKey: .links)
      try container.encode(reviewed, forKey: .reviewed)
      try container.encode(mode, forKey: .mode)
      try container.encode(comparability, forKey: .comparability)
    }
  }

  /// A direction's counts without its lists.
  public struct Figures: Codable, Sendable, Hashable {
    public let sentences: CoverageRecord.Direction.Sentences
    public let characters, words, weights: CoverageRecord.Direction.Weight?

    init(_ side: SideCoverage) {
      let weight = CoverageRecord.Direction.Weight(side)
      sentences = CoverageRecord.Direction.Sentences(side)
      characters = side.unit == .characters ? weight : nil
      words = side.unit == .words ? weight : nil
      weights = side.unit == .sentences ? weight : nil
    }
  }

  public struct Union: Codable, Sendable, Hashable {
    /// Null for a document that no other was compared with.
    public let sources, targets: [CoverageRecord.Direction?]
  }

  public struct Total: Codable, Sendable, Hashable {
    public let source, target: Figures?
  }

  /// - Parameter tool: The program that measures, with its version.
  public init(_ sets: SetCoverage) {
    let (matrix, sources, targets) = (sets.matrix, sets.sources, sets.targets)
    self.sources = sources.map(DocumentRecord.init)
    self.targets = targets.map(DocumentRecord.init)
    (pairedBy, settings) = (sets.method, sets.settings)
    cells = sources.indices.map { row in
      targets.indices.map { column in
        matrix[row, column].map { coverage in
          Cell(
            source: Figures(coverage.source), target: Figures(coverage.target),
            mutual: coverage.mutual, order: coverage.orderAgreement, links: coverage.links,
            reviewed: coverage.reviewedLinks, mode: sets.details[row][column]?.shape,
            comparability: sets.comparability(row, column).map(ComparabilityRecord.init))
        }
      }
    }
    let unions = (
      sources.indices.map { matrix.union(ofSource: $0) },
      targets.indices.map { matrix.union(ofTarget: $0) }
    )
    union = Union(
      sources: zip(unions.0, sources).map { side, document in
        side.map { CoverageRecord.Direction($0, of: document, by: targets) }
      },
      targets: zip(unions.1, targets).map { side, document in
        side.map { CoverageRecord.Direction($0, of: document, by: sources) }
      })
    total = Total(
      source: SideCoverage.sum(of: unions.0.compactMap(\.self)).map(Figures.init),
      target: SideCoverage.sum(of: unions.1.compactMap(\.self)).map(Figures.init))
  }
}
