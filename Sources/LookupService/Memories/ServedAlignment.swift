internal import BitextToolkit
internal import Foundation

/// The alignment that an address names, and what can be had of it.
struct ServedAlignment: Sendable {
  let id: AlignmentShelf.ID
  let memory: ServedMemory
  let shelf: AlignmentShelf
  let lexicons: LexiconShelf

  /// What the units that come from it name as their file.
  var name: String { "alignment \(id)" }

  func project() throws -> AlignmentProject {
    try shelf.project(id, of: memory.name)
  }

  /// The links that count as units, in the order of the source.
  func units(onlyReviewed: Bool) throws -> [TranslationUnit] {
    try project().file.units.filter { !onlyReviewed || $0.link?.status == .accepted }
  }

  /// Puts the units into the memory, where those that it has already are known again.
  func add(onlyReviewed: Bool) async throws -> AdditionReport {
    try await memory.write { memory in
      var units = UnitList(try units(onlyReviewed: onlyReviewed))
      return try memory.add(&units, from: name, at: Date.now.formatted(.iso8601))
    }
  }

  func coverage() throws -> PairCoverage {
    let file = try project().file
    let header = file.header
    let outcome = BitextBuilder.Outcome(
      bitext: try file.bitext(), header: header, lost: file.lost)
    return try CoverageMeasure().measure(
      outcome, lexicons: try lexicons.lexicons(header.source.language, header.target.language))
  }
}

/// Units that are in memory already.
private struct UnitList: UnitCursor {
  private var units: ArraySlice<TranslationUnit>

  init(_ units: [TranslationUnit]) {
    self.units = units[...]
  }

  mutating func next() -> TranslationUnit? { units.popFirst() }
}
