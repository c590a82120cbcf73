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
    #expect(run.output.contains("de.txt (de)  en"))
    #expect(run.output.contains("en.txt (en)  de"))
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
      #expect(Set(characters.keys) == ["covered", "lower", "upper", "total", "ratio"])
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

  @Test(arguments: [
    (["coverage", "none.txt"], "bitext: none.txt: no such file."),
    (["coverage", "a.txt", "b.txt", "c.txt"], "3 documents: say which come after --with"),
    (["coverage", "a.txt", "b.txt", "--threshold", "2"], "lie within 0 and 1"),
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
