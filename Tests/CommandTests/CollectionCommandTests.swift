import Foundation
import TestSupport
import Testing

/// `align --collection`, end to end, with spelling and numbers alone.
@Suite struct CollectionCommandTests {
  private let folder: TemporaryFolder

  /// Two German reports, of which each has an English counterpart, and a Czech one.
  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("en"), withIntermediateDirectories: false)
    for (name, lines) in [
      "boote.de.txt": ["Anna Wunderlich zählt 4711 Boote.", "Der Hafen schließt um 17 Uhr."],
      "zug.de.txt": ["Max Kruse verkauft 812 Fahrkarten.", "Am Bahnhof wartet niemand."],
      "en/boats.txt": ["The port closes at 17.", "Anna Wunderlich counts 4711 boats."],
      "en/train.txt": ["Max Kruse sells 812 tickets.", "Nobody waits at the station."],
      "lod.cs.txt": ["Loď odplouvá."],
    ] {
      try lines.joined(separator: "\n").write(
        toFile: folder.path(name), atomically: true, encoding: .utf8)
    }
  }

  private func align(_ arguments: String...) throws -> CommandRun {
    try CommandRun(
      ["align", "--from", "de", "--to", "en", "--lexicon", "none"]
        + ["--collection", folder.url.path] + arguments)
  }

  @Test func finds() throws {
    let run = try align("--format", "jsonl")
    #expect(run.status == 0)
    let records = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    func all(_ type: String) -> [[String: Any]] { records.filter { $0["type"] as? String == type } }
    #expect(records.first?["type"] as? String == "header")
    #expect(
      all("document").map { $0["side"] as? String } == ["source", "source", "target", "target"])
    #expect(all("pair").count == 4)
    #expect(run.errors.contains("lod.cs.txt: is in cs, neither de nor en"))
    // Boats with boats, train with train: the names and numbers are theirs alone.
    let places = all("cluster").map { cluster in
      (cluster["sentences"] as? [[String: Int]] ?? []).map {
        [$0["document"] ?? -1, $0["index"] ?? -1]
      }
    }
    #expect(places.contains([[0, 0], [2, 1]]))
    #expect(places.contains([[1, 0], [3, 0]]))
    let first = try #require(all("sentence").first)
    #expect(first["text"] as? String == "Anna Wunderlich zählt 4711 Boote.")
    let best = try #require((first["counterparts"] as? [[String: Any]])?.first)
    #expect(best["document"] as? Int == 2)
    #expect(best["index"] as? Int == 1)
  }

  @Test func aTableForPeople() throws {
    let run = try align()
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("2 × 2 documents, 4 of 4 pairs worth aligning"))
    #expect(run.output.contains("Anna Wunderlich counts 4711 boats."))
  }

  @Test(arguments: [
    ["--format", "tmx"], ["--least-comparability", "2"], ["--pairs", "list.tsv"],
    ["a.txt", "b.txt"],
  ])
  func refuses(arguments: [String]) throws {
    let run = try CommandRun(
      ["align", "--from", "de", "--to", "en", "--collection", folder.url.path] + arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }

  @Test func aFolderWithoutALanguage() throws {
    let run = try CommandRun(
      ["align", "--from", "fr", "--to", "en", "--collection", folder.url.path])
    #expect(run.status == 2)
    #expect(run.errors.contains("has no document in fr"))
  }
}
