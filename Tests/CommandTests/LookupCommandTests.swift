import Foundation
import TestSupport
import Testing

/// What `lookup` and `concordance` show beside a match, end to end.
@Suite struct LookupCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try add(
      "news",
      """
      Der Kongress muss endlich die Mittel freigeben.\tCongress must finally release the funds.
      Die Rakete flog 300 km weit.\tThe rocket flew 300 km.
      Das Résumé ging verloren.\tThe summary got lost.
      Sie geht nach Hause.\tShe is going home.

      """)
    try add(
      "old",
      """
      Die Rakete flog 300 km weit.\tThe rocket went 300 km.
      Sie geht nach Hause.\tShe is going home.

      """)
  }

  private func add(_ memory: String, _ text: String) throws {
    let file = folder.path(memory + ".tsv")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let added = try run(["add", memory, "--from", "de", "--to", "en", file])
    #expect(added.status == 0, "\(added.errors)")
  }

  private func run(_ arguments: [String], input: String = "") throws -> CommandRun {
    try CommandRun(arguments, input: input, data: folder.url.path)
  }

  private func matches(_ arguments: [String]) throws -> [[String: Any]] {
    try #require(try run(["lookup"] + arguments + ["--json"]).json()["matches"] as? [[String: Any]])
  }

  private func glossary() throws -> String {
    let (terms, lexicon) = (folder.path("terms.tsv"), folder.path("de-en.lex"))
    try """
    endlich\tfinally
    Rakete\trocket
    Mittel\tfunds
    nach Hause\thome

    """.write(toFile: terms, atomically: true, encoding: .utf8)
    let built = try run([
      "lexicon", "build", "--from", "de", "--to", "en", terms, "-o", lexicon,
    ])
    #expect(built.status == 0, "\(built.errors)")
    return lexicon
  }

  @Test func numbersAreAdaptedAndShownAsSuch() throws {
    let match = try #require(
      matches(["news", "Die Rakete flog 400 km weit.", "--from", "de"]).first)
    #expect(match["target"] as? String == "The rocket flew 300 km.")
    let adapted = try #require(match["adapted"] as? [String: Any])
    #expect(adapted["text"] as? String == "The rocket flew 400 km.")
    #expect(adapted["replacements"] as? [[String: String]] == [["old": "300", "new": "400"]])
    let shown = try run(["lookup", "news", "Die Rakete flog 400 km weit.", "--from", "de"])
    #expect(shown.output.contains("adapted: The rocket flew 400 km. (300 → 400)"))
  }

  /// Equal matches: the memory named first; the same translation once, another always.
  @Test func severalMemoriesAnswerTogether() throws {
    let found = try matches([
      "news", "Die Rakete flog 300 km weit.", "--from", "de", "--also", "old",
    ])
    #expect(found.map { $0["memory"] as? String } == ["news", "old"])
    #expect(
      found.map { $0["target"] as? String } == [
        "The rocket flew 300 km.", "The rocket went 300 km.",
      ])
    let once = try matches(["news", "Sie geht nach Hause.", "--from", "de", "--also", "old"])
    #expect(once.map { $0["memory"] as? String } == ["news"])
    let turned = try matches(["old", "Sie geht nach Hause.", "--from", "de", "--also", "news"])
    #expect(turned.map { $0["memory"] as? String } == ["old"])
  }

  @Test func penaltiesAreAPersonsOwn() throws {
    let file = folder.path("config.toml")
    try "[penalties]\nnumbers = 10\n[penalties.memory]\nnews = 3\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let query = ["news", "Die Rakete flog 400 km weit.", "--from", "de", "--config", file]
    let match = try #require(matches(query).first)
    // The numbers differ: 98.
    #expect(match["score"] as? Int == 85)
    #expect(
      (match["penalties"] as? [[String: Any]])?.map { $0["name"] as? String } == [
        "memory news", "numbers",
      ])
    let other = try #require(matches(query + ["--penalty", "numbers=0"]).first)
    #expect(other["score"] as? Int == 95)
    let first = try #require(
      matches(query + ["--also", "old", "--penalty", "memory.old=1"]).first)
    #expect(first["memory"] as? String == "old")
  }

  @Test func aLexiconMarksWhatGoesTogether() throws {
    let lexicon = try glossary()
    let query = ["news", "Der Kongress muss die Mittel freigeben.", "--lexicon", lexicon]
    let match = try #require(matches(query).first)
    // “Congress must ” is 14 bytes, “finally” 7.
    #expect(match["affected"] as? [[Int]] == [[14, 21]])
    #expect((match["links"] as? [[String: Any]])?.isEmpty == false)
    #expect(
      try run(["lookup"] + query).output.contains("Congress must «finally» release the funds."))
    let hit = try run(["concordance", "news", "rakete", "--lexicon", lexicon, "--jsonl"]).json()
    let counterparts = try #require(hit["counterparts"] as? [[String: Any]])
    #expect(counterparts.map { $0["ranges"] as? [[Int]] } == [[[4, 10]]])
    #expect(
      try run(["concordance", "news", "rakete", "--lexicon", lexicon]).output.contains(
        "en  The «rocket» flew 300 km."))
  }

  @Test func partsAreFoundWhereTheWholeIsNot() throws {
    let arguments = [
      "lookup", "news", "Morgen muss endlich die Mittel sie zahlen", "--subsegments",
    ]
    let record = try run(arguments + ["--json"]).json()
    #expect((record["matches"] as? [Any])?.count == 0)
    let part = try #require((record["subsegments"] as? [[String: Any]])?.first)
    #expect(part["text"] as? String == "muss endlich die Mittel")
    #expect(part["range"] as? [Int] == [7, 30])
    let shown = try run(arguments)
    #expect(shown.status == 0)
    #expect(shown.output.contains("part   “muss endlich die Mittel”"))
    #expect(shown.output.contains("Der Kongress «muss endlich die Mittel» freigeben."))
  }

  /// An alignment's neighbours make context matches in a document.
  @Test func contextComesWithAnAlignment() throws {
    for (language, text) in [
      ("de", "Anna kam um 9.\nSie sprach 20 Minuten.\nBen ging um 11.\n"),
      ("en", "Anna came at 9.\nShe spoke for 20 minutes.\nBen left at 11.\n"),
    ] {
      try text.write(toFile: folder.path("\(language).txt"), atomically: true, encoding: .utf8)
    }
    let aligned = try run([
      "align", "--from", "de", "--to", "en", "--mode", "parallel", "--lexicon", "none",
      "--segmented", folder.path("de.txt"), folder.path("en.txt"), "-o", folder.path("a.jsonl"),
    ])
    #expect(aligned.status == 0, "\(aligned.errors)")
    #expect(try run(["add", "m", folder.path("a.jsonl")]).errors == "bitext: m: +3 units\n")
    let input = "Anna kam um 9.\nSie sprach 20 Minuten.\nNoch etwas anderes.\n"
    let found = try run(["lookup", "m", "-", "--from", "de"], input: input)
    // The second line's next neighbour is another.
    #expect(found.output.contains("100 = 100 similarity + 1 context − 1 unreviewed"))
    #expect(found.output.contains(" 99 %  Sie sprach 20 Minuten."))
    for (next, kind) in [("Ben ging um 11.", "context"), ("Ende.", "exact")] {
      let match = try #require(
        matches([
          "m", "Sie sprach 20 Minuten.", "--from", "de", "--previous", "Anna kam um 9.", "--next",
          next,
        ]).first)
      #expect(match["kind"] as? String == kind)
    }
  }

  @Test func diacriticsMayNotCount() throws {
    #expect(try run(["concordance", "news", "resume"]).status == 1)
    let found = try run(["concordance", "news", "resume", "--ignore-diacritics", "--jsonl"]).json()
    #expect(found["text"] as? String == "Das Résumé ging verloren.")
  }

  @Test func formsNeedALexiconThatListsThem() throws {
    let run = try run(["concordance", "news", "gehen", "--lemmas", "--lexicon", glossary()])
    #expect(run.status == 2)
    #expect(run.errors.contains("no lexicon of news's languages lists forms of words"))
  }

  /// A table of lemmas makes a lexicon that knows forms.
  @Test func allFormsOfAWordAreFound() throws {
    let lemmas = folder.path("bitext/lemmas")
    try FileManager.default.createDirectory(atPath: lemmas, withIntermediateDirectories: true)
    try "geht\tgehen\nging\tgehen\ngegangen\tgehen\n".write(
      toFile: lemmas + "/de.tsv", atomically: true, encoding: .utf8)
    let terms = folder.path("terms.tsv")
    try "gehen\tgo\n".write(toFile: terms, atomically: true, encoding: .utf8)
    let lexicon = folder.path("de-en.lex")
    #expect(
      try run(["lexicon", "build", "--from", "de", "--to", "en", terms, "-o", lexicon]).status == 0)
    for word in ["gehen", "Gegangen"] {
      let found = try run([
        "concordance", "news", word, "--lemmas", "--lexicon", lexicon, "--side", "de", "--jsonl",
      ])
      let texts = found.output.split(separator: "\n").map { $0.contains("ging") }
      #expect(texts == [true, false], "\(found.output)\(found.errors)")
    }
    #expect(try run(["concordance", "news", "gehen", "--lexicon", lexicon]).status == 1)
  }

  @Test func hitsGoToFiles() throws {
    let tmx = folder.path("hits.tmx")
    let exported = try run(["concordance", "news", "die", "--side", "de", "-o", tmx])
    #expect(exported.errors == "bitext: news: 2 units\n")
    #expect(try run(["add", "copy", tmx]).errors == "bitext: copy: +2 units\n")
    let tsv = try run(["concordance", "news", "rak*", "--side", "de", "--format", "tsv"])
    #expect(tsv.output == "Die Rakete flog 300 km weit.\tThe rocket flew 300 km.\n")
    let json = folder.path("hits.json")
    #expect(try run(["concordance", "news", "die", "--json", "-o", json]).status == 0)
    let text = try String(contentsOfFile: json, encoding: .utf8)
    #expect(text.hasPrefix(#"{"v":1,"phrase":"die","hits":["#) && text.hasSuffix("]}\n"))
    #expect(try run(["concordance", "news", "Flugzeug", "--format", "tmx"]).status == 1)
    for (arguments, cause) in [
      (["--json", "--format", "tmx"], "contradict"),
      (["--format", "tmx", "--count", "1"], "--count"),
    ] {
      let run = try run(["concordance", "news", "die"] + arguments)
      #expect(run.status == 2)
      #expect(run.errors.contains(cause), "\(run.errors)")
    }
  }
}
