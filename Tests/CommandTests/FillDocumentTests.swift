import Foundation
import TestSupport
import Testing

/// Documents that wait for translations are filled from a memory; the expected files were written by
/// hand.
@Suite struct FillDocumentTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let memory = """
      <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
      o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>
      <tu><tuv xml:lang="en"><seg>Open the file.</seg></tuv>
      <tuv xml:lang="de"><seg>Öffne die Datei.</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>Save &amp; close</seg></tuv>
      <tuv xml:lang="de"><seg>Speichern &amp; schließen</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>Press <hi x="1">Enter</hi>.<ph x="2"/></seg></tuv>
      <tuv xml:lang="de"><seg>Drücke die <hi x="1">Eingabetaste</hi>.<ph x="2"/></seg></tuv></tu>
      </body></tmx>
      """
    try memory.write(to: folder.url.appending(path: "m.tmx"), atomically: true, encoding: .utf8)
    try run(["add", "m", folder.path("m.tmx")])
  }

  @discardableResult private func run(_ arguments: [String], status: Int32 = 0) throws -> CommandRun
  {
    let run = try CommandRun(arguments, data: folder.url.path)
    #expect(run.status == status, "\(run.errors)")
    return run
  }

  static func path(_ name: String) -> String { Checkout.path("Tests/Formats/filling/\(name)").path }

  @Test(arguments: [
    (
      "menu.xlf", "menu.filled.xlf",
      "4 segments filled, 2 with matches beside, 2 left, 3 done before"
    ),
    (
      "menu2.xlf", "menu2.filled.xlf",
      "3 segments filled, 1 with matches beside, 0 left, 1 done before"
    ),
    (
      "menu.po", "menu.filled.po", "3 segments filled, 1 with matches beside, 0 left, 1 done before"
    ),
  ])
  func documentIsFilled(name: String, expected: String, said: String) throws {
    let filled = try run(["lookup", "m", "--fill", Self.path(name), "--min", "60"])
    #expect(filled.output == (try String(contentsOfFile: Self.path(expected), encoding: .utf8)))
    #expect(filled.errors.contains(said), "\(filled.errors)")

    // Filling again changes nothing.
    let copy = folder.path(name)
    try filled.output.write(toFile: copy, atomically: true, encoding: .utf8)
    _ = try CommandRun(
      ["lookup", "m", "--fill", copy, "-o", copy, "--min", "60"], data: folder.url.path)
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == filled.output)
    try run(["check", copy])
  }

  /// A byte-order mark, carriage returns and another encoding.
  @Test func bytesAreKept() throws {
    let document = try String(contentsOfFile: Self.path("menu.po"), encoding: .utf8)
      .replacing("\n", with: "\r\n")
    let expected = try String(contentsOfFile: Self.path("menu.filled.po"), encoding: .utf8)
      .replacing("\n", with: "\r\n")
    let path = folder.path("dos.po")
    try Data([0xEF, 0xBB, 0xBF] + document.utf8).write(to: URL(fileURLWithPath: path))
    try run(["lookup", "m", "--fill", path, "-o", path, "--min", "60"])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path)) == Data([0xEF, 0xBB, 0xBF] + expected.utf8))

    let wide = try String(contentsOfFile: Self.path("menu.xlf"), encoding: .utf8)
      .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    let second = folder.path("wide.xlf")
    try #require(wide.data(using: .utf16)).write(to: URL(fileURLWithPath: second))
    let filled = try run(["lookup", "m", "--fill", second, "--min", "60"])
    #expect(
      filled.output == (try String(contentsOfFile: Self.path("menu.filled.xlf"), encoding: .utf8)))
  }

  @Test func claimsFillNothing() throws {
    try "Close the door.\tMach die Tür zu.\tclaim\tfull\n".write(
      to: folder.url.appending(path: "c.tsv"), atomically: true, encoding: .utf8)
    try run(["add", "c", "--from", "en", "--to", "de", folder.path("c.tsv")])
    let document = folder.path("d.xlf")
    try """
    <xliff version="1.2"><file source-language="en" target-language="de"><body>
    <trans-unit id="1"><source>Close the door.</source></trans-unit></body></file></xliff>
    """.write(toFile: document, atomically: true, encoding: .utf8)
    let filled = try run(["lookup", "c", "--fill", document])
    #expect(filled.output.contains("<alt-trans match-quality=\"95%\" origin=\"c\">"))
    #expect(!filled.output.contains("state="))
  }

  @Test(arguments: [
    (["lookup", "m", "--fill", "pairs.csv"], "has no places to fill"),
    (["lookup", "m", "--fill", "none.xlf"], "cannot be read"),
    (
      ["lookup", "m", "--fill", "filling/menu.xlf", "--from", "fr", "--to", "de"], "no text in “fr”"
    ),
  ])
  func whatCannotBeFilled(arguments: [String], said: String) throws {
    var arguments = arguments
    arguments[3] = Checkout.path("Tests/Formats/\(arguments[3])").path
    let failed = try CommandRun(arguments, data: folder.url.path)
    #expect(failed.status == 2)
    #expect(failed.errors.contains(said), "\(failed.errors)")
  }
}
