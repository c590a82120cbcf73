public import BitextMeasures
public import BitextModel

/// Two sets of documents, and the coverage of those pairs of them that were compared.
public struct SetCoverage: Sendable {
  public let sources, targets: [Document]
  /// Why these pairs were compared and no others.
  public let method: DocumentPairing.Method
  public let matrix: CoverageMatrix
  /// By source, then target: how a pair was looked at, and whether it tells of the same.
  package let details: [[Int: Detail]]
  public let settings: CoverageSettings
  /// Documents that could not be read, and pairs that could not be compared.
  public let faults: [InputFault]

  package struct Detail: Sendable, Hashable, Codable {
    let shape: Alignment.Shape
    let comparability: Comparability?
  }

  package init(
    sources: [Document], targets: [Document], method: DocumentPairing.Method,
    matrix: CoverageMatrix, details: [[Int: Detail]]? = nil, settings: CoverageSettings,
    faults: [InputFault] = []
  ) {
    (self.sources, self.targets, self.method) = (sources, targets, method)
    self.details = details ?? sources.map { _ in [:] }
    (self.matrix, self.settings, self.faults) = (matrix, settings, faults)
  }

  public func comparability(_ source: Int, _ target: Int) -> Comparability? {
    details[source][target]?.comparability
  }

  /// Documents that no other was compared with.
  public var unpaired: (source: [Document], target: [Document]) {
    let pairs = matrix.pairs
    let (source, target) = (Set(pairs.map(\.source)), Set(pairs.map(\.target)))
    return (
      sources.indices.filter { !source.contains($0) }.map { sources[$0] },
      targets.indices.filter { !target.contains($0) }.map { targets[$0] }
    )
  }
}
