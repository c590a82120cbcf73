import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct UnitFormatTests {
  /// Moses files hold texts alone; of a catalogue, a claim is marked fuzzy.
  static let silent: Set = ["moses", "po"]

  @Test(arguments: UnitFormat.allCases.filter(\.isWritten), [1, 2, 3] as [UInt64])
  func everyFormatKeepsTheContract(format: UnitFormat, seed: UInt64) {
    let violations = UnitFormatContract.violations(
      format, marksClaims: !Self.silent.contains(format.name), seed: seed)
    #expect(violations == [])
  }

  @Test(arguments: [
    ("a.tmx", "tmx"), ("A.TMX.gz", "tmx"), ("x.jsonl", "jsonl"), ("x.csv", "csv"),
    ("m.de.xlf", "xliff"), ("de.po", "po"), ("terms.tbx", "tbx"), ("tsv", nil), ("x.pdf", nil),
  ])
  func nameTellsTheFormat(name: String, expected: String?) {
    #expect(UnitFormat(fileName: name)?.name == expected)
  }

  @Test(arguments: [
    ("\u{FEFF} <?xml version=\"1.0\"?><tmx version=\"1.4\">", "tmx"), ("{\"v\":1}", "jsonl"),
    ("<xliff version=\"2.0\">", "xliff"), ("# c\nmsgid \"\"\nmsgstr \"\"\n", "po"),
    ("<?xml version=\"1.0\"?><martif type=\"TBX\">", "tbx"), ("Guten Tag", nil), ("<html>", nil),
  ])
  func beginningTellsTheFormat(head: String, expected: String?) {
    #expect(UnitFormat(beginning: head.utf8)?.name == expected)
  }

  /// The texts of each unit, as a separate reading of the file by eye.
  @Test(
    arguments: [
      ("pairs.csv", [["Ja, gern", "Yes, \"please\""], ["Zwei\nZeilen", "Two\nlines"]]),
      ("old.xlf", [["Öffne die Datei.", "Open the file."], ["Nein", "No"]]),
      ("new.xlf", [["Klicke hier.", "Click here."], ["Gut", "Good"]]),
      (
        "app.po",
        [
          ["File", "Datei"], ["%d file", "%d Datei"], ["%d files", "%d Dateien"],
          ["Open", "Öffnen"], ["Old", "Alt"],
        ]
      ),
      ("terms.tbx", [["Brücke", "bridge", "span"], ["Schiff", "ship"]]),
    ] as [(String, [[String]])])
  func filesOfOtherTools(name: String, expected: [[String]]) throws {
    let path = Checkout.path("Tests/Formats/\(name)").path
    let format = try #require(UnitFormat(fileName: name))
    let reader = try format.reader(UnitFileInput(.path(path)))
    var texts: [[String]] = []
    while let unit = try reader.next() { texts.append(unit.variants.map(\.content.text)) }
    #expect(texts == expected)
    #expect(reader.remarks == [])
  }

  @Test func catalogueKeepsFlagsPluralsAndContext() throws {
    let path = Checkout.path("Tests/Formats/app.po").path
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let units = try UnitFormatContract.read(["": bytes], .po, languages: []).units
    let value = { (unit: TranslationUnit, type: String) in
      unit.properties.first { $0.type == type }?.value
    }
    #expect(units.map { value($0, "x-po-plural") } == [nil, "one", "other", nil, nil])
    #expect(value(units[1], "x-po-flags") == "fuzzy, c-format")
    #expect(units[1].link?.status == .proposed)
    #expect(value(units[3], "x-po-context") == "menu")
    #expect(value(units[4], "x-po-obsolete") == "yes")
    let languages = ["en", "de"].compactMap(LanguageTag.init)
    let again = try UnitFormatContract.read(
      try UnitFormatContract.written(units, .po, languages: languages), .po, languages: [])
    #expect(again.units == units)
  }

  @Test(arguments: [
    ("po", "msgid \"a\"\nmsgstr \"b\"\nrubbish\n", 3), ("csv", "de,en\na,\"b\n", 2),
    ("xliff", "<xliff version=\"1.2\">\n<file>\n</xliff>", 3), ("tsv", "a\tb\nc\n", 2),
    ("jsonl", "{\"v\":1,\"type\":\"unit\",\"variants\":[]}\nx\n", 2),
    ("tbx", "<martif>\n<termEntry>\n<langSet/></termEntry></martif>", 3),
  ])
  func faultsHaveTheirLine(name: String, text: String, line: Int) throws {
    let format = try #require(UnitFormat(rawValue: name))
    let fault = #expect(throws: FileFault.self) {
      _ = try UnitFormatContract.read(["": Array(text.utf8)], format, isStrict: true)
    }
    #expect(fault?.line == line)
  }

  @Test func entitiesAreRefusedEverywhere() {
    for format in [UnitFormat.xliff, .tbx] {
      let text = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xliff>&a;</xliff>"
      let fault = #expect(throws: FileFault.self) {
        _ = try UnitFormatContract.read(["": Array(text.utf8)], format)
      }
      #expect(fault?.cause.contains("entities are refused") == true)
    }
  }

  @Test func hunalignLaddersComeBack() throws {
    let text = "0\t0\t0.5\n1\t2\t1.25\n1\t3\t-0.3\n3\t4\t0\n"
    let ladder = try Ladder(hunalign: text)
    #expect(ladder.rungs.map(\.source) == [[0], [], [1, 2]])
    #expect(ladder.rungs.map(\.target) == [[0, 1], [2], [3]])
    #expect(ladder.hunalignLines?.map { $0 + "\n" }.joined() == text)
    #expect(throws: Ladder.ParseError.self) { try Ladder(hunalign: "3\t3\n2\t4\n") }
  }
}
