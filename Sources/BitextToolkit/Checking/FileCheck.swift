public import BitextModel
internal import Foundation
internal import Interchange

/// Looks for what is wrong in a file that `bitext` reads, and says what helps.
public struct FileCheck: Sendable {
  /// Something wrong in a file.
  public struct Problem: Sendable, Hashable, Codable {
    public enum Severity: String, Sendable, Hashable, Codable {
      /// It is read all the same, by a stated rule.
      case mended
      /// A unit is left out.
      case skipped
      /// The file, or the rest of it, cannot be read.
      case fatal
    }

    public let severity: Severity
    /// One-based; `nil` where no line is to blame.
    public let line: Int?
    public let cause: String
    public let remedy: String?
  }

  /// What a check has found.
  public struct Report: Sendable, Hashable, Codable {
    /// The version of the record's form.
    public let v: Int
    public let file: String
    /// For people: `TMX`, “a web page”.
    public let format: String
    /// Units that can be read; `nil` of a format that has none.
    public let units: Int?
    /// In the order of the file; of very many, the first some thousands.
    public let problems: [Problem]
    /// How many there are.
    public let problemCount: Int
  }

  /// By `name` of a unit format, or `ladder` or `hunalign`; `nil` goes by the file.
  public let format: String?
  /// Of formats that do not say their languages.
  public let languages: [LanguageTag]

  public init(format: String? = nil, languages: [LanguageTag] = []) {
    (self.format, self.languages) = (format, languages)
  }

  public static let formats =
    UnitFormat.allCases.filter(\.isRead).map(\.name) + [
      "ladder", "hunalign",
    ]

  /// - Throws: `InputFault` when the file is not there, or what it is cannot be told.
  public func report(_ path: String) throws(InputFault) -> Report {
    if format != UnitFormat.moses.name { try Self.require(path) }
    if let format { return try report(path, named: format) }
    if let format = UnitFormat(fileName: path) { return report(path, units: format) }
    if let format = DocumentFormat(fileName: path) {
      return try report(path, title: format.title) { _ = try DocumentFile.text(path) }
    }
    if path == "-" {
      throw InputFault(path, "no name to tell the format by", remedy: "Say it with --format")
    }
    if let format = try UnitSource.sniff(path) { return report(path, units: format) }
    if path.lowercased().hasSuffix(".ladder") { return try report(path, named: "ladder") }
    return try report(path, title: "plain text") { _ = try TextFile.read(path) }
  }

  private static func require(_ path: String) throws(InputFault) {
    var isFolder: ObjCBool = false
    guard path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFault(path, "no such file", remedy: "Check the path; - reads standard input")
    }
    guard !isFolder.boolValue else {
      throw InputFault(path, "a folder, not a file", remedy: "Name a file inside it")
    }
  }

  private func report(_ path: String, named name: String) throws(InputFault) -> Report {
    if let format = UnitFormat(rawValue: name) { return report(path, units: format) }
    let text = try TextFile.read(path)
    return try report(path, title: "a ladder") {
      do throws(Ladder.ParseError) {
        _ = name == "hunalign" ? try Ladder(hunalign: text) : try Ladder(text: text)
      } catch {
        throw InputFault(path, line: error.line, error.cause, remedy: "Write it anew")
      }
    }
  }

  /// Of a file that either can be read or not.
  private func report(
    _ path: String, title: String, _ read: () throws -> Void
  ) throws(InputFault) -> Report {
    var problems: [Problem] = []
    do {
      try read()
    } catch let fault as InputFault {
      problems.append(
        Problem(severity: .fatal, line: fault.line, cause: fault.cause, remedy: fault.remedy))
    } catch {
      problems.append(Problem(severity: .fatal, line: nil, cause: "\(error)", remedy: nil))
    }
    return Report(
      v: 1, file: path, format: title, units: nil, problems: problems,
      problemCount: problems.count)
  }

  private func report(_ path: String, units format: UnitFormat) -> Report {
    var (count, problems, extra) = (0, [Problem](), 0)
    do {
      let reader = try format.reader(UnitFileInput(.path(path), languages: asked(format)))
      defer {
        problems = reader.remarks.map { remark in
          Problem(
            severity: remark.outcome == .mended ? .mended : .skipped, line: remark.line,
            cause: remark.cause, remedy: remark.remedy)
        }
        extra = reader.remarkCount - problems.count
      }
      while try reader.next() != nil { count += 1 }
    } catch let fault as FileFault {
      problems.append(
        Problem(severity: .fatal, line: fault.line, cause: fault.cause, remedy: fault.remedy))
    } catch {
      problems.append(Problem(severity: .fatal, line: nil, cause: "\(error)", remedy: nil))
    }
    return Report(
      v: 1, file: path, format: format.title, units: count, problems: problems,
      problemCount: problems.count + extra)
  }

  /// Which languages columns have does not matter for whether they can be read.
  private func asked(_ format: UnitFormat) -> [LanguageTag] {
    guard format.needsLanguages, languages.count < 2 else { return languages }
    return ["und", "und"].compactMap(LanguageTag.init)
  }
}
