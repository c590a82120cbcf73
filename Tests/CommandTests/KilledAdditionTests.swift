import Foundation
import TestSupport
import Testing

/// Additions killed at any moment: what was acknowledged is there, and the memory is whole.
@Suite struct KilledAdditionTests {
  /// `BITEXT_KILL_ROUNDS` asks for more than the few rounds of an ordinary run.
  static let rounds =
    ProcessInfo.processInfo.environment["BITEXT_KILL_ROUNDS"].flatMap { Int($0) } ?? 4

  /// Adds files of 400 pairs one after another, so that segments are written and merged, and notes
  /// each when `add` has come back with success.
  private static let script = """
    folder=$1 first=$2
    echo $$ > "$folder/leader.part" && mv "$folder/leader.part" "$folder/leader"
    for ((n = first; n < first + 100; n++)); do
      for ((k = 0; k < 400; k++)); do
        echo "Satz $n nennt Wort w$((n * 400 + k)) zum ersten Mal.\tSentence $n has w$((n * 400 + k))."
      done > "$folder/pairs.tsv"
      "$0" add "$folder/m" --from de --to en "$folder/pairs.tsv" 2> /dev/null || exit 1
      echo "$n" >> "$folder/acknowledged"
    done
    """

  @Test func nothingAcknowledgedIsLost() throws {
    let program = try #require(CommandRun.program)
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 11)
    for round in 0..<Self.rounds {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
      process.arguments = [
        "/bin/bash", "-c", Self.script, program.path, folder.url.path, String(round * 1000 + 1),
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      let leader = try leader(in: folder)
      usleep(UInt32.random(in: 50_000...900_000, using: &generator))
      // The script leads a group of its own: it dies with the command that it runs.
      #expect(kill(-leader, SIGKILL) == 0)
      process.waitUntilExit()
      try FileManager.default.removeItem(atPath: folder.path("leader"))
      try check(folder, round: round)
    }
  }

  /// The process that the script has become, once it says so.
  private func leader(in folder: TemporaryFolder) throws -> Int32 {
    var said: String?
    for _ in 0..<1000 where said == nil {
      said = try? String(contentsOfFile: folder.path("leader"), encoding: .utf8)
      if said == nil { usleep(10_000) }
    }
    return try #require(said.flatMap { Int32($0.prefix { $0.isNumber }) })
  }

  private func check(_ folder: TemporaryFolder, round: Int) throws {
    let said = (try? String(contentsOfFile: folder.path("acknowledged"), encoding: .utf8)) ?? ""
    let numbers = said.split(separator: "\n").compactMap { Int($0) }
    guard let last = numbers.last else { return }
    let memory = folder.path("m")
    let checked = try CommandRun(["check", "--json", memory])
    #expect(checked.errors == "", "round \(round)")
    let statistics = try #require(try checked.json()["statistics"] as? [String: Any])
    let units = try #require(statistics["units"] as? Int)
    // One addition at most was written and not acknowledged; all of it, or nothing.
    #expect(units >= numbers.count * 400, "round \(round)")
    #expect(units % 400 == 0, "round \(round)")
    for number in [numbers[0], numbers[numbers.count / 2], last] {
      let word = number * 400 + 399
      let found = try CommandRun([
        "lookup", memory, "Satz \(number) nennt Wort w\(word) zum ersten Mal.", "--from", "de",
        "--json",
      ])
      let matches = try #require(try found.json()["matches"] as? [[String: Any]])
      #expect(matches.first?["similarity"] as? Int == 100, "round \(round), addition \(number)")
    }
  }
}
