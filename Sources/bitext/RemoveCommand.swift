internal import ArgumentParser
internal import BitextToolkit
internal import Foundation

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take units out of a memory: by document, ID, words, date or problem.",
    discussion: """
      Counts first, and asks on a terminal; elsewhere it wants --yes. --undo brings back what the \
      last removal took, and, said again, what the one before it took: twenty of them are kept.

      EXAMPLES
        bitext remove news --doc bericht.txt
        bitext remove news --id 12 --id 13 --yes
        bitext remove news --query "Lorem ipsum" --side en
        bitext remove news --since 2026-11-01 --before 2026-11-08
        bitext remove news --problem duplicate,untranslated
        bitext remove news --undo
      """)

  @Option(help: "Remove the units of which a text stands in this document.")
  var doc: String?

  @Option(help: "Remove the unit of this ID, as lookup --json shows it; repeatable.")
  var id: [Int64] = []

  @Option(help: "Remove the units that concordance finds for these words.")
  var query: String?

  @Option(help: "With --query: search only the texts in this language.")
  var side: Language?

  @Option(help: "Remove the units added on this day (UTC) or later, as 2026-11-21.")
  var since: String?

  @Option(help: "Remove the units added before this day.")
  var before: String?

  @Option(
    help: ArgumentHelp(
      """
      Remove the units in which check finds these problems, commas between them; of duplicates and \
      conflicts the first stays.
      """, valueName: "problems"))
  var problem: ProblemSet?

  @Flag(help: "Bring back what the last removal took.")
  var undo = false

  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  @Argument(help: "The memory: a name, or a path with a slash.")
  var memory: String

  func validate() throws {
    let ways = [
      doc != nil, !id.isEmpty, query != nil, since != nil || before != nil, problem != nil, undo,
    ]
    guard ways.count(where: { $0 }) == 1 else {
      throw ValidationError(
        "say what to remove: one of --doc, --id, --query, --since with --before, --problem, "
          + "or --undo")
    }
    if side != nil, query == nil { throw ValidationError("--side goes with --query") }
    for date in [since, before].compactMap({ $0 }) where !Self.isDate(date) {
      throw ValidationError("no date: \(date); write it as 2026-11-21")
    }
  }

  func run() throws {
    if undo { return try undoLast() }
    let removal = try MemoryRemoval(try selection(), from: memory)
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

  private func undoLast() throws {
    guard let count = try MemoryRemoval.undo(in: memory) else {
      Console.note("\(memory): no removal to undo")
      throw ExitStatus.nothingFound
    }
    Console.note("\(memory): +\(Figures.count(count, "unit")) back")
  }

  private func selection() throws -> Memory.Selection {
    if let doc { return .document(doc) }
    if let query {
      guard let phrase = try Phrase(query, tokenizer: WordTokenizer()) else {
        throw InputFault("--query", "no word in “\(query)”", remedy: "Give a word or a phrase")
      }
      return .phrase(phrase, language: side?.tag)
    }
    if let problem {
      return .units(try MemoryCheck.units(with: problem.problems, in: memory))
    }
    if since != nil || before != nil { return .added(since: since, before: before) }
    return .units(id.map(TranslationUnit.ID.init(rawValue:)))
  }

  /// Whether it begins as ISO 8601 has dates.
  private static func isDate(_ text: String) -> Bool {
    let digits = text.utf8.prefix(10).map {
      ($0 >= 0x30 && $0 <= 0x39) ? "0" : Character(Unicode.Scalar($0))
    }
    return String(digits) == "0000-00-00"
  }
}
