import Foundation
import TestSupport
import Testing

/// `coverage --memory`, end to end.
@Suite struct LeverageCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in [
      (
        "pairs.tsv",
        """
        Der Kongress muss endlich die Mittel freigeben.\tCongress must finally release the funds.
        Die Rakete flog 300 km weit.\tThe rocket flew 300 km.
        Ja.\tYes.

        """
      ),
      ("a.txt", "Ja.\nDie Rakete flog 400 km weit.\nEtwas ganz anderes steht hier.\nJa.\n"),
      ("b.txt", "Etwas ganz anderes steht hier.\n"),
    ] {
      try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
    }
    let added = try CommandRun(
      ["add", "m", "--from", "de", "--to", "en", folder.path("pairs.tsv")], data: folder.url.path)
    #expect(added.status == 0, "\(added.errors)")
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    let files = ["a.txt", "b.txt"].map { folder.path($0) }
    return try CommandRun(
      ["coverage"] + files + ["--segmented", "--from", "de", "--memory", "m"] + arguments,
      data: folder.url.path)
  }

  @Test func aRowAFileAndATotal() throws {
    let record = try run(["--json"]).json()
    let files = try #require(record["files"] as? [[String: Any]])
    let rows = try (files + [#require(record["total"] as? [String: Any])]).map { row in
      try #require(row["bands"] as? [String: [String: Int]]).compactMapValues {
        $0["words"] == 0 ? nil : $0["words"]
      }
    }
    #expect(
      rows == [
        ["100": 2, "95-99": 6, "none": 5], ["cross-repetition": 5],
        ["100": 2, "95-99": 6, "none": 5, "cross-repetition": 5],
      ])
    #expect(record["to"] as? String == "en")
    #expect(files[0]["payableWords"] == nil)
  }

  @Test func weightsComeFromTheCommandLineBeforeTheFile() throws {
    let file = folder.path("config.toml")
    try "[weights]\n100 = 0 # free\n95-99 = 90\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let record = try run(["--json", "--config", file, "--weight", "95-99=50"]).json()
    let total = try #require(record["total"] as? [String: Any])
    // 2 · 0 + 6 · ½ + 5 + 5.
    #expect(total["payableWords"] as? Double == 13)
  }

  @Test func spreadsheetsGetALineABand() throws {
    let lines = try run(["--csv", "--repetitions-first", "--weight", "none=100"]).output
      .split(separator: "\n").map(String.init)
    #expect(
      lines[0]
        == "file,band,segments,words,characters,charactersWithoutSpaces,weight,payableWords")
    // Three rows of nine bands and three sums.
    #expect(lines.count == 1 + 3 * 12)
    #expect(lines.contains("\(folder.path("a.txt")),repetition,1,1,3,3,100,1"))
    #expect(lines.contains("total,95-99,1,6,28,23,100,6"))
  }

  @Test func theTableHasEveryBand() throws {
    let lines = try run([]).output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("repetition across files") && $0.contains("  5  ") })
    #expect(lines.contains { $0.hasPrefix("total") })
  }

  @Test func whatMakesNoSenseIsExplained() throws {
    let file = folder.path("config.toml")
    for (text, cause) in [
      ("[penalties]\nclaims = 5\n", "config.toml:2: no penalty is called “claims”"),
      ("[weights]\n100 = 101\n", "config.toml:2: 100: 101 is not within 0 and 100"),
      ("\n[weights\n", "config.toml:2: not a table's name"),
      ("[weights]\nnone = full\n", "config.toml:2: not a whole number: full"),
      ("[colours]\nnone = 1\n", "config.toml:2: no setting is called “colours.none”"),
    ] {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let run = try run(["--config", file])
      #expect(run.status == 2)
      #expect(run.errors.contains(cause), "\(run.errors)")
    }
    for (arguments, cause) in [
      (["--weight", "99=1"], "no band is called “99”"), (["--weight", "none"], "no such setting"),
      (["--penalty", "x=1"], "no penalty is called “x”"), (["--to", "fr"], "no text in “fr”"),
      (["--gaps"], "--memory goes with --json or --csv"), (["--config", "/none"], "no such file"),
    ] {
      let run = try run(arguments)
      #expect(run.status == 2)
      #expect(run.errors.contains(cause), "\(run.errors)")
    }
  }
}
