import BitextToolkit
import Foundation
import TestSupport
import Testing

/// The pages in headless Chromium, at two widths, light, dark and on paper: `scripts/check-pages`.
@Suite struct BrowserTests {
  private struct View: Decodable {
    let page: String
    let width: Int
    let media: String
    let console, requests: [String]
    let sideways: Bool
    let violations: [Violation]
    let parts: [String: Box]
  }

  private struct Violation: Decodable {
    let rule: String
    let nodes: [String]
  }

  private struct Box: Decodable {
    let x, y, width, height: Double
  }

  @Test(.enabled(if: Browser.isHere, "no Chromium with axe-core: make browser installs them"))
  func coveragePagesSuitEveryReader() async throws {
    let folder = try TemporaryFolder()
    let article = { (name: String) in Checkout.path("corpora/articles/\(name)/text.txt").path }
    // More columns than any screen holds, most of their pairs not compared.
    for (language, text) in [("de", "kam am"), ("en", "arrived on")] {
      let name = folder.url.appending(path: language)
      try FileManager.default.createDirectory(at: name, withIntermediateDirectories: true)
      for number in 10..<26 {
        try "Anna\(number) \(text) \(number). 5. 20\(number).\n".write(
          to: name.appending(path: "\(language)\(number).txt"), atomically: true, encoding: .utf8)
      }
    }
    for (arguments, page) in [
      (
        [
          folder.path("de"), "--with", folder.path("en"), "--pair-by", "comparability",
          "--partners", "1",
        ], "many.html"
      ),
      ([article("de-weisses-haus"), article("en-kirby")], "pair.html"),
      (
        [article("de-weisses-haus"), article("de-radar"), "--with", article("en-kirby")],
        "sets.html"
      ),
      (
        [
          Checkout.path("corpora/lighthouse/de.txt").path,
          Checkout.path("corpora/lighthouse/en.txt").path,
        ], "long.html"
      ),
    ] {
      let run = try CommandRun(
        ["coverage", "--from", "de", "--to", "en", "--lexicon", "none", "-o", folder.path(page)]
          + arguments)
      #expect(run.status == 0, "\(run.errors)")
    }
    let views = try await Browser.reports(
      of: "check-pages", ["pair.html", "sets.html", "long.html", "many.html"].map(folder.path),
      as: View.self)
    #expect(views.count == 20)
    for view in views {
      let place = "\(view.page) at \(view.width), \(view.media)"
      #expect(view.console == [] && view.requests == [], "\(place)")
      #expect(!view.sideways, "\(place) scrolls sideways")
      for violation in view.violations {
        Issue.record("\(place): \(violation.rule): \(violation.nodes)")
      }
      guard !["sets.html", "many.html"].contains(view.page) else {
        #expect(view.parts["matrix"] != nil)
        continue
      }
      let (gaps, drawing) = (try #require(view.parts["gaps"]), try #require(view.parts["drawing"]))
      if view.width == 1280 {
        #expect(gaps.x > drawing.x + drawing.width - 1, "\(place): gaps stand beside the drawing")
      } else {
        #expect(gaps.y + gaps.height <= drawing.y, "\(place): gaps come before the drawing")
      }
      #expect(drawing.width > 250 && drawing.height > 200, "\(place)")
    }
  }
}
