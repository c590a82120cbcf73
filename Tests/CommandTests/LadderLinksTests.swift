import Foundation
import TestSupport
import Testing

/// Ladders of other aligners go in and out, end to end.
@Suite struct LadderLinksTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("de.txt", "Anna wohnt in Bonn.\nOtto kauft 12 Boote.\nJa.\nClara fliegt 1969.\n")
    try write("en.txt", "Anna lives in Bonn.\nOtto buys 12 boats.\nYes.\nClara flew in 1969.\n")
    // Vecalign's costs and hunalign's qualities are no probabilities.
    try write("vecalign.out", "[0]:[0]:0.31\n[1, 2]:[1]:1.93\n[]:[2]:0.7\n[3]:[3]:0.02\n")
    try write("hunalign.out", "0\t0\t0.31\n1\t1\t1.93\n3\t2\t-0.7\n3\t3\t0.02\n4\t4\t0\n")
    try write("crossing.out", "[0]:[1]:0.1\n[1]:[0]:0.2\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
  }

  private func align(_ arguments: String..., status: Int32 = 0) throws -> CommandRun {
    let run = try CommandRun(
      ["align", "--from", "de", "--to", "en", "--lexicon", "none", "--segmented"] + arguments
        + ["de.txt", "en.txt"].map(folder.path), data: folder.url.path)
    #expect(run.status == status, "\(run.errors)")
    return run
  }

  private static let links = ["[0]:[0]", "[1, 2]:[1]", "[]:[2]", "[3]:[3]"]

  private func rungs(_ run: CommandRun) -> [String] {
    run.output.split(separator: "\n").map {
      $0.split(separator: ":").prefix(2).joined(separator: ":")
    }
  }

  @Test(arguments: ["vecalign.out", "hunalign.out"]) func linksAreTaken(name: String) throws {
    let run = try align("--links", folder.path(name), "--format", "ladder")
    #expect(rungs(run) == Self.links)
    let back = try align("--links", folder.path(name), "--format", "hunalign")
    #expect(back.output == "0\t0\t0.5\n1\t1\t0.5\n3\t2\t0.5\n3\t3\t0.5\n4\t4\t0\n")
  }

  @Test func linksReachMemoryAndCoverage() throws {
    let file = folder.path("ab.jsonl")
    _ = try align("--links", folder.path("vecalign.out"), "-o", file)
    let coverage = try CommandRun(["coverage", file, "--json"], data: folder.url.path)
    #expect(coverage.output.contains("\"covered\":4"), "\(coverage.output)")
    let added = try CommandRun(["add", "m", file], data: folder.url.path)
    #expect(added.errors == "bitext: m: +3 units\n")
    let lines = try CommandRun(
      ["export", "m", "--format", "tsv", "--from", "de", "--to", "en"], data: folder.url.path)
    #expect(lines.output.contains("Otto kauft 12 Boote. Ja.\tOtto buys 12 boats.\t"))
  }

  @Test func hunalignsLadderFixesBeads() throws {
    let run = try align(
      "--mode", "parallel", "--format", "ladder", "--anchors", folder.path("hunalign.out"))
    #expect(rungs(run) == Self.links)
    #expect(run.errors.contains("3 accepted, 0 rejected"), "\(run.errors)")
  }

  @Test func crossingLinksAreComparable() throws {
    let run = try align("--links", folder.path("crossing.out"), "--format", "ladder")
    #expect(rungs(run).filter { !$0.contains("[]") } == ["[0]:[1]", "[1]:[0]"])
    let refused = try align(
      "--links", folder.path("crossing.out"), "--format", "hunalign", status: 2)
    #expect(refused.errors.contains("links cross"))
  }

  @Test(arguments: [
    ("[0]:[0]:1\n\n[9]:[1]:1\n", ":3: the source has no segment 9, but 4 from 0"),
    ("0\t0\t1\n2\tx\t1\n", ":2: “2\tx\t1” is no bead"), ("rubbish\n", ":1: “rubbish” is no bead"),
  ]) func brokenLadder(text: String, said: String) throws {
    try write("broken.out", text)
    let run = try align("--links", folder.path("broken.out"), status: 2)
    #expect(run.errors.contains(said), "\(run.errors)")
  }
}
