public import BitextModel
internal import Foundation
public import Interchange
public import SQLiteMemory
public import TranslationMemory

/// Writes a memory's units to a file.
public struct MemoryExport: Sendable {
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

  /// What is taken out of the units.
  public var redaction: UnitRedaction?
  /// Codes to write instead of languages' own.
  public var codes: [LanguageTag: String] = [:]
  /// Of TMX: 1 is text alone, 2 keeps inline codes.
  public var level = 2
  /// Only units in which a phrase stands, in the language or any.
  public var phrase: (sought: Phrase, language: LanguageTag?)?

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

  /// Copies a memory, in use or not, to a place of its own; a copy goes back the same way.
  public static func copy(_ name: String, to place: String, replacing: Bool) throws {
    let memory = try Memory.named(name)
    try InputFault.explaining {
      try memory.copy(to: MemoryFolder(path: DataFolders.memory(place)), replacing: replacing)
    }
  }

  /// Writes the chosen units, by ID, to a path, `-` for standard output.
  public func write(_ memory: Memory, to path: String) throws -> Report {
    let files = OutputFiles(path)
    do {
      let report = try write(memory) { suffix in try files.open(suffix) }
      try files.commit()
      return report
    } catch let fault as FileFault {
      files.discard()
      throw InputFault(path, fault.cause, remedy: fault.remedy)
    } catch {
      files.discard()
      throw error
    }
  }

  /// Writes the chosen units, by ID, to streams of bytes.
  ///
  /// - Parameter open: Opens a file by what is added to its name.
  public func write(
    _ memory: Memory, open: @escaping (_ suffix: String) throws -> UnitFileOutput.Stream
  ) throws -> Report {
    var output = UnitFileOutput(open: open)
    output.options.languages = columns
    output.options.toolVersion = version
    output.options.creationDate = redaction == .metadata ? nil : ExportDate.now
    output.options.codes = codes
    output.options.level = level
    let writer = try format.writer(output)
    return try memory.consult { try write($0, to: writer) }
  }

  private func write(_ snapshot: MemorySnapshot, to writer: any UnitFileWriter) throws -> Report {
    var report = Report()
    try forEachUnit(of: snapshot) { unit in
      let isWhole = !format.isBilingual || columns.allSatisfy { unit.variant(in: $0) != nil }
      guard isWhole, choice.takes(unit) else {
        report.leftOut += 1
        return
      }
      try writer.write(redaction?.redacted(unit) ?? unit)
      if unit.link?.relation == .claim { report.claims += 1 } else { report.translations += 1 }
      if unit.link?.strength == .partial { report.partial += 1 }
      if unit.link?.status == .accepted { report.reviewed += 1 }
    }
    try writer.finish()
    return report
  }

  private func forEachUnit(
    of snapshot: MemorySnapshot, _ take: (TranslationUnit) throws -> Void
  ) throws {
    guard let phrase else { return try snapshot.forEachUnit { _, unit in try take(unit) } }
    var last: TranslationUnit.ID?
    try Concordance(snapshot).forEachHit(phrase.sought, in: phrase.language) { hit in
      if hit.unit != last { try take(hit.contents) }
      last = hit.unit
      return true
    }
  }
}

/// The files of one export: beside their places until all are written. What ends in `.gz` is packed.
private final class OutputFiles {
  private struct File {
    let place: OutputFile?
    let write: UnitFileOutput.Stream
    let finish: () throws -> Void
  }

  private let path: String
  private var files: [File] = []

  init(_ path: String) {
    self.path = path
  }

  func open(_ suffix: String) throws -> UnitFileOutput.Stream {
    if path == "-", !suffix.isEmpty {
      throw InputFault(
        "standard output", "the format is one of several files", remedy: "Name them with -o NAME")
    }
    let place = path == "-" ? nil : try OutputFile(path + suffix)
    let file = try place.flatMap { $0.path.hasSuffix(".gz") ? try packed($0) : nil } ?? plain(place)
    files.append(file)
    return file.write
  }

  private func plain(_ place: OutputFile?) throws -> File {
    let output = try TextOutput(place)
    return File(place: place, write: { try output.write($0) }, finish: { try output.flush() })
  }

  private func packed(_ place: OutputFile) throws -> File {
    // Made here, so that an interruption takes it away.
    try? place.open().close()
    let explained = { (body: () throws -> Void) throws in
      do {
        try body()
      } catch {
        throw InputFault(place.path, "cannot be written", remedy: "Is the disk full?")
      }
    }
    let writer = try GzipWriter(path: place.working)
    return File(
      place: place, write: { bytes in try explained { try writer.write(bytes) } },
      finish: { try explained { try writer.close() } })
  }

  func commit() throws {
    for file in files { try file.finish() }
    for file in files { try file.place?.commit() }
  }

  func discard() {
    for file in files { file.place?.discard() }
  }
}

/// When a file says it was made.
enum ExportDate {
  /// As TMX writes dates, in UTC. `SOURCE_DATE_EPOCH` stands for the clock where it is set, so that the
  /// same memory gives the same bytes (reproducible-builds.org/specs/source-date-epoch).
  static var now: String {
    let set = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let date = set.map { Date(timeIntervalSince1970: $0) } ?? .now
    return date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
  }
}
