internal import BitextModel
internal import Foundation
internal import TranslationMemory
internal import UnicodeText

/// A unit as a memory's tables and index take it: all that can be worked out without the memory.
struct PreparedUnit: Sendable {
  let unit: TranslationUnit
  /// Why the memory does not take it.
  let refusal: AdditionReport.Refusal?
  let identity: UnitIdentity
  let record: String
  let shape: UnitShape
  let entries: [IndexEntry]

  init(_ unit: TranslationUnit, tokenizer: borrowing WordTokenizer) throws {
    self.unit = unit
    refusal = Self.refusal(of: unit)
    identity = UnitIdentity(unit)
    shape = UnitShape(unit)
    guard refusal == nil else {
      (record, entries) = ("", [])
      return
    }
    record = JSONWriter.text(unit)
    entries = try IndexEntry.entries(of: unit, tokenizer: tokenizer)
  }

  private static func refusal(of unit: TranslationUnit) -> AdditionReport.Refusal? {
    if Set(unit.variants.map(\.language.language)).count < 2 { return .oneLanguage }
    if unit.variants.contains(where: { $0.content.text[...].trimmingWhiteSpace().isEmpty }) {
      return .emptyText
    }
    let status = unit.link?.status ?? .accepted
    return status == .rejected || status == .candidate ? .notLinked : nil
  }
}

/// Prepares units on other threads, some ahead of the one that takes them, in order.
struct UnitPreparation {
  /// One run of units. A class, because two threads hand it over; the semaphore orders them.
  private final class Run: @unchecked Sendable {
    let units: [TranslationUnit]
    var result: Result<[PreparedUnit], any Error> = .success([])
    let isDone = DispatchSemaphore(value: 0)

    init(_ units: [TranslationUnit]) {
      self.units = units
    }

    func prepare() {
      result = Result { try UnitPreparation.prepared(units) }
      isDone.signal()
    }
  }

  private var runs: [Run] = []

  /// How many units make a run, and how many runs may wait.
  static let runLength = 256
  private static let depth = 6

  /// Whether the next run has to be taken before another is given.
  var isFull: Bool { runs.count >= Self.depth }
  var isEmpty: Bool { runs.isEmpty }

  /// Prepares units on this thread.
  static func prepared(_ units: [TranslationUnit]) throws -> [PreparedUnit] {
    let tokenizer = try WordTokenizer()
    return try units.map { try PreparedUnit($0, tokenizer: tokenizer) }
  }

  mutating func give(_ units: [TranslationUnit]) {
    let run = Run(units)
    runs.append(run)
    DispatchQueue.global(qos: .userInitiated).async { run.prepare() }
  }

  mutating func take() throws -> [PreparedUnit] {
    let run = runs.removeFirst()
    run.isDone.wait()
    return try run.result.get()
  }
}
