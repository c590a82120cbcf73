import Foundation
import TestSupport
import Testing

@Suite struct InterchangeCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try "Gut & schön.\tGood & fine.\ttranslation\tfull\nJa.\tWe said yes.\tclaim\tpartial\n"
      .write(toFile: folder.path("pairs.tsv"), atomically: true, encoding: .utf8)
    _ = try run(["add", "m", "--from", "de", "--to", "en", folder.path("pairs.tsv")])
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, data: folder.url.path)
  }

  /// Out in a format, into another memory, and the pairs are the same.
  @Test(arguments: [
    "a.tmx", "a.tmx.gz", "a.jsonl", "a.jsonl.gz", "a.csv", "a.csv.gz", "a.tsv", "a.xlf", "a.po",
  ])
  func memoriesTravel(name: String) throws {
    let languages = ["--from", "de", "--to", "en"]
    let out = try run(["export", "m"] + languages + ["-o", folder.path(name)])
    #expect(out.status == 0, "\(out.errors)")
    let added = try run(["add", "copy"] + languages + [folder.path(name)])
    #expect(added.errors == "bitext: copy: +2 units\n")
    let pairs = try ["m", "copy"].map { memory in
      try run(["export", memory, "--format", "tsv"] + languages).output
        .split(separator: "\n").map { $0.split(separator: "\t").prefix(2).joined(separator: "|") }
    }
    #expect(Set(pairs[0]) == Set(pairs[1]))
    #expect(Set(pairs[1]) == ["Gut & schön.|Good & fine.", "Ja.|We said yes."])
    #expect(try run(["check", folder.path(name)]).status == 0)
  }

  @Test func mosesFilesTravel() throws {
    let languages = ["--from", "de", "--to", "en", "--format", "moses"]
    let out = try run(
      ["export", "m", "--only", "translations"] + languages + ["-o", folder.path("c")])
    #expect(out.status == 0, "\(out.errors)")
    #expect(try String(contentsOfFile: folder.path("c.en"), encoding: .utf8) == "Good & fine.\n")
    let added = try run(["add", "copy"] + languages + [folder.path("c")])
    #expect(added.errors == "bitext: copy: +1 unit\n")
  }

  @Test func onlyWhatIsAsked() throws {
    let text = { (options: [String]) in
      try run(["export", "m", "--format", "tmx"] + options).output
    }
    #expect(try !text(["--only", "translations"]).contains("We said yes."))
    #expect(try !text(["--only", "claims"]).contains("Good"))
    #expect(try !text(["--only", "reviewed"]).contains("<tu>"))
    #expect(try text(["--language-code", "de=de-AT"]).contains("<tuv xml:lang=\"de-AT\">"))
    let bare = try text(["--strip-metadata"])
    #expect(!bare.contains("creationdate"))
    #expect(bare.contains("<prop type=\"x-relation\">claim</prop>"))
    let standOff = try text(["--stand-off"])
    #expect(!standOff.contains("Good"))
    // sha256sum of “Good &amp; fine.” unescaped.
    #expect(standOff.contains("x-text-sha256"))
    #expect(try run(["export", "m", "--stand-off", "--format", "tsv"]).status == 2)
  }

  @Test func dateIsTheClocksOrTheBuilds() throws {
    let run = try CommandRun(
      shell: "SOURCE_DATE_EPOCH=1700000000 \"$0\" \"$@\"", ["export", "m", "--format", "tmx"],
      data: folder.url.path)
    #expect(run.output.contains("creationdate=\"20231114T221320Z\""))
  }

  @Test func checkSaysLineCauseAndRemedy() throws {
    let file = Checkout.path("tmx/invalid/bare-ampersand.tmx").path
    let check = try run(["check", file])
    #expect(check.status == 1)
    #expect(
      check.output.split(separator: "\n").first.map(String.init)
        == "\(file):6: a bare & instead of &amp; (mended). "
        + "Have the tool that wrote it export anew, or read it here and export it.")
    let record = try run(["check", "--json", file]).json()
    #expect(record["units"] as? Int == 3)
    #expect(record["problemCount"] as? Int == 2)
    #expect(try run(["check", Checkout.path("tmx/valid/plain.tmx").path]).status == 0)
    #expect(try run(["check", Checkout.path("Tests/Formats/bericht.docx").path]).status == 0)
    #expect(try run(["check", folder.path("none.tmx")]).status == 2)
  }

  @Test func documentsOfAllFormatsAreSegmented() throws {
    let cut = try run(["segment", "--lang", "de", Checkout.path("Tests/Formats/bericht.html").path])
    #expect(cut.output.contains("Sie wird repariert."))
    #expect(!cut.output.contains("Werbung"))
  }
}
