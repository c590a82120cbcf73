internal import ArgumentParser
internal import BitextToolkit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong in files of units, documents and memories, and what helps.",
    discussion: """
      Of a file each problem is a line: the file, the line in it, the cause, what becomes of it when \
      the file is read (mended by a rule, skipped, or fatal), and what helps. Of a memory, given by \
      its name or folder, every byte and every unit is read: what is in it, and which units look \
      wrong. The exit status is 1 when there is any problem.

      EXAMPLES
        bitext check memory.tmx
        bitext check *.tmx *.xlf *.po terms.tbx
        bitext check --format hunalign pairs.txt
        bitext check --json memory.tmx | jq '.problems[].line'
        bitext check news
        bitext check --rebuild news     write a memory's index anew from its units
      """)

  @Option(
    help: """
      \(FileCheck.formats.joined(separator: ", ")). (default: by the file's name or content)
      """)
  var format: String?

  @Flag(help: "Print one JSON record a file or memory.")
  var json = false

  @Flag(help: "Write the index of a memory anew first.")
  var rebuild = false

  @Argument(help: "The files and memories to check.")
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
      if rebuild || MemoryCheck.isMemory(file) {
        found += try checkMemory(file)
        continue
      }
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

  /// - Returns: How many kinds of problems there are.
  private func checkMemory(_ name: String) throws -> Int {
    if rebuild {
      try MemoryCheck.rebuild(name)
      Console.note("\(name): index written anew")
    }
    let record = try MemoryCheck(name).record
    if json {
      Console.print(try JSONText.line(record))
    } else {
      for line in MemoryCheckText.lines(of: record, memory: name, width: Console.width) {
        Console.print(line)
      }
    }
    return record.problems.count
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
