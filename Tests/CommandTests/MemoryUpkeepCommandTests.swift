import Foundation
import TestSupport
import Testing

/// Removal, its undoing, copies, checks and what goes wrong on the disk, end to end.
@Suite struct MemoryUpkeepCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, data: folder.url.path)
  }

  private func add(_ memory: String, _ pairs: [(String, String)], _ flags: [String] = []) throws
    -> CommandRun
  {
    let file = folder.path("pairs.tsv")
    try pairs.map { "\($0)\t\($1)\n" }.joined().write(
      toFile: file, atomically: true, encoding: .utf8)
    return try run(["add", memory, "--from", "de", "--to", "en", file] + flags)
  }

  private func filled(_ count: Int = 3) throws -> String {
    let added = try add(
      "m", (0..<count).map { ("Satz \($0) mit Wort w\($0).", "Sentence \($0), w\($0).") })
    #expect(added.status == 0, "\(added.errors)")
    return "m"
  }

  private func units(of memory: String) throws -> [String] {
    try run(["export", memory, "--format", "tsv"]).output.split(separator: "\n").map(String.init)
  }

  @Test func removalByWordsCanBeUndone() throws {
    let memory = try filled()
    let before = try units(of: memory)
    #expect(
      try run(["remove", memory, "--query", "wort w1", "--side", "de", "--yes"]).errors
        == "bitext: m: -1 unit\n")
    #expect(try run(["remove", memory, "--query", "wort w1", "--side", "en", "--yes"]).status == 1)
    #expect(
      try run(["remove", memory, "--query", "sentence", "--yes"]).errors
        == "bitext: m: -2 units\n")
    #expect(try units(of: memory).isEmpty)
    // The last one first.
    #expect(try run(["remove", memory, "--undo"]).errors == "bitext: m: +2 units back\n")
    #expect(
      try run(["lookup", memory, "Satz 1 mit Wort w1.", "--from", "de", "--min", "100"]).status == 1
    )
    #expect(try run(["remove", memory, "--undo"]).errors == "bitext: m: +1 unit back\n")
    #expect(try units(of: memory) == before)
    let none = try run(["remove", memory, "--undo"])
    #expect(none.status == 1)
    #expect(none.errors == "bitext: m: no removal to undo\n")
  }

  /// All was added today: before tomorrow and since yesterday, wherever midnight is.
  @Test func removalByDateTakesWhatWasAddedThen() throws {
    let memory = try filled()
    let day = { (offset: Double) in
      Date.now.addingTimeInterval(offset * 86400).formatted(.iso8601.year().month().day())
    }
    #expect(try run(["remove", memory, "--before", day(-1), "--yes"]).status == 1)
    #expect(try run(["remove", memory, "--since", day(2), "--yes"]).status == 1)
    let counted = try run(["remove", memory, "--since", day(-1)])
    #expect(counted.errors == "bitext: m: this would remove 3 units. Say --yes to do it.\n")
    #expect(
      try run(["remove", memory, "--since", day(-1), "--before", day(2), "--yes"]).errors
        == "bitext: m: -3 units\n")
    #expect(try run(["remove", memory, "--undo"]).errors == "bitext: m: +3 units back\n")
    for wrong in ["yesterday", "21.11.2026"] {
      #expect(try run(["remove", memory, "--since", wrong]).errors.contains("no date: \(wrong)"))
    }
  }

  @Test func aCopyGoesBack() throws {
    let memory = try filled()
    let copy = folder.path("copy")
    #expect(try run(["export", memory, "--copy", copy]).errors == "bitext: m: copied to \(copy)\n")
    let before = try units(of: memory)
    #expect(try units(of: copy) == before)
    #expect(try run(["remove", memory, "--id", "1", "--yes"]).status == 0)
    let taken = try run(["export", copy, "--copy", memory])
    #expect(taken.status == 2)
    #expect(taken.errors.contains("there is something at that place already"))
    #expect(try units(of: memory).count == 2)
    #expect(try run(["export", copy, "--copy", memory, "--replace"]).status == 0)
    #expect(try units(of: memory) == before)
    #expect(try run(["lookup", memory, "Satz 0 mit Wort w0.", "--from", "de"]).status == 0)
    #expect(try run(["export", memory, "--copy", copy, "--format", "tmx"]).status == 2)
  }

  /// The index is damaged: that is said with the remedy, and the remedy works.
  @Test func aBrokenIndexIsWrittenAnew() throws {
    let memory = try filled(1500)
    let index = folder.path("bitext/memories/m.bitext/index")
    let segments = try FileManager.default.contentsOfDirectory(atPath: index)
      .filter { $0.hasSuffix(".segment") }
    #expect(!segments.isEmpty)
    for segment in segments {
      let file = try #require(FileHandle(forUpdatingAtPath: "\(index)/\(segment)"))
      // Beyond the mark that says what it is, where the version and checksums stand.
      try file.seek(toOffset: 8)
      try file.write(contentsOf: Data(repeating: 0xFF, count: 16))
    }
    let query = ["lookup", memory, "Satz 700 mit Wort w700.", "--from", "de", "--json"]
    let broken = try run(query)
    #expect(broken.status == 2)
    #expect(broken.errors.contains("index is damaged"), "\(broken.errors)")
    #expect(broken.errors.contains("bitext check --rebuild"), "\(broken.errors)")
    let mended = try run(["check", "--rebuild", memory])
    #expect(mended.errors == "bitext: m: index written anew\n", "\(mended.errors)")
    let matches = try #require(try run(query).json()["matches"] as? [[String: Any]])
    #expect(matches.first?["score"] as? Int == 100)
  }

  /// A disk that takes no more: what was there stays, and nothing half is added. A limit on the size of
  /// files stands for the disk.
  @Test func aFullDiskAddsNothing() throws {
    let memory = try filled()
    let before = try units(of: memory)
    let file = folder.path("many.tsv")
    try (0..<20000).map { "Langer Satz Nummer \($0), der Platz braucht.\tLong sentence \($0).\n" }
      .joined().write(toFile: file, atomically: true, encoding: .utf8)
    let full = try CommandRun(
      shell: "trap '' XFSZ; ulimit -f 600; \"$0\" \"$@\"",
      ["add", memory, "--from", "de", "--to", "en", file], data: folder.url.path)
    #expect(full.status == 2, "\(full.errors)")
    #expect(full.errors.contains("nothing was changed"), "\(full.errors)")
    #expect(try units(of: memory) == before)
    #expect(try run(["check", memory]).status == 0)
    #expect(try add(memory, [("Noch ein Satz.", "One more.")]).errors == "bitext: m: +1 unit\n")
  }

  private static let odd = [
    ("Der Rat tagte am Montag in Berlin.", "The council met on Monday in Berlin."),
    (
      "Please close the door before you leave the house.",
      "Please close the door before you leave the house."
    ),
    (
      "Das ist ja wohl nicht der richtige Satz für die andere Sprache.",
      "Und das hier ist auch noch ein deutscher Satz, der nicht hierher gehört."
    ),
    ("Es waren 12 Leute da.", "There were 21 people and 3 dogs."),
    (
      "Gut so.",
      "This is a very long translation of a very short text, which cannot be right, and it goes on and on, because nobody has told it when to stop."
    ),
    ("2026 – 11 – 21", "2026 / 11 / 21"),
    ("Der Rat tagte am Montag in Berlin.", "The board met in Berlin on Monday."),
  ]

  @Test func checkNamesWhatLooksWrong() throws {
    #expect(try add("odd", Self.odd).status == 0)
    let record = try run(["check", "--json", "odd"]).json()
    let problems = try #require(record["problems"] as? [[String: Any]])
    let found = problems.reduce(into: [String: [Int]]()) { found, problem in
      found[problem["kind"] as? String ?? ""] = problem["examples"] as? [Int]
    }
    #expect(
      found == [
        "untranslated": [2], "wrong-language": [3], "numbers": [4], "length": [5],
        "boilerplate": [6], "conflict": [7],
      ])
    let text = try run(["check", "odd"])
    #expect(text.status == 1)
    #expect(text.output.contains("bitext remove odd --problem untranslated"))
    // The first of each kind can be looked at.
    #expect(text.output.contains("    id 4\n       Es waren 12 Leute da.\n       There were 21"))
    // The remedy does what it says, and can be undone.
    let removed = try run(["remove", "odd", "--problem", "untranslated", "--yes"])
    #expect(removed.errors == "bitext: odd: -1 unit\n")
    #expect(try run(["remove", "odd", "--problem", "untranslated", "--yes"]).status == 1)
    #expect(try run(["remove", "odd", "--undo"]).errors == "bitext: odd: +1 unit back\n")
  }

  @Test func cleaningLeavesOutWhatLooksWrong() throws {
    let clean = try add("clean", Self.odd, ["--clean", "untranslated,wrong-language"])
    #expect(
      clean.errors
        == "bitext: clean: +5 units, 2 left out by --clean (1 untranslated, 1 wrong-language)\n")
    let all = try add("all", Self.odd, ["--clean", "all"])
    #expect(all.errors.hasPrefix("bitext: all: +1 unit, 6 left out by --clean ("))
    let wrong = try add("all", Self.odd, ["--clean", "typos"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("'typos' is invalid"))
  }

  @Test func statisticsAreALine() throws {
    let memory = try filled()
    let text = try run(["stats", memory])
    #expect(text.output.hasPrefix("m: 3 units, de 3, en 3, 0 documents, "))
    #expect(text.output.split(separator: "\n").count == 1)
    #expect(try run(["stats"]).output == text.output)
    let record = try run(["stats", "--json"]).json()
    #expect(record["name"] as? String == "m")
    #expect(record["units"] as? Int == 3)
    #expect(try run(["stats", "none"]).status == 2)
  }
}
