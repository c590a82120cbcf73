import Foundation
import TestSupport
import Testing

/// What every verb says to a file that it cannot use: the file, the cause, status 2, and nothing on
/// standard output or left behind.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let files: [(name: String, bytes: [UInt8])] = [
      ("good.txt", Array("Ein Satz. Noch einer.\n".utf8)),
      ("empty", []),
      ("zeros", Array(repeating: 0, count: 2000)),
      ("nul", Array("Ein Satz.\nNoch\0einer.\n".utf8)),
      ("latin1", Array("Ein Satz.\nF".utf8) + [0xFC] + Array("r alle.\n".utf8)),
      ("utf16", [0xFF, 0xFE, 0x45, 0x00, 0x69, 0x00]),
    ]
    for file in files {
      try Data(file.bytes).write(to: folder.url.appending(path: file.name))
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("folder"), withIntermediateDirectories: false)
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, data: folder.path("data"))
  }

  private static let verbs: [[String]] = [
    ["segment", "--lang", "de", "FILE"],
    ["segment", "--lang", "de", "-o", "OUT", "FILE"],
    ["align", "--from", "de", "--to", "en", "--lexicon", "none", "FILE", "GOOD"],
    ["align", "--from", "de", "--to", "en", "--lexicon", "none", "-o", "OUT", "GOOD", "FILE"],
    ["coverage", "--from", "de", "--to", "en", "--lexicon", "none", "GOOD", "FILE"],
    ["coverage", "--from", "de", "--to", "en", "--lexicon", "none", "GOOD", "--with", "FILE"],
    ["coverage", "FILE"],
    ["add", "m", "--format", "jsonl", "FILE"],
    ["add", "m", "--format", "tsv", "--from", "de", "--to", "en", "FILE"],
    ["lexicon", "build", "--from", "de", "--to", "en", "-o", "OUT", "FILE"],
  ]

  /// Those that take folders, too, and so have another complaint about an empty one.
  private static let verbsOfFolders = [verbs[5], verbs[6]]

  private static let files: [(name: String, message: String)] = [
    ("missing", "missing: no such file"),
    ("folder", "folder: a folder, not a file"),
    ("empty", "empty: the file is empty"),
    ("zeros", "zeros:1: binary data (byte 0x00 at offset 0)"),
    // “Ein Satz.” and its line feed are ten bytes, “Noch” four.
    ("nul", "nul:2: binary data (byte 0x00 at offset 14)"),
    ("latin1", "latin1:2: not UTF-8 (byte 0xFC at offset 11)"),
    ("utf16", "utf16:1: UTF-16, not UTF-8"),
  ]

  @Test(arguments: verbs, files)
  func aTextThatIsNone(verb: [String], file: (name: String, message: String)) throws {
    let names = [
      "FILE": folder.path(file.name), "GOOD": folder.path("good.txt"), "OUT": folder.path("out"),
    ]
    let run = try run(verb.map { names[$0] ?? $0 })
    #expect(run.status == 2)
    let isEmptyFolder = file.name == "folder" && Self.verbsOfFolders.contains(verb)
    let message = isEmptyFolder ? "folder: no document in this folder" : file.message
    #expect(run.errors.hasPrefix("bitext: \(folder.path(message))"), "\(run.errors)")
    #expect(run.output == "")
    #expect(try left() == [])
  }

  @Test(arguments: [
    ("missing", "no such file"), ("folder", "a folder, not a file"), ("empty", "the file is empty"),
    ("zeros", "not a TMX file"), ("nul", "not a TMX file"), ("latin1", "not a TMX file"),
  ])
  func aMemoryFileThatIsNone(name: String, cause: String) throws {
    let run = try run(["add", "m", "--format", "tmx", folder.path(name)])
    #expect(run.status == 2)
    #expect(run.errors.contains(cause) && run.errors.contains(name), "\(run.errors)")
    #expect(try left() == [])
  }

  @Test(arguments: [
    ("missing", "no such lexicon"), ("folder", "a folder, not a lexicon"),
    ("empty", "not a bitext lexicon"), ("zeros", "not a bitext lexicon"),
    ("latin1", "not a bitext lexicon"),
  ])
  func aLexiconThatIsNone(name: String, cause: String) throws {
    let good = folder.path("good.txt")
    for arguments in [
      ["lexicon", "show", "Satz", "--lexicon"], ["lexicon", "stats"],
      ["align", "--from", "de", "--to", "en", good, good, "--lexicon"],
    ] {
      let run = try run(arguments + [folder.path(name)])
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("bitext: \(folder.path(name)): \(cause)"), "\(run.errors)")
      #expect(run.output == "")
    }
  }

  /// A file for a memory is the commonest slip: `add` takes the memory first.
  @Test(arguments: [
    ["add", "FILE", "FILE"], ["lookup", "FILE", "Satz"], ["concordance", "FILE", "Satz"],
    ["export", "FILE"],
  ])
  func aFileIsNoMemory(arguments: [String]) throws {
    let path = folder.path("good.txt")
    let run = try run(arguments.map { $0 == "FILE" ? path : $0 })
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("bitext: \(path): a file, not a memory"), "\(run.errors)")
    #expect(try left() == [])
  }

  @Test(arguments: ["deutsch", "d", "de!", ""])
  func aNameIsNoLanguage(tag: String) throws {
    let run = try run(["segment", "--lang", tag, folder.path("good.txt")])
    #expect(run.status == 2)
    #expect(run.errors.contains("'\(tag)' is invalid for '--lang"), "\(run.errors)")
  }

  /// What stands in the folder besides the given files: outputs, memories, unfinished files.
  private func left() throws -> [String] {
    let given = Self.files.map(\.name) + ["good.txt"]
    let paths = FileManager.default.enumerator(atPath: folder.url.path)?.allObjects as? [String]
    return (paths ?? []).filter { !given.contains($0) && !$0.hasPrefix("data") }.sorted()
      + (paths ?? []).filter { $0.contains(".bitext") || $0.contains(".part") }
  }
}
