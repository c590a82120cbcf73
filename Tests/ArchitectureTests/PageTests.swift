import Foundation
import TestSupport
import Testing

/// The pages for people name only what is there.
@Suite struct PageTests {
  @Test(arguments: ["Sources/README.md", "README.md", "CONTRIBUTING.md"])
  func everyPathExists(page: String) throws {
    let text = try String(contentsOf: Checkout.path(page), encoding: .utf8)
    for path in Self.paths(in: text) {
      #expect(
        FileManager.default.fileExists(atPath: Checkout.path(path).path), "\(page): \(path)")
    }
  }

  @Test func everyTargetIsOnTheArchitecturePage() throws {
    let text = try String(contentsOf: Checkout.path("Sources/README.md"), encoding: .utf8)
    let folders = try FileManager.default.contentsOfDirectory(atPath: Checkout.path("Sources").path)
    for target in folders where !target.hasSuffix(".md") {
      #expect(text.contains("`Sources/\(target)`"), "\(target)")
    }
  }

  @Test(arguments: [
    ("see `Sources/bitext/` and `x`", ["Sources/bitext/"]),
    ("`bitext add A/B c`, `tmx/<name>`, `https://a.b/c`", []),
    ("[page](docs/a.md) and [web](https://a.b/c)", ["docs/a.md"]),
    ("```\nSources/none\n```", []),
  ])
  func findsPaths(text: String, expected: [String]) {
    #expect(Self.paths(in: text) == expected)
  }

  /// What stands between backticks, or in a link, and looks like a path of the project.
  static func paths(in text: String) -> [String] {
    var isCode = false
    var paths: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode || line.hasPrefix("```") { continue }
      let spans = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      let links = line.split(separator: "](").dropFirst()
        .compactMap { $0.split(separator: ")").first.map(String.init) }
      paths += (spans + links).filter(isPath)
    }
    return paths
  }

  private static func isPath(_ text: String) -> Bool {
    text.contains("/") && !text.hasPrefix("/") && !text.contains("://")
      && !text.contains { " <>*$…|~\"".contains($0) }
  }
}
