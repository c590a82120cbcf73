internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take units out of a memory, by document or by ID.",
    discussion: """
      Counts first, and asks on a terminal; elsewhere it wants --yes. What is removed cannot be \
      brought back.

      EXAMPLES
        bitext remove news --doc bericht.txt
        bitext remove news --id 12 --id 13 --yes
      """)

  @Option(help: "Remove the units of which a text stands in this document.")
  var doc: String?

  @Option(help: "Remove the unit of this ID, as lookup --json shows it; repeatable.")
  var id: [Int64] = []

  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  func validate() throws {
    guard (doc != nil) != !id.isEmpty else {
      throw ValidationError("say what to remove: either --doc or --id")
    }
  }

  func run() throws {
    let selection =
      doc.map(Memory.Selection.document)
      ?? .units(id.map(TranslationUnit.ID.init(rawValue:)))
    let removal = try MemoryRemoval(selection, from: memory)
    guard removal.count > 0 else {
      Console.note("\(memory): no such unit")
      throw ExitStatus.nothingFound
    }
    let units = Figures.count(removal.count, "unit")
    if !yes {
      guard isatty(STDIN_FILENO) == 1 else {
        throw InputFault(memory, "this would remove \(units)", remedy: "Say --yes to do it")
      }
      Console.warn("Remove \(units) from \(memory)? [y/N]")
      guard readLine()?.lowercased().hasPrefix("y") == true else {
        Console.note("\(memory): nothing removed")
        return
      }
    }
    Console.note("\(memory): -" + Figures.count(try removal.perform(), "unit"))
  }
}
