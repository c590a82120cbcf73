internal import BitextModel

/// Leaves out the units that have certain problems, and counts them.
struct CleaningCursor<Base: UnitCursor>: UnitCursor {
  private var base: Base
  private let unwanted: Set<UnitProblem>
  private let inspector: UnitInspector
  /// How many were left out, by the first of their problems that is unwanted.
  private(set) var leftOut: [UnitProblem: Int] = [:]

  init(_ base: Base, unwanted: Set<UnitProblem>, inspector: UnitInspector) {
    (self.base, self.unwanted, self.inspector) = (base, unwanted, inspector)
  }

  mutating func next() throws -> TranslationUnit? {
    while let unit = try base.next() {
      let problems = try inspector.problems(of: unit)
      guard
        let first = UnitProblem.allCases.first(where: {
          problems.contains($0) && unwanted.contains($0)
        })
      else { return unit }
      leftOut[first, default: 0] += 1
    }
    return nil
  }
}
