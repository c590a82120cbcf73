internal import ArgumentParser
internal import BitextToolkit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong in files of units and documents, and what helps.",
    discussion: """
      Each problem is a line: the file, the line in it, the cause, what becomes of it when the file \
      is read (mended by a rule, skipped, or fatal), and what helps. The exit status is 1 when there \
      is any.

      EXAMPLES
        bitext check memory.tmx
        bitext check *.tmx *.xlf *.po terms.tbx
        bitext check --format hunalign pairs.txt
        bitext check --json memory.tmx | jq '.problems[].line'
      """)

  @Option(
    help: """
      \(FileCheck.formats.joined(separator: ", ")). (default: by the file's name or content)
      """)
  var format: String?

  @Flag(help: "Print one JSON record a file.")
  var json = false

  @Argument(help: "The files to check.")
  var files: [String]

  func validate() throws {
    if let format, !FileCheck.formats.contains(format) {
      throw ValidationError(
        "--format is one of \(FileCheck.formats.joined(separator: ", ")), not \(format)")
    }
  }

  func run() throws {
    let check = FileCheck(format: format)
    var found = 0
    for file in files {
      let report = try check.report(file)
      found += report.problemCount
      if json {
        Console.print(try JSONText.line(report))
      } else {
        for problem in report.problems { Console.print(Self.line(of: problem, in: file)) }
        Console.note(Self.summary(of: report))
      }
    }
    if found > 0 { throw ExitStatus.nothingFound }
  }

  /// `memory.tmx:12: a bare & instead of &amp; (mended). Export it anew.`
  private static func line(of problem: FileCheck.Problem, in file: String) -> String {
    let place = file + (problem.line.map { ":\($0)" } ?? "")
    let head = "\(place): \(problem.cause) (\(problem.severity.rawValue))."
    return head + (problem.remedy.map { " \($0)." } ?? "")
  }

  private static func summary(of report: FileCheck.Report) -> String {
    let units = report.units.map { ", " + Figures.count($0, "unit") } ?? ""
    let problems =
      report.problemCount == 0 ? "no problem" : Figures.count(report.problemCount, "problem")
    return "\(report.file): \(report.format)\(units), \(problems)"
  }
}
