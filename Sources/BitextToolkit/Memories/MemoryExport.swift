public import BitextModel
internal import Foundation
internal import Interchange
public import SQLiteMemory

/// Writes a memory's units to a file.
public struct MemoryExport {
  /// Which units are written.
  public enum Choice: String, Sendable, Hashable, CaseIterable {
    case all, translations, claims
    /// Those that a person has accepted.
    case reviewed

    func takes(_ unit: TranslationUnit) -> Bool {
      switch self {
      case .all: true
      case .translations: unit.link?.relation != .claim
      case .claims: unit.link?.relation == .claim
      case .reviewed: unit.link?.status == .accepted
      }
    }
  }

  /// What was written. Translations and claims add up to the units.
  public struct Report: Sendable, Hashable {
    public var translations = 0
    public var claims = 0
    /// Those of either kind of which part says what the other side says.
    public var partial = 0
    public var reviewed = 0
    /// Left out, as chosen or for want of a text in a language of the columns.
    public var leftOut = 0

    public var units: Int { translations + claims }
  }

  public let format: UnitFormat
  public let choice: Choice
  /// The languages of the columns of tab-separated values.
  public let columns: [LanguageTag]

  /// The program's version, for a TMX header.
  public let version: String

  public init(
    format: UnitFormat, choice: Choice = .all, columns: [LanguageTag] = [], version: String
  ) {
    (self.format, self.choice, self.columns) = (format, choice, columns)
    self.version = version
  }

  /// The languages of two columns: those asked for, or the memory's where it has two.
  ///
  /// - Throws: `InputFault` naming a language that the memory has not, or asking for one.
  public static func columns(
    from: LanguageTag?, to: LanguageTag?, of memory: Memory, name: String
  ) throws -> [LanguageTag] {
    let languages = try memory.consult { try $0.languages.keys.sorted() }
    if let from, let to, languages.isEmpty { return [from, to] }
    let direction = try QueryDirection.possible(
      from: from, to: to, languages: languages, name: name)[0]
    let others = Set(languages.map(\.language)).subtracting([direction.from.language])
    guard
      let to = direction.to ?? (others.count == 1 ? others.first.flatMap(LanguageTag.init) : nil)
    else {
      throw InputFault(
        name, "the second column may be any of \(others.sorted().joined(separator: ", "))",
        remedy: "Say which with --to")
    }
    return [direction.from, to]
  }

  /// Writes the chosen units, by ID, to a path, `-` for standard output.
  public func write(_ memory: Memory, to path: String) throws -> Report {
    let file = path == "-" ? nil : try OutputFile(path)
    do {
      let output = try TextOutput(file)
      let report = try memory.consult { try write($0, to: output) }
      try file?.commit()
      return report
    } catch {
      file?.discard()
      throw error
    }
  }

  private func write(_ snapshot: MemorySnapshot, to output: TextOutput) throws -> Report {
    switch format {
    case .tmx:
      let date = Date.now.formatted(
        .iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
      var sink = try TMX.Writer(
        options: TMX.Writer.Options(toolVersion: version, creationDate: date)
      ) { bytes in try output.write(bytes) }
      let report = try write(snapshot, to: &sink)
      try output.flush()
      return report
    case .jsonl:
      var sink = UnitLines(output)
      return try write(snapshot, to: &sink)
    case .tsv:
      var sink = PairSink(output, languages: columns)
      return try write(snapshot, to: &sink)
    }
  }

  private func write(
    _ snapshot: MemorySnapshot, to sink: inout some UnitSink & ~Copyable
  ) throws -> Report {
    var report = Report()
    try snapshot.forEachUnit { _, unit in
      let isWhole = format != .tsv || columns.allSatisfy { unit.variant(in: $0) != nil }
      guard isWhole, choice.takes(unit) else {
        report.leftOut += 1
        return
      }
      try sink.write(unit)
      if unit.link?.relation == .claim { report.claims += 1 } else { report.translations += 1 }
      if unit.link?.strength == .partial { report.partial += 1 }
      if unit.link?.status == .accepted { report.reviewed += 1 }
    }
    try sink.finish()
    return report
  }
}
