public import BitextMeasures
public import BitextModel
public import Interchange

/// Two sets of documents, and the coverage of each pair.
public struct CoverageTable: Sendable {
  public let sources, targets: [Document]
  public let matrix: CoverageMatrix
  /// How each pair was aligned, in the matrix's order.
  public let headers: [[AlignmentFile.Header]]

  /// Aligns every source with every target.
  ///
  /// - Parameter threshold: Links below this confidence, 0 to 1, do not count.
  public init(
    of sources: [Document], by targets: [Document], threshold: Double, builder: BitextBuilder
  ) throws {
    (self.sources, self.targets) = (sources, targets)
    var cells: [[Coverage]] = []
    var headers: [[AlignmentFile.Header]] = []
    for source in sources {
      let outcomes = try targets.map { try builder.build(source, $0) }
      cells.append(outcomes.map { Coverage(of: $0.bitext, threshold: threshold) })
      headers.append(outcomes.map(\.header))
    }
    matrix = CoverageMatrix(cells: cells)
    self.headers = headers
  }
}
