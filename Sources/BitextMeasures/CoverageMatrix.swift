/// The coverage of pairs of two sets of documents: of all, or of those that were worth comparing.
///
/// Rows and columns must never be added up: a fact that two documents report would count twice.
/// `union` is for that.
public struct CoverageMatrix: Sendable, Hashable {
  public let sourceCount, targetCount: Int
  /// By source, then by target; a pair that was not compared is missing.
  private var rows: [[Int: Coverage]]

  public init(sourceCount: Int, targetCount: Int) {
    (self.sourceCount, self.targetCount) = (sourceCount, targetCount)
    rows = Array(repeating: [:], count: sourceCount)
  }

  /// The coverage of a source document and a target document; `nil` when they were not compared.
  ///
  /// - Precondition: Both are in the sets.
  public subscript(source: Int, target: Int) -> Coverage? {
    get {
      precondition((0..<targetCount).contains(target), "the matrix has no such column")
      return rows[source][target]
    }
    set {
      precondition((0..<targetCount).contains(target), "the matrix has no such column")
      rows[source][target] = newValue
    }
  }

  /// The pairs that were compared, ascending by source, then target.
  public var pairs: [(source: Int, target: Int)] {
    rows.enumerated().flatMap { source, row in row.keys.sorted().map { (source, $0) } }
  }

  /// How much of a source document all target documents cover together; `nil` without any.
  public func union(ofSource row: Int) -> SideCoverage? {
    let columns = rows[row].keys.sorted()
    return SideCoverage.union(
      of: columns.compactMap { rows[row][$0]?.source }, documents: columns)
  }

  /// How much of a target document all source documents cover together; `nil` without any.
  public func union(ofTarget column: Int) -> SideCoverage? {
    let compared = rows.indices.filter { rows[$0][column] != nil }
    return SideCoverage.union(
      of: compared.compactMap { rows[$0][column]?.target }, documents: compared)
  }
}
