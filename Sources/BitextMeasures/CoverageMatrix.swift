/// The coverage of each pair of two sets of documents. Rows and columns must never be added up: a
/// fact that two documents report would count twice. `union` is for that.
public struct CoverageMatrix: Sendable, Hashable {
  /// A row for each source document, a column for each target document.
  public let cells: [[Coverage]]

  /// - Precondition: All rows are of one length.
  public init(cells: [[Coverage]]) {
    precondition(Set(cells.map(\.count)).count <= 1, "the rows of a matrix are of one length")
    self.cells = cells
  }

  /// How much of a source document all target documents cover together; `nil` without any.
  public func union(ofSource row: Int) -> SideCoverage? {
    SideCoverage.union(of: cells[row].map(\.source))
  }

  /// How much of a target document all source documents cover together; `nil` without any.
  public func union(ofTarget column: Int) -> SideCoverage? {
    SideCoverage.union(of: cells.map { $0[column].target })
  }
}
