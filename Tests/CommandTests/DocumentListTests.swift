import BitextToolkit
import Foundation
import TestSupport
import Testing

/// Which documents of folders belong together.
@Suite struct DocumentListTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func list(_ names: [String], in place: String) throws -> DocumentList {
    for name in names {
      let url = folder.url.appending(path: place).appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("Text.".utf8).write(to: url)
    }
    return try DocumentList([folder.path(place)])
  }

  @Test(arguments: [
    ("a.txt", "a", nil), ("a.de.txt", "a", "de"), ("a_de.txt", "a", "de"), ("a-de.txt", "a", "de"),
    ("de/a.txt", "a", "de"), ("guide/de-AT/a.md", "guide/a", "de-AT"),
    ("de/guide/a.html", "guide/a", "de"),
    // What is no language of two letters is part of the name.
    ("a.min.txt", "a.min", nil), ("log.txt", "log", nil), ("v1.2.txt", "v1.2", nil),
    // The file's own mark says more than its folder's.
    ("en/a.de.txt", "a", "de"),
  ])
  func namesTellTitleAndLanguage(name: String, title: String, language: String?) throws {
    let entry = try #require(try list([name], in: "x").entries.first)
    #expect(entry.title == title && entry.language?.description == language)
  }

  @Test func onlyDocumentsAreTaken() throws {
    let list = try list(["b.txt", "a.md", ".hidden.txt", "x.png", "sub/c.html"], in: "x")
    #expect(list.entries.map(\.title) == ["a", "b", "sub/c"])
    #expect(throws: InputFault.self) { try self.list(["x.png"], in: "y") }
  }

  @Test(arguments: [
    (["a", "b"], ["a", "b"], DocumentPairing.Method.name),
    // Half of the smaller side suffices.
    (["a", "b", "c", "d"], ["a", "x"], .name), (["a", "b", "c"], ["a", "x", "y"], .comparability),
    (["a"], ["b"], .comparability),
  ])
  func namesDecideHowToPair(
    source: [String], target: [String], expected: DocumentPairing.Method
  ) throws {
    let lists = (
      try list(source.map { $0 + ".de.txt" }, in: "de"),
      try list(target.map { $0 + "_en.txt" }, in: "en")
    )
    #expect(DocumentPairing.method(lists.0, lists.1) == expected)
    let files = try DocumentList([lists.0.entries[0].path])
    #expect(DocumentPairing.method(files, files) == .all)
  }

  @Test func oneFolderOfBothLanguagesIsSplit() throws {
    let both = try list(["a.de.txt", "a.en.txt", "b.de.txt", "readme.txt"], in: "x")
    let (source, target) = try both.split(nil, LanguageTag("de"), of: "x")
    #expect(source.entries.map(\.title) == ["a"] && source.language == LanguageTag("en"))
    #expect(target.entries.map(\.title) == ["a", "b"])
    let three = try list(["a.de.txt", "a.en.txt", "a.fr.txt"], in: "y")
    #expect(throws: InputFault.self) { try three.split(nil, nil, of: "y") }
    #expect(throws: InputFault.self) { try both.split(LanguageTag("fr"), nil, of: "x") }
  }
}
