import Foundation
import TestSupport
import Testing

/// `align --pairs`, end to end.
@Suite struct AlignBatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["de", "en", "out"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: false)
    }
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
  }

  /// Pairs of short texts, and the list of them.
  private func texts(_ count: Int, sentences: Int = 3) throws -> [String] {
    try (0..<count).map { index in
      let numbers = (0..<sentences).map { $0 * 7 + index * 100 }
      try write("de/\(index).txt", numbers.map { "Anna zählt \($0) Boote.\n" }.joined())
      try write("en/\(index).txt", numbers.map { "Anna counts \($0) boats.\n" }.joined())
      return "\(folder.path("de/\(index).txt"))\t\(folder.path("en/\(index).txt"))"
    }
  }

  private static let options = [
    "align", "--from", "de", "--to", "en", "--lexicon", "none", "--mode", "parallel",
  ]

  private func align(_ arguments: String..., to output: String? = "out") throws -> CommandRun {
    try CommandRun(
      Self.options + ["--pairs", folder.path("list.tsv")]
        + (output.map { ["-o", folder.path($0)] } ?? []) + arguments)
  }

  private func outputs(_ name: String) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(name))
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try String(contentsOfFile: folder.path("\(name)/\($0)"), encoding: .utf8))
      })
  }

  /// The others are done, the exit status is 3, and each fault is said once with its line.
  @Test func aBadPairIsNotTheEnd() throws {
    let pairs = try texts(3)
    try write("empty.txt", "")
    let list = [
      "# source, target", pairs[0], "", "\(folder.path("missing.txt"))\t\(folder.path("en/1.txt"))",
      "one column", "\(folder.path("empty.txt"))\t\(folder.path("en/1.txt"))",
      pairs[1] + "\t" + folder.path("out/0.jsonl"), pairs[2], pairs[0],
    ]
    try write("list.tsv", list.joined(separator: "\n"))
    let run = try align("--json")
    #expect(run.status == 3)
    let path = folder.path("list.tsv")
    let errors = run.errors.split(separator: "\n").map {
      $0.replacing(path, with: "L").replacing(folder.url.path + "/", with: "")
    }
    #expect(
      errors == [
        "bitext: L:4: missing.txt: no such file. Check the path; - reads standard input.",
        "bitext: L:5: not a pair of documents. Give source, target and output, between them tabs.",
        "bitext: L:6: empty.txt: the file is empty. Give a text with at least one sentence.",
        "bitext: L:7: out/0.jsonl is the output of line 2 already. Name another output.",
        "bitext: L:9: out/0.jsonl is the output of line 2 already. Name another output.",
        "bitext: L: 2 pairs aligned, 5 failed",
      ])
    #expect(try outputs("out").keys.sorted() == ["0.jsonl", "2.jsonl"])
    let records = run.output.split(separator: "\n")
    #expect(
      records.map { $0.contains(#""status":"aligned""#) } == [true]
        + Array(repeating: false, count: 4) + [true, false])
    #expect(records[0].contains(#""line":2"#) && records[0].contains(#""links":3"#))
  }

  @Test func theOutputIsTheSameForAnyJ() throws {
    try write("list.tsv", try texts(9).joined(separator: "\n"))
    let (one, four) = (try align("--json"), try align("--json", "-j", "4", to: "four"))
    #expect(one.status == 0 && four.status == 0)
    #expect(try outputs("out") == outputs("four"))
    #expect(try outputs("out").count == 9)
    #expect(one.output == four.output.replacing("/four/", with: "/out/"))
    #expect(one.errors == four.errors)
  }

  @Test func resumePassesOverWhatIsWhole() throws {
    try write("list.tsv", try texts(4).joined(separator: "\n"))
    #expect(try align("--resume").errors.hasSuffix("4 pairs aligned\n"))
    let before = try outputs("out")
    // One is cut, one is of another text, one was made otherwise.
    let cut = try #require(before["0.jsonl"]).split(separator: "\n").dropLast()
    try write("out/0.jsonl", cut.map { $0 + "\n" }.joined())
    try write("de/1.txt", "Anna zählt 5 Schiffe.\n")
    try write(
      "out/2.jsonl", try #require(before["2.jsonl"]).replacing("bitext 0", with: "bitext 9"))
    #expect(try align("--resume").errors.hasSuffix("3 pairs aligned, 1 up to date\n"))
    let after = try outputs("out")
    #expect(after["0.jsonl"] == before["0.jsonl"] && after["2.jsonl"] == before["2.jsonl"])
    #expect(after["1.jsonl"] != before["1.jsonl"])
    #expect(try align("--resume").errors.hasSuffix("0 pairs aligned, 4 up to date\n"))
    // Other settings make other files.
    #expect(try align("--resume", "--segmented").errors.hasSuffix("4 pairs aligned\n"))
  }

  /// Killed in the middle, nothing that was done is lost, nothing is half done, and the rest follows.
  @Test func survivesBeingKilled() throws {
    try write("list.tsv", try texts(16, sentences: 25).joined(separator: "\n"))
    let killed = try CommandRun(
      shell: """
        "$0" "${@:2}" 2>/dev/null & pid=$!
        until [ "$(ls "$1" | wc -l)" -ge 3 ]; do sleep 0.01; done
        kill -9 $pid; wait $pid; ls "$1" | wc -l
        """,
      [folder.path("out")] + Self.options
        + ["--pairs", folder.path("list.tsv"), "-o", folder.path("out"), "-j", "2"])
    let done = try #require(
      Int(killed.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(done >= 3)
    let resumed = try align("--resume", "-j", "2")
    #expect(resumed.status == 0)
    let known = try #require(
      resumed.errors.firstMatch(of: /(\d+) pairs? aligned(?:, (\d+) up to date)?/))
    #expect((Int(known.output.1) ?? 0) + (known.output.2.flatMap { Int($0) } ?? 0) == 16)
    #expect((known.output.2.flatMap { Int($0) } ?? 0) >= 3)
    #expect(try align(to: "whole").status == 0)
    let hidden = try outputs("out")
    #expect(hidden == (try outputs("whole")))
  }

  /// What is learned is the same for any `-j` and any run, and makes other files.
  @Test func pairsTeachOneAnother() throws {
    try write("list.tsv", try texts(4, sentences: 12).joined(separator: "\n"))
    let (one, three) = (try align("--learn"), try align("--learn", "-j", "3", to: "three"))
    #expect(one.status == 0 && one.errors == three.errors)
    #expect(one.errors.contains("list.tsv: learned from "))
    #expect(try outputs("out") == outputs("three"))
    #expect(try outputs("out").values.allSatisfy { $0.contains("links of the batch") })
    #expect(try align("--learn", "--resume").errors.hasSuffix("0 pairs aligned, 4 up to date\n"))
    #expect(try align("--resume").errors.hasSuffix("4 pairs aligned\n"))
  }

  @Test func aBatchKeepsDecisions() throws {
    let pair = try texts(1)[0]
    try write("list.tsv", pair + "\t" + folder.path("out/a.jsonl"))
    #expect(try align(to: nil).status == 0)
    let review = try CommandRun(
      ["align", "--review", folder.path("out/a.jsonl")], input: "a\na\na\n")
    #expect(review.status == 0)
    try write("de/0.txt", "Neu.\nAnna zählt 0 Boote.\n")
    #expect(try align("--resume", to: nil).status == 0)
    let text = try #require(try outputs("out")["a.jsonl"])
    #expect(text.contains(#""source":[1],"target":[0],"#) && text.contains("accepted"))
  }

  @Test(arguments: [
    (["--format", "tmx"], 0), (["--format", "html"], 0), (["--format", "table"], 2),
    (["--format", "tmx", "--resume"], 2), (["--format", "tmx", "--learn"], 0), (["-j", "0"], 2),
    (["x.txt"], 2),
  ])
  func formats(arguments: [String], status: Int) throws {
    try write("list.tsv", try texts(1)[0])
    let run = try CommandRun(
      Self.options + ["--pairs", folder.path("list.tsv"), "-o", folder.path("out")] + arguments)
    #expect(run.status == Int32(status), "\(run.errors)")
    if status == 0 { #expect(try outputs("out").keys.sorted() == ["0.\(arguments[1])"]) }
  }

  /// A worker's record may carry anchors of its own; a bad one is that record's fault.
  @Test func aRecordHasAnchors() throws {
    let record = { (id: Int, anchors: String) in
      #"{"id":\#(id),"source":{"lang":"de","segments":["Anna.","Otto."]},"#
        + #""target":{"lang":"en","segments":["Anna.","Otto."]},"anchors":\#(anchors)}"#
    }
    let run = try CommandRun(
      ["align", "--jsonl", "--lexicon", "none", "--mode", "parallel"],
      input: [
        record(1, #"[{"source":[0,1],"target":[0]}]"#),
        record(2, #"[{"source":[0],"target":[0],"status":"rejected"}]"#),
        record(3, #"[{"source":[0],"target":[1]},{"source":[1],"target":[0]}]"#),
        record(4, #"[{"source":[],"target":[0]}]"#), record(5, #"[{"source":[0]}]"#),
        record(6, #"[{"source":[7],"target":[0]}]"#), record(7, "null"),
      ].joined(separator: "\n"))
    #expect(run.status == 3)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines[0].contains(#""source":[0,1],"target":[0],"#) && lines[0].contains("accepted"))
    #expect(!lines[1].contains(#""status":"proposed","source":[0],"target":[0]"#))
    #expect(lines[1].contains(#""status":"rejected""#))
    #expect(lines[2].contains("[1]:[0] crosses or overlaps [0]:[1] of line 1"))
    #expect(lines[3].contains("[] are no ascending indexes from 0"))
    #expect(lines[4].contains(#""error":"#))
    #expect(lines[5].contains("the source has no segment 7, but 2 from 0"))
    #expect(lines[6].contains(#""source":[1],"target":[1],"#))
  }
}
