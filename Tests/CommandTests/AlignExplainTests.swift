import Foundation
import TestSupport
import Testing

/// `align --explain`, end to end.
@Suite struct AlignExplainTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in [
      ("de.txt", "Anna wohnt in Bonn.\nOtto kauft 12 Boote.\nClara fliegt 1969 nach Rom.\n"),
      ("en.txt", "Anna lives in Bonn.\nOtto buys 14 boats.\nClara flew to Rome in 1969.\n"),
    ] { try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8) }
  }

  private func explain(_ link: String, _ arguments: [String]) throws -> CommandRun {
    try CommandRun(["align", "--lexicon", "none", "--explain", link] + arguments)
  }

  private var pair: [String] {
    ["--from", "de", "--to", "en", "--segmented", folder.path("de.txt"), folder.path("en.txt")]
  }

  @Test(arguments: ["parallel", "comparable"])
  func showsWordsAndSums(mode: String) throws {
    let run = try explain("0:0", pair + ["--mode", mode])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true)
    }
    #expect(lines[0][0] == "0:0")
    #expect(lines.contains { $0.starts(with: ["Bonn", "Bonn", "name"]) })
    #expect(run.output.contains("only in de: "))
    // The terms add up to the sum, as printed to half a hundredth each.
    let terms = try #require(lines.firstIndex { $0.first == "evidence" })
    let sum = try #require(lines.firstIndex { $0.starts(with: ["sum,"]) })
    let added = lines[(terms + 2)..<sum].compactMap { Double($0[1]) }.reduce(0, +)
    let total = try #require(Double(lines[sum][3]))
    #expect(abs(added - total) < 0.05, "\(run.output)")
  }

  @Test func namesContradictingValues() throws {
    let run = try explain("1:1", pair + ["--mode", "parallel"])
    #expect(run.output.contains("values that contradict: 12 / 14"), "\(run.output)")
  }

  /// A sentence that carries two of the other text's names the clause that each tells.
  @Test func showsTheClausesThatMatch() throws {
    for (name, text) in [
      ("lang.txt", "Anna wohnt seit 1969 in Bonn, und Otto kauft 12 Boote in Kiel.\n"),
      ("short.txt", "Since 1969 Anna has lived in Bonn.\nOtto buys 12 boats in Kiel.\n"),
    ] { try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8) }
    let run = try explain(
      "0:1",
      [
        "--from", "de", "--to", "en", "--segmented", "--mode", "comparable", "--encoder", "none",
        folder.path("lang.txt"), folder.path("short.txt"),
      ])
    #expect(run.status == 0, "\(run.errors)")
    let clause = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("und Otto") })
    #expect(clause.contains("Otto buys 12 boats in Kiel"), "\(run.output)")
  }

  /// The alignment file tells the same as the documents.
  @Test func readsAlignmentFiles() throws {
    let file = folder.path("a.jsonl")
    let pair = pair
    #expect(
      try CommandRun(["align", "--lexicon", "none", "--mode", "parallel", "-o", file] + pair).status
        == 0)
    let direct = try explain("2:2", pair + ["--mode", "parallel"])
    #expect(direct.output == (try explain("2:2", [file])).output)
    #expect(direct.output.contains("1969"))
  }

  @Test(arguments: [
    ("7:0", 2, "there is no segment 7, but 3 from 0"),
    ("x", 2, "give segment indexes, such as 3:8"),
    ("0:", 2, "give segment indexes"), ("1+0:0", 2, "give segment indexes"),
    ("0:2", 0, "no link, and no rival of one"),
  ])
  func whatIsNoLink(link: String, status: Int, message: String) throws {
    let run = try explain(link, pair + ["--mode", "parallel"])
    #expect(run.status == Int32(status))
    #expect((run.output + run.errors).contains(message), "\(run.output + run.errors)")
  }
}
