import BitextToolkit
import Foundation
import TestSupport
import Testing

/// `align --anchors` and `align --review`, end to end.
@Suite struct AlignDecisionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(
      "de.txt", ["Anna wohnt in Bonn.", "Otto kauft 12 Boote.", "Ja.", "Clara fliegt 1969."])
    try write(
      "en.txt", ["Anna lives in Bonn.", "Otto buys 12 boats.", "Yes.", "Clara flew in 1969."])
  }

  private func write(_ name: String, _ lines: [String]) throws {
    try lines.map { $0 + "\n" }.joined()
      .write(toFile: folder.path(name), atomically: true, encoding: .utf8)
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path(name), encoding: .utf8)
  }

  private func align(_ arguments: String..., files: [String] = ["de.txt", "en.txt"]) throws
    -> CommandRun
  {
    try CommandRun(
      ["align", "--from", "de", "--to", "en", "--lexicon", "none", "--segmented"] + arguments
        + files.map(folder.path))
  }

  private func review(_ input: String, _ arguments: String...) throws -> CommandRun {
    try CommandRun(["align", "--review", folder.path("a.jsonl")] + arguments, input: input)
  }

  /// As with an editor.
  private func decide(_ source: [Int], _ target: [Int], _ status: Bead.Status) throws {
    var lines = try AlignmentLines(text: read("a.jsonl"))
    let link = AlignmentLines.Link(source: source, target: target)
    #expect(lines.decide(link, status, .init(by: "ak")) != nil)
    try lines.text.write(toFile: folder.path("a.jsonl"), atomically: true, encoding: .utf8)
  }

  private func ladder(_ run: CommandRun) -> [String] {
    run.output.split(separator: "\n").map { line in
      line.split(separator: ":").prefix(2).joined(separator: ":")
    }
  }

  @Test func aLadderFixesBeads() throws {
    try write("wrong.ladder", ["[1, 2]:[1]:0.5", "[3]:[]"])
    let run = try align(
      "--mode", "parallel", "--format", "ladder", "--anchors", folder.path("wrong.ladder"))
    #expect(ladder(run) == ["[0]:[0]", "[1, 2]:[1]", "[]:[2]", "[3]:[3]"])
    #expect(run.errors.contains("kept of \(folder.path("wrong.ladder")): 1 accepted, 0 rejected"))
  }

  @Test func aTableFixesAndForbids() throws {
    try write("a.tsv", ["# sure", "0\t0", "1\t1\trejected"])
    for mode in ["parallel", "comparable"] {
      let run = try align(
        "--mode", mode, "--format", "ladder", "--anchors", folder.path("a.tsv"))
      #expect(ladder(run).contains("[0]:[0]"))
      #expect(!ladder(run).contains("[1]:[1]"))
    }
  }

  @Test(arguments: [
    (["[0]:[1]", "[1]:[0]"], "bad:2: [1]:[0] crosses or overlaps [0]:[1] of line 1"),
    (["[0]:[1]", "[0]:[2]"], "bad:2: [0]:[2] crosses or overlaps [0]:[1] of line 1"),
    (["[0, 2]:[1]"], "bad:1: the segments of [0, 2]:[1] do not follow one another"),
    (["[0]:[0]", "[9]:[1]"], "bad:2: the source has no segment 9, but 4 from 0"),
    (["[0]:[0]", "[1]-[1]"], "bad:2: “[1]-[1]” is no bead such as [0, 1]:[2]:0.93"),
    (["0\t0", "1 1"], "bad:2: “1 1” is no anchor"),
    (["0\t0", "0\t0\trejected"], "bad:2: the link is decided otherwise in line 1"),
  ])
  func anAnchorThatCannotBe(lines: [String], message: String) throws {
    try write("bad", lines)
    let run = try align("--mode", "parallel", "--anchors", folder.path("bad"))
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.hasSuffix(".\n"))
  }

  /// Realigning to the same file keeps what a person decided, after the texts have changed, too.
  @Test func theOutputKeepsItsDecisions() throws {
    #expect(try align("--mode", "parallel", "-o", folder.path("a.jsonl")).status == 0)
    try decide([0], [0], .accepted)
    try decide([1], [1], .rejected)
    let decided = try read("a.jsonl").split(separator: "\n").filter { $0.contains(#""by":"ak""#) }
    #expect(decided.count == 2)
    // The same texts: the same lines.
    let again = try align("-o", folder.path("a.jsonl"))
    #expect(again.errors.contains("1 accepted, 1 rejected"))
    let lines = try read("a.jsonl").split(separator: "\n")
    #expect(decided.allSatisfy(lines.contains))
    // A new first line moves them, a changed one loses its decision and says so.
    try write(
      "de.txt",
      ["Neu.", "Anna wohnt in Bonn.", "Otto kauft 13 Boote.", "Ja.", "Clara fliegt 1969."])
    let moved = try align("-o", folder.path("a.jsonl"))
    #expect(moved.errors.contains("1 accepted, 0 rejected; 1 could not be kept"))
    #expect(
      moved.errors.contains("rejected “Otto kauft 12 Boote.” = “Otto buys 12 boats.”: a segm"))
    let text = try read("a.jsonl")
    #expect(text.contains(#""source":[1],"target":[0],"#))
    #expect(text.contains(#"{"type":"lost","source":["Otto kauft 12 Boote."]"#))
    // Only who asks for it starts afresh.
    let fresh = try align("--anchors", "none", "-o", folder.path("a.jsonl"))
    #expect(fresh.status == 0 && !fresh.errors.contains("kept"))
    #expect(try !read("a.jsonl").contains("accepted"))
  }

  /// A cut file is made anew, unless somebody decided something in it.
  @Test func aBrokenFileWithDecisionsIsNotReplaced() throws {
    func cut() throws {
      let lines = try read("a.jsonl").split(separator: "\n").dropLast()
      try write("a.jsonl", lines.map(String.init))
    }
    #expect(try align("--mode", "parallel", "-o", folder.path("a.jsonl")).status == 0)
    try cut()
    #expect(try align("--mode", "parallel", "-o", folder.path("a.jsonl")).status == 0)
    try decide([0], [0], .accepted)
    try cut()
    let run = try align("-o", folder.path("a.jsonl"))
    #expect(run.status == 2)
    #expect(run.errors.contains("the file is cut or incomplete: 3 of 4 links"), "\(run.errors)")
  }

  /// The least certain link comes first; every decision is saved, and its line alone changes.
  @Test func aReviewSavesEveryDecision() throws {
    #expect(try align("--mode", "parallel", "-o", folder.path("a.jsonl")).status == 0)
    let before = try read("a.jsonl").split(separator: "\n")
    let doubts = before.compactMap { line in
      line.firstMatch(of: /"source":\[(\d)\],"target":\[\d\],.*"confidence":([0-9.]+)/)
        .flatMap { match in Double(match.output.2).map { (match.output.1, abs($0 - 0.5)) } }
    }.sorted { $0.1 < $1.1 }.map(\.0)
    #expect(doubts.count == 4)
    // Accept, skip, reject, take that back, accept.
    let run = try review("a\nn\nr\nu\na\nwhat\n", "--by", "ak", "--at", "2026-11-21")
    #expect(run.status == 0)
    #expect(run.errors.contains("2 accepted, 0 rejected now; 2 of 4 links decided"))
    for text in [
      "1 of 4 links decided", "undone", "“what” is no command", " │ ", "▶ 0  Anna wohnt in Bonn.",
      "for      numbers", "accepted \(doubts[0]):\(doubts[0])",
      "rejected \(doubts[2]):\(doubts[2])",
    ] { #expect(run.output.contains(text), "\(text)") }
    let after = try read("a.jsonl").split(separator: "\n")
    let changed = zip(before, after).filter { $0 != $1 }
    #expect(before.count == after.count && changed.count == 2)
    for (old, new) in changed {
      #expect(
        new
          == old.replacing(
            #""status":"proposed""#,
            with: #""status":"accepted","by":"ak","at":"2026-11-21""#))
      #expect([doubts[0], doubts[2]].contains { new.contains("\"source\":[\($0)]") })
    }
    // The next session goes on where this one ended.
    let next = try review("a\na\na\n")
    #expect(next.errors.contains("2 accepted, 0 rejected now; 4 of 4 links decided"))
    #expect(next.output.contains("All links are decided."))
    #expect(next.output.contains("nothing is left to decide"))
  }

  /// A memory takes what was accepted for reviewed, and never what was rejected.
  @Test func aMemoryHonoursDecisions() throws {
    #expect(try align("--mode", "parallel", "-o", folder.path("a.jsonl")).status == 0)
    try decide([0], [0], .accepted)
    try decide([1], [1], .rejected)
    let memory = folder.path("m")
    let add = try CommandRun(["add", memory, folder.path("a.jsonl")])
    #expect(add.errors.contains("+3 units"), "\(add.errors)")
    let only = try CommandRun(["export", memory, "--only", "reviewed", "--format", "tsv"])
    #expect(only.output.hasPrefix("Anna wohnt in Bonn.\tAnna lives in Bonn.\t"))
    let penalties = { (query: String) in
      try CommandRun(["lookup", memory, query, "--from", "de", "--to", "en", "--json"]).output
        .contains("unreviewed")
    }
    #expect(try !penalties("Anna wohnt in Bonn."))
    #expect(try penalties("Clara fliegt 1969."))
    let rejected = try CommandRun(
      ["lookup", memory, "Otto kauft 12 Boote.", "--from", "de", "--to", "en"])
    #expect(rejected.status == 1)
  }

  @Test func aFileThatIsNoneCannotBeReviewed() throws {
    try write("a.jsonl", ["{}"])
    let run = try review("a\n")
    #expect(run.status == 2)
    #expect(run.errors.contains("a.jsonl:1: "), "\(run.errors)")
    #expect(try CommandRun(["align", "--review", "a", "b", "c"]).status == 2)
  }

  private static let script = "/usr/bin/script"

  /// On a terminal single keys count, and the terminal is as it was, after Ctrl-C too.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: script)),
    arguments: [("arq", 0, 2), ("a", 130, 1)])
  func keysOfATerminal(keys: String, status: Int, count: Int) throws {
    #expect(try align("--mode", "parallel", "-o", folder.path("a.jsonl")).status == 0)
    let run = try CommandRun(
      shell: """
        export BITEXT="$0" FILE="$1"
        (printf '\(keys)'; until grep -q accepted "$FILE"; do sleep 0.05; done
         printf '\(status == 130 ? "\\003" : "")'; sleep 0.3) |
          /usr/bin/script -qec 'trap : INT; TERM=xterm "$BITEXT" align --review "$FILE"
            echo "status $?"; stty -a' /dev/null
        """, [folder.path("a.jsonl")])
    #expect(run.output.contains("status \(status)"), "\(run.output.suffix(800))")
    #expect(run.output.contains(" icanon") && run.output.contains(" echo "))
    #expect(run.output.contains("\u{1B}[?1049h") && run.output.contains("\u{1B}[?1049l"))
    #expect(try read("a.jsonl").matches(of: /"status":"(accepted|rejected)"/).count == count)
  }
}
