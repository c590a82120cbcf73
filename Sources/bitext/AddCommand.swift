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
        bitext add ./team.bitext memory.tmx more.tmx
        bitext add news --format tsv --from en --to de pairs.tsv
      """)

  @Option(help: "tmx, jsonl (an alignment file) or tsv. (default: by the file's name or content)")
  var format: UnitFormat?

  @Option(help: "The language of the first column of a tsv.")
  var from: Language?

  @Option(help: "The language of the second column of a tsv.")
  var to: Language?

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  @Argument(help: "The files to add; - is standard input, with --format.")
  var files: [String]

  func run() throws {
    let addition = MemoryAddition(to: memory, columns: [from, to].compactMap { $0?.tag })
    var total = AdditionReport()
    for file in files {
      total = total + (try addition.add(file, format: format, remark: Console.note))
    }
    Console.note(AdditionText(total, memory: memory).line)
    if total.refused[.unreadable] != nil { throw ExitStatus.someFailed }
  }
}

extension UnitFormat: ExpressibleByArgument {}
