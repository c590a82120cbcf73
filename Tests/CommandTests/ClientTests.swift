import Foundation
import TestSupport
import Testing

/// Programs of translators read what is exported, and what they write is read.
@Suite(.serialized) struct ClientTests {
  static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    // `make clients` installs translate-toolkit there.
    let folders =
      path.split(separator: ":").map(String.init)
      + [Checkout.path(".build/clients/bin").path]
    return folders.map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static let omegat = program("omegat")
  static let pretranslate = program("pretranslate")
  static let po2tmx = program("po2tmx")

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write(
      "pairs.tsv", "Open the file.\tÖffne die Datei.\nSave & close\tSpeichern & schließen\n")
    try bitext(["add", "m", "--from", "en", "--to", "de", folder.path("pairs.tsv")])
  }

  private func write(_ name: String, _ text: String) throws {
    let url = folder.url.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @discardableResult private func bitext(_ arguments: [String]) throws -> CommandRun {
    let run = try CommandRun(arguments, data: folder.url.path)
    #expect(run.status == 0, "\(run.errors)")
    return run
  }

  private func run(_ program: String?, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program))
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(.enabled(if: omegat != nil, "needs OmegaT")) func omegatFillsExactMatches() throws {
    for name in ["target", "omegat", "glossary", "dictionary"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "p/\(name)"), withIntermediateDirectories: true)
    }
    let places = [
      "source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file",
      "dictionary_dir",
    ].map { "<\($0)>__DEFAULT__</\($0)>" }
    try write(
      "p/omegat.project",
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <omegat><project version="1.0">\(places.joined())<source_lang>en</source_lang>
      <target_lang>de</target_lang><sentence_seg>true</sentence_seg>
      <support_default_translations>true</support_default_translations>
      <remove_tags>false</remove_tags></project></omegat>
      """)
    try write("p/source/a.txt", "Open the file.\n\nSave & close\n\nNew text.\n")
    try write("p/tm/auto/note.txt", "")
    try bitext(["export", "m", "-o", folder.path("p/tm/auto/m.tmx")])
    try run(Self.omegat, ["--mode=console-translate", "--config-dir=\(folder.path("c"))", "p"])
    #expect(
      try text("p/target/a.txt") == "Öffne die Datei.\n\nSpeichern & schließen\n\nNew text.\n")

    // What it wrote comes back without loss and without a word.
    for name in ["p-omegat", "p-level1", "p-level2"] {
      let check = try bitext(["check", folder.path("p/\(name).tmx")])
      #expect(check.errors.contains(": TMX, 2 units, no problem"), "\(check.errors)")
    }
    let again = try bitext(["add", "back", folder.path("p/p-level2.tmx")])
    #expect(again.errors == "bitext: back: +2 units\n")
    let lines = try bitext(["export", "back", "--format", "tsv", "--from", "en", "--to", "de"])
    #expect(
      Set(lines.output.split(separator: "\n")) == [
        "Open the file.\tÖffne die Datei.", "Save & close\tSpeichern & schließen",
      ])
  }

  @Test(.enabled(if: pretranslate != nil, "needs translate-toolkit"))
  func translateToolkitFillsExactMatches() throws {
    try bitext(["export", "m", "--from", "en", "-o", folder.path("m.tmx")])
    try write(
      "in.po",
      """
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Language: de\\n"

      msgid "Open the file."
      msgstr ""

      msgid "Save & close"
      msgstr ""

      """)
    try run(
      Self.pretranslate, ["--progress=none", "--tm=m.tmx", "-t", "in.po", "in.po", "out.po"])
    let filled = try text("out.po")
    #expect(filled.contains("msgid \"Open the file.\"\nmsgstr \"Öffne die Datei.\""))
    #expect(filled.contains("msgid \"Save & close\"\nmsgstr \"Speichern & schließen\""))
  }

  @Test(.enabled(if: po2tmx != nil, "needs translate-toolkit"))
  func translateToolkitsTMXIsRead() throws {
    try bitext([
      "export", "m", "--format", "po", "--from", "en", "--to", "de", "-o", folder.path("m.po"),
    ])
    try run(Self.po2tmx, ["--progress=none", "-l", "de", "m.po", "back.tmx"])
    let added = try bitext(["add", "back", folder.path("back.tmx")])
    #expect(added.errors.hasSuffix("bitext: back: +2 units\n"), "\(added.errors)")
    let lines = try bitext(["export", "back", "--format", "tsv", "--from", "en", "--to", "de"])
    #expect(lines.output.contains("Save & close\tSpeichern & schließen\n"))
  }
}
