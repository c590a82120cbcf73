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
    var folder = try TemporaryFolder()
    let time = try timeOfAddition(in: folder)
    var generator = SeededGenerator(seed: 11)
    var acknowledged = 0
    for round in 0..<Self.rounds {
      // To check a memory takes the longer, the more it has.
      if round % 20 == 0 { folder = try TemporaryFolder() }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
      process.arguments = [
        "/bin/bash", "-c", Self.script, program.path, folder.url.path, String(round * 1000 + 1),
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      let leader = try leader(in: folder)
      // In the first addition, between two, or in the third, however fast the machine is.
      usleep(UInt32(time * Double.random(in: 0...2.5, using: &generator) * 1e6))
      // The script leads a group of its own: it dies with the command that it runs.
      #expect(kill(-leader, SIGKILL) == 0)
      process.waitUntilExit()
      try FileManager.default.removeItem(atPath: folder.path("leader"))
      acknowledged += try check(folder, round: round)
    }
    if Self.rounds > 20 {
      #expect(acknowledged > Self.rounds / 2)
      print("\(Self.rounds) rounds, \(acknowledged) additions acknowledged")
    }
  }

  /// Seconds that an addition takes, to a memory of its own.
  private func timeOfAddition(in folder: TemporaryFolder) throws -> Double {
    let pairs = (0..<400).map { "Satz \($0) nennt Wort w\($0).\tSentence \($0) has w\($0).\n" }
    try pairs.joined().write(
      toFile: folder.path("timed.tsv"), atomically: true, encoding: .utf8)
    let clock = ContinuousClock()
    let took = try clock.measure {
      let run = try CommandRun([
        "add", folder.path("timed"), "--from", "de", "--to", "en", folder.path("timed.tsv"),
      ])
      #expect(run.status == 0, "\(run.errors)")
    }
    return took / .seconds(1)
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

  /// - Returns: How many additions the round had acknowledged.
  private func check(_ folder: TemporaryFolder, round: Int) throws -> Int {
    let said = (try? String(contentsOfFile: folder.path("acknowledged"), encoding: .utf8)) ?? ""
    let numbers = said.split(separator: "\n").compactMap { Int($0) }
    guard let last = numbers.last else { return 0 }
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
    return numbers.count { $0 > round * 1000 }
  }
}
