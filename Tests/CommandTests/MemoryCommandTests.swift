import Foundation
import TestSupport
import Testing

/// The commands on a memory, end to end.
@Suite struct MemoryCommandTests {
  private let folder: TemporaryFolder
  private let pairs: String

  init() throws {
    folder = try TemporaryFolder()
    pairs = folder.path("pairs.tsv")
    try """
    Der Kongress muss endlich die Mittel freigeben.\tCongress must finally release the funds.
    Die Rakete flog 300 km weit.\tThe rocket flew 300 km.
    Ja.\tYes.
    Ja.\tIndeed.
    leer\t

    """.write(toFile: pairs, atomically: true, encoding: .utf8)
  }

  private func run(_ arguments: [String], input: String = "") throws -> CommandRun {
    try CommandRun(arguments, input: input, data: folder.url.path)
  }

  private func filled() throws -> String {
    let run = try run(["add", "news", "--from", "de", "--to", "en", pairs])
    #expect(run.status == 0, "\(run.errors)")
    return "news"
  }

  @Test func addingTwiceAddsNothing() throws {
    let arguments = ["add", "news", "--from", "de", "--to", "en", pairs]
    let first = try run(arguments)
    #expect(first.errors == "bitext: news: +4 units, 1 refused (1 an empty text)\n")
    let again = try run(arguments)
    #expect(
      again.errors == "bitext: news: +0 units, 4 already there, 1 refused (1 an empty text)\n")
    #expect([first.output, again.output] == ["", ""])
    #expect(
      FileManager.default.fileExists(
        atPath: folder.path("bitext/memories/news.bitext/units.sqlite")))
  }

  @Test func aMatchShowsItsDifferenceAndItsSum() throws {
    let memory = try filled()
    let found = try run(["lookup", memory, "Der Kongress muss die Mittel freigeben."])
    let lines = found.output.split(separator: "\n")
    // 6 words of 7: ⌊85.7⌋.
    #expect(lines.first == " 85 %  Der Kongress muss [-endlich-] die Mittel freigeben.")
    #expect(lines.dropFirst().first == "       Congress must finally release the funds.")
    #expect(found.errors == "bitext: query taken to be in de; --from says it\n")
    // Numbers and the full stop differ: 97, and a penalty of 2.
    let numbers = try run(["lookup", memory, "Die Rakete flog 400 km weit", "--from", "de"])
    #expect(numbers.output.hasPrefix(" 95 %  Die Rakete flog [-300-] {+400+} km weit[-.-]\n"))
    #expect(numbers.output.contains("95 = 97 similarity − 2 numbers"))
    #expect(numbers.status == 0)
  }

  @Test func jsonHasTheFieldsOfTheContract() throws {
    let memory = try filled()
    let run = try run(["lookup", memory, "Yes.", "--from", "en", "--to", "de", "--json"])
    let record = try run.json()
    #expect(Set(record.keys) == ["v", "query", "from", "to", "matches"])
    #expect(record["v"] as? Int == 1)
    #expect(record["query"] as? String == "Yes.")
    let match = try #require((record["matches"] as? [[String: Any]])?.first)
    #expect(
      Set(match.keys) == [
        "kind", "score", "similarity", "penalties", "source", "target", "sourceLanguage",
        "targetLanguage", "diff", "provenance", "unit",
      ])
    #expect(match["kind"] as? String == "exact")
    #expect(match["score"] as? Int == 100)
    #expect(match["target"] as? String == "Ja.")
    #expect(match["unit"] as? Int == 3)
    #expect((match["diff"] as? [[String: String]]) == [["op": "keep", "text": "Yes."]])
  }

  /// From two texts to a match that says where it comes from.
  @Test func anAlignmentBringsItsProvenance() throws {
    let texts = [
      ("de", "Der Rat tagte am Montag in Berlin. Anna Weber sprach 20 Minuten.\n"),
      ("en", "The council met on Monday in Berlin. Anna Weber spoke for 20 minutes.\n"),
    ]
    for (language, text) in texts {
      try text.write(toFile: folder.path("\(language).txt"), atomically: true, encoding: .utf8)
    }
    let aligned = try run([
      "align", "--from", "de", "--to", "en", "--mode", "parallel", "--lexicon", "none",
      folder.path("de.txt"), folder.path("en.txt"), "-o", folder.path("a.jsonl"),
    ])
    #expect(aligned.status == 0, "\(aligned.errors)")
    #expect(try run(["add", "m", folder.path("a.jsonl")]).errors == "bitext: m: +2 units\n")
    #expect(
      try run(["add", "m", folder.path("a.jsonl")]).errors
        == "bitext: m: +0 units, 2 already there\n")
    let json = try run([
      "lookup", "m", "Anna Weber sprach 20 Minuten.", "--from", "de", "--json",
    ]).json()
    let match = try #require((json["matches"] as? [[String: Any]])?.first)
    #expect(match["similarity"] as? Int == 100)
    // A program aligned it, and nobody has accepted it.
    #expect(match["score"] as? Int == 99)
    #expect(match["relation"] as? String == "translation")
    let provenance = try #require(match["provenance"] as? [String: Any])
    #expect(provenance["status"] as? String == "proposed")
    let places = try #require(provenance["places"] as? [[String: Any]])
    #expect(places.map { $0["language"] as? String } == ["de", "en"])
    #expect(places.map { $0["segments"] as? [Int] } == [[1], [1]])
    // UTF-8 offsets: the first sentences have 34 and 36 bytes, then a space.
    #expect(places.map { $0["spans"] as? [[Int]] } == [[[35, 64]], [[37, 69]]])
    let removed = try run(["remove", "m", "--doc", places[0]["document"] as? String ?? "", "--yes"])
    #expect(removed.errors == "bitext: m: -2 units\n")
  }

  /// Out of one memory and into another, and nothing is new to the first.
  @Test func memoriesTravelAsTMX() throws {
    let memory = try filled()
    let file = folder.path("out.tmx")
    #expect(try run(["export", memory, "-o", file]).status == 0)
    #expect(try run(["add", "copy", file]).errors == "bitext: copy: +4 units\n")
    #expect(try run(["add", memory, file]).errors == "bitext: news: +0 units, 4 already there\n")
    let pairs = try ["copy", memory].map { try run(["export", $0, "--format", "tsv"]).output }
    #expect(pairs[0] == pairs[1])
    // Cut off, it adds what is whole; strictly, nothing, and makes no memory.
    let half = try String(contentsOfFile: file, encoding: .utf8)
    try String(half.prefix(half.count * 4 / 5))
      .write(toFile: folder.path("half.tmx"), atomically: true, encoding: .utf8)
    let part = try run(["add", "part", folder.path("half.tmx")])
    #expect(part.status == 3)
    #expect(part.errors.contains("the file is cut off"), "\(part.errors)")
    let cut = try run(["add", "third", "--strict", folder.path("half.tmx")])
    #expect(cut.status == 2)
    #expect(cut.errors.contains("the file is cut off"), "\(cut.errors)")
    #expect(try run(["lookup", "third", "Ja."]).errors.contains("no such memory"))
  }

  /// Newest first, and no second 100 % hidden.
  @Test func everyTranslationIsShown() throws {
    let memory = try filled()
    let run = try run(["lookup", memory, "Ja.", "--from", "de", "--json"])
    let matches = try #require(try run.json()["matches"] as? [[String: Any]])
    #expect(matches.map { $0["target"] as? String } == ["Indeed.", "Yes."])
  }

  @Test func aWorkerAnswersLineByLine() throws {
    let memory = try filled()
    let input = "Ja.\nRakete\n{\"a\":1}\n{\"id\":\"7\",\"text\":\"Yes.\"}\n"
    let run = try run(["lookup", memory, "-", "--jsonl"], input: input)
    let records = try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(records.map { ($0["matches"] as? [Any])?.count } == [2, 0, nil, 1])
    #expect(records.map { $0["id"] as? String } == [nil, nil, nil, "7"])
    #expect((records[2]["error"] as? String)?.hasPrefix("-:3: not a record") == true)
    #expect(run.status == 3)
  }

  @Test func nothingFoundIsOne() throws {
    let memory = try filled()
    #expect(try run(["lookup", memory, "Etwas völlig anderes"]).status == 1)
    #expect(try run(["concordance", memory, "Flugzeug"]).status == 1)
    #expect(try run(["remove", memory, "--id", "99", "--yes"]).status == 1)
  }

  @Test func concordanceMarksThePhrase() throws {
    let memory = try filled()
    let found = try run(["concordance", memory, "rak*", "--side", "de"])
    let lines = found.output.split(separator: "\n", omittingEmptySubsequences: false)
    // Off a terminal lines are 100 wide: the phrase begins in column 40.
    #expect(
      lines.first == Substring(String(repeating: " ", count: 36) + "Die «Rakete» flog 300 km weit.")
    )
    #expect(lines.dropFirst().first == "    en  The rocket flew 300 km.")
    let json = try run(["concordance", memory, "rak*", "--jsonl"]).json()
    #expect(json["ranges"] as? [[Int]] == [[4, 10]])
    #expect(json["language"] as? String == "de")
  }

  @Test func removalCountsFirst() throws {
    let memory = try filled()
    let asked = try run(["remove", memory, "--id", "3"])
    #expect(asked.status == 2)
    #expect(asked.errors == "bitext: news: this would remove 1 unit. Say --yes to do it.\n")
    #expect(try run(["remove", memory, "--id", "3", "--yes"]).errors == "bitext: news: -1 unit\n")
    #expect(try run(["lookup", memory, "Yes.", "--from", "en"]).status == 1)
    let unknown = try run(["remove", memory, "--doc", "x.txt"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("no unit comes from the document “x.txt”"))
  }

  @Test func exportsPairs() throws {
    let memory = try filled()
    let file = folder.path("out.tsv")
    let run = try run(["export", memory, "-o", file, "--from", "en"])
    #expect(
      run.errors == "bitext: news: 4 units: 4 translations, 0 claims, 0 reviewed\n")
    #expect(
      try String(contentsOfFile: file, encoding: .utf8).hasPrefix(
        "Congress must finally release the funds.\tDer Kongress muss endlich die Mittel freigeben.\n"
      ))
    let lines = try self.run(["export", memory, "--format", "jsonl"]).output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"type":"unit","v":1,"variants":["#) })
    #expect(
      try self.run(["export", memory, "--format", "tsv", "--only", "claims"]).output == "")
  }

  /// Each with what is wrong and what helps, and status 2.
  @Test func whatIsNoMemoryIsExplained() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("foreign.bitext"), withIntermediateDirectories: false)
    try Data("text".utf8).write(to: folder.url.appending(path: "file.bitext"))
    for (name, cause) in [
      ("none", "no such memory. Check the name"), ("foreign", "a folder, but no memory"),
      ("file", "a file, not a memory"),
    ] {
      let run = try run(["lookup", folder.path(name), "Ja."])
      #expect(run.status == 2)
      #expect(run.errors.contains("\(name).bitext: \(cause)"), "\(run.errors)")
      #expect(run.output == "")
    }
    let added = try run(["add", folder.path("file"), "--from", "de", "--to", "en", pairs])
    #expect(added.status == 2)
    #expect(added.errors.contains("a file, not a memory"))
  }

  /// `/proc` lets nobody make a folder, root neither.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/version")))
  func aFolderThatMayNotBeWrittenIsExplained() throws {
    let run = try run(["add", "/proc/m", "--from", "de", "--to", "en", pairs])
    #expect(run.status == 2)
    #expect(run.errors.contains("/proc/m.bitext: the memory's folder cannot be made."))
  }

  /// A file that breaks off leaves no memory behind where there was none, and an old one as it was.
  @Test func halfAFileAddsNothing() throws {
    let broken = folder.path("broken.tsv")
    try "Ja.\tYes.\nNein\n".write(toFile: broken, atomically: true, encoding: .utf8)
    let fresh = try run(["add", "fresh", "--from", "de", "--to", "en", broken])
    #expect(fresh.status == 2)
    #expect(fresh.errors.contains("broken.tsv:2: no tab between a text and its translation."))
    #expect(
      !FileManager.default.fileExists(atPath: folder.path("bitext/memories/fresh.bitext")))
    let memory = try filled()
    #expect(try run(["add", memory, "--from", "de", "--to", "en", broken]).status == 2)
    #expect(
      try run(["export", memory, "--format", "tsv"]).output.split(separator: "\n").count == 4)
  }

  @Test func questionsThatMakeNoSenseAreExplained() throws {
    let memory = try filled()
    for (arguments, cause) in [
      (["lookup", memory, " "], "nothing to look up"),
      (["lookup", memory, "Ja.", "--from", "fr"], "no text in “fr”. It has de, en."),
      (["lookup", memory, "Ja.", "--min", "0"], "--min is 1 to 100"),
      (["concordance", memory, "…"], "no word in “…”"),
      (["concordance", memory, "Ja", "--side", "fr"], "no text in “fr”. It has de, en."),
      (["add", memory, pairs], "Give them with --from and --to."),
      (["add", memory, folder.url.path], "a folder, not a file"),
      (["add", memory, folder.path("none.tmx")], "none.tmx"),
    ] {
      let run = try run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains(cause), "\(run.errors)")
    }
    #expect(try run(["remove", memory, "--id", "1", "--id", "2", "--yes"]).status == 0)
    #expect(try run(["remove", memory, "--id", "3", "--id", "4", "--yes"]).status == 0)
    let empty = try run(["lookup", memory, "Ja."])
    #expect(empty.status == 1)
    #expect(empty.errors.contains("the memory is empty"))
  }
}
