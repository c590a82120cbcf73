public import ArgumentParser
public import BitextToolkit

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put alignments and TMX files into a memory.",
    discussion: """
      A memory is a folder, NAME.bitext: a bare NAME lives among your own memories, anything with a \
      slash is a path. It is made when it is missing. Adding a file twice adds nothing; each file \
      goes in wholly or not at all; units that a broken TMX file garbles are named, left out, and \
      the exit status is 3.

      EXAMPLES
        bitext align --from de --to en bericht.txt report.txt -o brief.jsonl
        bitext add news brief.jsonl
        bitext add ./team.bitext memory.tmx.gz more.xlf app.po terms.tbx
        bitext add news --strict memory.tmx
        bitext add news --from en --to de pairs.tsv
        bitext add news --clean untranslated,wrong-language,boilerplate agency.tmx
      """)

  @Option(
    help: """
      \(UnitFormat.allCases.filter(\.isRead).map(\.name).joined(separator: ", ")). \
      (default: by the file's name or content)
      """)
  var format: UnitFormat?

  @Option(help: "The source's language, where the file does not say it.")
  var from: Language?

  @Option(help: "The target's language, where the file does not say it.")
  var to: Language?

  @Flag(help: "Stop at the first thing in a file that is not as its format wants it.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      """
      Leave out units with these problems, commas between them, or all: \
      \(UnitProblem.allCases.map(\.rawValue).joined(separator: ", ")). A duplicate is one of \
      another unit of the same run.
      """, valueName: "problems"))
  var clean: ProblemSet?

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  @Argument(help: "The files to add; - is standard input, with --format.")
  var files: [String]

  func run() throws {
    let addition = try MemoryAddition(
      to: memory, columns: [from, to].compactMap { $0?.tag }, isStrict: strict,
      leavingOut: clean?.problems ?? [])
    var total = AdditionReport()
    for file in files {
      total = total + (try addition.add(file, format: format, remark: Console.note))
    }
    Console.note(AdditionText(total, memory: memory).line)
    if total.refused[.unreadable] != nil { throw ExitStatus.someFailed }
  }
}

extension UnitFormat: ExpressibleByArgument {
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
