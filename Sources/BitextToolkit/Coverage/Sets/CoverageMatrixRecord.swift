internal import BitextMeasures
internal import BitextModel

/// Coverage of two sets of documents as programs read it: `bitext coverage … --with … --json`.
public struct CoverageMatrixRecord: Codable, Sendable, Hashable {
  public var v = 1
  public let sources, targets: [DocumentRecord]
  /// A row for each source, a column for each target.
  public let cells: [[Cell]]
  /// How much of each source all targets cover together, and of each target all sources.
  public let union: Union
  /// For each cell: whether two documents are parallel may differ.
  public let settings: [[CoverageSettings]]

  public struct Cell: Codable, Sendable, Hashable {
    public let source, target: Figures
    public let mutual, order: Double?
    public let links: Int

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(source, forKey: .source)
      try container.encode(target, forKey: .target)
      try container.encode(mutual, forKey: .mutual)
      try container.encode(order, forKey: .order)
      try container.encode(links, forKey: .links)
    }
  }

  /// A direction's counts without its lists.
  public struct Figures: Codable, Sendable, Hashable {
    public let sentences: CoverageRecord.Direction.Sentences
    public let characters: CoverageRecord.Direction.Characters
  }

  public struct Union: Codable, Sendable, Hashable {
    public let sources, targets: [CoverageRecord.Direction]
  }

  /// - Parameter tool: The program that measures, with its version.
  public init(_ table: CoverageTable, tool: String) {
    let (matrix, sources, targets) = (table.matrix, table.sources, table.targets)
    self.sources = table.headers.compactMap { $0.first.map { DocumentRecord($0.source) } }
    self.targets = table.headers.first?.map { DocumentRecord($0.target) } ?? []
    settings = zip(table.headers, matrix.cells).map { headers, coverages in
      zip(headers, coverages).map {
        CoverageSettings($0, tool: tool, threshold: $1.threshold)
      }
    }
    let figures = { (side: SideCoverage, document: Document) in
      let direction = CoverageRecord.Direction(side, of: document)
      return Figures(sentences: direction.sentences, characters: direction.characters)
    }
    cells = matrix.cells.enumerated().map { row, coverages in
      coverages.enumerated().map { column, coverage in
        Cell(
          source: figures(coverage.source, sources[row]),
          target: figures(coverage.target, targets[column]),
          mutual: coverage.mutual, order: coverage.orderAgreement, links: coverage.links)
      }
    }
    union = Union(
      sources: sources.indices.compactMap { row in
        matrix.union(ofSource: row).map { CoverageRecord.Direction($0, of: sources[row]) }
      },
      targets: targets.indices.compactMap { column in
        matrix.union(ofTarget: column).map { CoverageRecord.Direction($0, of: targets[column]) }
      })
  }
}
