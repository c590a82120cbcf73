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

  /// An empty project of OmegaT's from English to German.
  private func makeProject(_ project: String) throws {
    for name in ["target", "omegat", "glossary", "dictionary", "tm/auto"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "\(project)/\(name)"), withIntermediateDirectories: true)
    }
    let places = [
      "source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file",
      "dictionary_dir",
    ].map { "<\($0)>__DEFAULT__</\($0)>" }
    try write(
      "\(project)/omegat.project",
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <omegat><project version="1.0">\(places.joined())<source_lang>en</source_lang>
      <target_lang>de</target_lang><sentence_seg>true</sentence_seg>
      <support_default_translations>true</support_default_translations>
      <remove_tags>false</remove_tags></project></omegat>
      """)
  }

  /// Translates all segments as a person would, the last one as an alternative, with notes, and saves
  /// the project's memory. In console mode OmegaT saves it not by itself, but a script can have the
  /// class do it that always does.
  private static let script = """
    import org.omegat.core.data.PrepareTMXEntry
    if (eventType.toString() == "LOAD") {
      project.allEntries.each { entry ->
        def found = project.getTranslationInfo(entry)
        def made = new PrepareTMXEntry()
        made.source = entry.srcText
        made.translation = found.isTranslated() ? found.translation : "Neu & <anders>"
        made.note = "Notiz " + entry.entryNum()
        project.setTranslation(entry, made, entry.entryNum() != 3, null)
      }
      def properties = project.projectProperties
      project.projectTMX.save(properties, properties.projectInternal + "project_save.tmx", true)
    }
    """

  @Test(.enabled(if: omegat != nil, "needs OmegaT")) func omegatsOwnMemoryComesBack() throws {
    try makeProject("p")
    try write("p/source/a.txt", "Open the file.\n\nSave & close\n\nNew text.\n")
    try bitext(["export", "m", "-o", folder.path("p/tm/auto/m.tmx")])
    try write("save.groovy", Self.script)
    try run(
      Self.omegat,
      [
        "--mode=console-translate", "--config-dir=\(folder.path("c"))",
        "--script=\(folder.path("save.groovy"))", "p",
      ])
    let saved = folder.path("p/omegat/project_save.tmx")
    let check = try bitext(["check", saved])
    #expect(check.errors.contains(": TMX, 3 units, no problem"), "\(check.errors)")
    try bitext(["add", "saved", saved])
    let written = try bitext(["export", "saved"]).output
    for kept in [
      "<note>Notiz 1</note>", "<note>Notiz 3</note>", "<prop type=\"file\">a.txt</prop>",
      "<prop type=\"prev\">Save &amp; close</prop>", "changeid=", "changedate=",
      "<seg>Neu &amp; &lt;anders&gt;</seg>", "<seg>Speichern &amp; schließen</seg>",
    ] {
      #expect(written.contains(kept), "\(kept)")
    }

    // OmegaT takes what we write in the place of its own.
    try makeProject("q")
    try write("q/source/a.txt", "Open the file.\n\nSave & close\n\nNew text.\n")
    try write("q/omegat/project_save.tmx", written)
    try run(Self.omegat, ["--mode=console-translate", "--config-dir=\(folder.path("c"))", "q"])
    #expect(
      try text("q/target/a.txt")
        == "Öffne die Datei.\n\nSpeichern & schließen\n\nNeu & <anders>\n")
  }

  @Test(.enabled(if: omegat != nil, "needs OmegaT")) func omegatFillsExactMatches() throws {
    try makeProject("p")
    try write("p/source/a.txt", "Open the file.\n\nSave & close\n\nNew text.\n")
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
