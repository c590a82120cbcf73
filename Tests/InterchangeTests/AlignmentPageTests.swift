import BitextModel
import Interchange
import TestSupport
import Testing

@Suite struct AlignmentPageTests {
  private let page: String

  init() throws {
    page = AlignmentPage(
      AlignmentFile(
        try SampleBitexts.comparable(), header: try SampleBitexts.header(mode: .comparable))
    ).lines.joined(separator: "\n")
  }

  @Test func needsNothingElse() {
    for word in ["<script", "http:", "https:", "src=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func saysTheLanguageOfEveryText() {
    #expect(page.contains(#"<span lang="de" dir="auto">Der Fluss stieg.</span>"#))
    #expect(page.contains(#"<span lang="en" dir="auto">The river rose.</span>"#))
    #expect(page.contains(#"<html lang="en">"#))
  }

  /// Two links, one segment left out, one without counterpart; the rival is none of them.
  @Test func showsBeadsAsRows() {
    let kinds = page.matches(of: /<tr role="row" class="([a-z]+)">/).map { String($0.output.1) }
    #expect(kinds == ["link", "null", "out", "link"])
    #expect(page.contains("no counterpart"))
    #expect(page.contains("left out: menu"))
    #expect(page.contains("✓ accepted") && page.contains("<b>0.91</b>"))
  }

  @Test func textIsNoMarkup() throws {
    let language = try SampleBitexts.language("de")
    let text = "<b>\"a\" & \u{1}</b>"
    let document = try Document(
      name: "<i>.txt", language: language, text: text,
      segments: [Segment(range: 0..<text.utf8.count, kind: .sentence, paragraph: 0)])
    let alignment = try Alignment(
      shape: .comparable, beads: [], sourceCount: 1, targetCount: 1)
    let page = AlignmentPage(
      AlignmentFile(
        Bitext(source: document, target: document, alignment: alignment),
        header: .init(
          source: .init(name: "<i>.txt", language: language, sha256: nil),
          target: .init(name: nil, language: language, sha256: nil), mode: .comparable,
          tool: "bitext"))
    ).lines.joined()
    #expect(page.contains("&lt;b&gt;&quot;a&quot; &amp; \u{FFFD}&lt;/b&gt;"))
    #expect(!page.contains("<i>.txt"))
  }

  /// WCAG 2.2, 1.4.3: every colour of text on everything that is behind text, in both schemes.
  @Test func contrastsSuffice() throws {
    let schemes = page.matches(
      of: /--text: (#\w+); --dim: (#\w+); --back: (#\w+);[^}]*?--shade: (#\w+)/)
    #expect(schemes.count == 3)
    for scheme in schemes {
      let colors = scheme.output
      for text in [colors.1, colors.2] {
        for back in [colors.3, colors.4] {
          let ratio = try #require(Contrast.ratio(text, back))
          #expect(ratio >= 4.5, "\(text) on \(back): \(ratio)")
        }
      }
    }
  }
}
