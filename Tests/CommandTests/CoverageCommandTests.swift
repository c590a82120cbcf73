import Foundation
import TestSupport
import Testing

/// `bitext coverage`, end to end, without a lexicon: names and numbers suffice for these texts.
@Suite struct CoverageCommandTests {
  private let folder: TemporaryFolder
  private let german: String
  private let english: String

  init() throws {
    folder = try TemporaryFolder()
    german = folder.path("de.txt")
    english = folder.path("en.txt")
    try """
    Am 14. Mai 2021 trafen sich Anna Lindqvist und Boris Wagner in Straßburg.
    2.345 Menschen kamen.
    Das Wetter blieb unbeständig.

    """.write(toFile: german, atomically: true, encoding: .utf8)
    try """
    On 14 May 2021 Anna Lindqvist and Boris Wagner met in Strasbourg.
    2,345 people came.

    """.write(toFile: english, atomically: true, encoding: .utf8)
  }

  private func coverage(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(
      ["coverage", "--from", "de", "--to", "en", "--segmented", "--lexicon", "none"] + arguments)
  }

  @Test func tableNamesBothDirections() throws {
    let run = try coverage([german, english])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("de.txt (German)   English"))
    #expect(run.output.contains("en.txt (English)  German"))
    #expect(run.output.contains("of 3") && run.output.contains("of 2"))
  }

  @Test func recordKeepsTheContract() throws {
    let record = try coverage([german, english, "--json"]).json()
    #expect(record["v"] as? Int == 1)
    for (side, total) in [("source", 3), ("target", 2)] {
      let direction = try #require(record[side] as? [String: Any])
      let sentences = try #require(direction["sentences"] as? [String: Int])
      #expect(sentences["total"] == total)
      #expect(
        (sentences["full"] ?? 0) + (sentences["partial"] ?? 0) == sentences["covered"])
      let unmatched = try #require(direction["unmatched"] as? [[String: Any]])
      #expect(unmatched.count == total - (sentences["covered"] ?? 0))
      let characters = try #require(direction["characters"] as? [String: Any])
      #expect(
        Set(characters.keys) == [
          "covered", "lower", "upper", "total", "ratio", "deviation", "linked", "confirmed",
        ])
      #expect(direction["paragraphs"] is [Any] && direction["sections"] is [Any])
    }
    #expect(record["settings"] is [String: Any] && record["beads"] is [String: Any])
    #expect(record.keys.contains("mutual") && record.keys.contains("order"))
  }

  @Test func gateIsOnTheLowerBound() throws {
    #expect(try coverage([german, english, "--fail-under", "0"]).status == 0)
    // The German version has a sentence of its own: it can never be covered wholly.
    let run = try coverage([german, english, "--fail-under", "1"])
    #expect(run.status == 1)
    #expect(run.errors.contains("less than 1.00"))
  }

  @Test func gapsShowTheSentence() throws {
    let run = try coverage([german, english, "--gaps"])
    #expect(run.output.contains("Das Wetter blieb unbeständig."))
  }

  @Test func setsMakeAMatrix() throws {
    let run = try coverage([german, "--with", english, english])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("all of them"))
    // The third German sentence is told by neither of the two.
    let gaps = try coverage([german, "--gaps", "--with", english, english]).output
    #expect(gaps.contains("Das Wetter blieb unbeständig."), "\(gaps)")
    let record = try coverage([german, "--json", "--with", english, english]).json()
    let cells = try #require(record["cells"] as? [[Any]])
    #expect(cells.map(\.count) == [2])
  }

  @Test func alignmentFileStandsForItsDocuments() throws {
    let file = folder.path("brief.jsonl")
    let align = try CommandRun([
      "align", "--from", "de", "--to", "en", "--segmented", "--lexicon", "none", german, english,
      "-o", file,
    ])
    #expect(align.status == 0, "\(align.errors)")
    let kept = try CommandRun(["coverage", file]).output
    #expect(try kept == coverage([german, english]).output)
  }

  /// A row a direction: counts, then ratios, and what they were made with.
  @Test func spreadsheetHasARowADirection() throws {
    let lines = try coverage([german, english, "--csv"]).output.split(separator: "\n")
    #expect(lines.count == 3)
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(Set(rows.map(\.count)).count == 1)
    let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(row["scope"] == "pair" && row["lang"] == "de" && row["sentences_total"] == "3")
    #expect(row["unit"] == "characters" && row["lexicon"] == "none")
  }

  /// Names tell which documents belong together, in whichever of three ways they are written.
  @Test(arguments: [
    ["de/a.txt", "de/b.txt", "en/a.txt", "en/c.txt"],
    ["a.de.txt", "b.de.txt", "a.en.txt", "c.en.txt"],
    ["sub/a_de.txt", "sub/b_de.txt", "sub/a_en.txt", "sub/c_en.txt"],
  ])
  func folderIsPairedByName(names: [String]) throws {
    let root = try TemporaryFolder()
    for (name, text) in zip(names, [german, german, english, english]) {
      let url = root.url.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: text, toPath: url.path)
    }
    let record = try coverage([root.url.path, "--pair-by", "name", "--json"]).json()
    #expect(record["pairedBy"] as? String == "name")
    let cells = try #require(record["cells"] as? [[Any]])
    #expect(cells.map { $0.map { $0 is [String: Any] } } == [[true, false], [false, false]])
    let table = try coverage([root.url.path, "--pair-by", "name"]).output
    #expect(table.contains("1 of 4 pairs compared, by name"), "\(table)")
    #expect(table.contains("without a counterpart: "))
  }

  @Test func resumedFiguresAreTheSame() throws {
    let journal = folder.path("journal.jsonl")
    let arguments = [german, "--with", english, "--json"]
    let plain = try coverage(arguments).output
    #expect(try coverage(arguments + ["--resume", journal]).output == plain)
    // A run that was killed leaves half a line.
    let whole = try String(contentsOfFile: journal, encoding: .utf8)
    #expect(whole.split(separator: "\n").count == 2)
    try String(whole.dropLast(20)).write(toFile: journal, atomically: true, encoding: .utf8)
    #expect(try coverage(arguments + ["--resume", journal]).output == plain)
    #expect(try String(contentsOfFile: journal, encoding: .utf8) == whole)
    let other = try coverage(arguments + ["--resume", journal, "--threshold", "0.9"])
    #expect(other.status == 2 && other.errors.contains("other settings"), "\(other.errors)")
  }

  @Test func olderReportShowsWhatChanged() throws {
    let report = folder.path("old.json")
    #expect(try coverage([german, english, "--json", "-o", report]).status == 0)
    try """
    On 14 May 2021 Anna Lindqvist and Boris Wagner met in Strasbourg.
    Nobody had expected as much.

    """.write(toFile: english, atomically: true, encoding: .utf8)
    let run = try coverage([german, english, "--since", report, "--gaps"])
    #expect(run.output.contains("− not told: 2.345 Menschen kamen."), "\(run.output)")
    let record = try coverage([german, english, "--since", report, "--json"]).json()
    let since = try #require(record["since"] as? [[String: Any]])
    #expect(since.map { $0["lang"] as? String } == ["de", "en"])
    #expect(since[0]["opened"] as? [String] == ["2.345 Menschen kamen."])
    let counted = try coverage([german, english, "--since", report, "--unit", "words"])
    #expect(counted.errors.contains("made with a different unit"), "\(counted.errors)")
    #expect(!counted.errors.contains("a report of"))
    let renamed = folder.path("renamed.txt")
    try FileManager.default.copyItem(atPath: english, toPath: renamed)
    let version = try coverage([german, renamed, "--since", report])
    #expect(version.errors.contains("a report of \(english)\n"), "\(version.errors)")
    // From here back the gap is closed; without the sentence it is gone.
    let newer = folder.path("new.json")
    #expect(try coverage([german, english, "--json", "-o", newer]).status == 0)
    try """
    On 14 May 2021 Anna Lindqvist and Boris Wagner met in Strasbourg.
    2,345 people came.

    """.write(toFile: english, atomically: true, encoding: .utf8)
    let back = try coverage([german, english, "--since", newer, "--json"]).json()
    let changes = try #require(back["since"] as? [[String: Any]])
    #expect(changes[0]["closed"] as? [String] == ["2.345 Menschen kamen."])
    #expect(changes[0]["removed"] as? [String] == [])
    try """
    Am 14. Mai 2021 trafen sich Anna Lindqvist und Boris Wagner in Straßburg.
    Das Wetter blieb unbeständig.

    """.write(toFile: german, atomically: true, encoding: .utf8)
    let shorter = try coverage([german, english, "--since", newer, "--json"]).json()
    let gone = try #require(shorter["since"] as? [[String: Any]])
    #expect(gone[0]["removed"] as? [String] == ["2.345 Menschen kamen."])
    #expect(gone[0]["closed"] as? [String] == [])
    let swapped = try CommandRun(
      ["coverage", "--from", "en", "--to", "de", english, german, "--since", newer])
    #expect(swapped.output.contains("no document of the older report is in this one"))
    let none = try coverage([german, english, "--since", german])
    #expect(none.status == 2 && none.errors.contains("no report of coverage"), "\(none.errors)")
  }

  @Test(arguments: [
    (["coverage", "none.txt"], "bitext: none.txt: no such file."),
    (["coverage", "a.txt", "b.txt", "c.txt"], "3 documents: say which come after --with"),
    (["coverage", "a.txt", "b.txt", "--threshold", "2"], "lies within 0 and 1"),
    (["coverage", "-", "-"], "only one of the documents can be standard input"),
  ])
  func saysWhatIsWrong(arguments: [String], message: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func damagedAlignmentFileNamesTheLine() throws {
    let file = folder.path("half.jsonl")
    try "{\"v\":1,\"type\":\"header\"\n".write(toFile: file, atomically: true, encoding: .utf8)
    let run = try CommandRun(["coverage", file])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("bitext: \(file):1: "), "\(run.errors)")
  }
}
