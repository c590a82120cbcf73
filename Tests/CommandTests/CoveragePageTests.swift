import BitextToolkit
import Foundation
import TestSupport
import Testing

/// The pages of coverage as documents; `BrowserTests` look at them.
@Suite struct CoveragePageTests {
  /// A document whose lines are sentences, or, where they begin with `#`, headings.
  static func document(_ name: String, _ language: String, _ lines: [String]) throws -> Document {
    var (segments, end): ([Segment], Int) = ([], 0)
    for line in lines {
      let start = end
      end += line.utf8.count + 1
      segments.append(
        Segment(
          range: start..<end, kind: line.hasPrefix("#") ? .heading : .sentence,
          paragraph: segments.count / 3))
    }
    return try Document(
      name: name, language: #require(LanguageTag(language)),
      text: lines.map { $0 + "\n" }.joined(), segments: segments)
  }

  static func pair(
    _ source: Document, _ target: Document, _ links: [Bead], _ candidates: [Bead] = []
  ) throws -> PairCoverage {
    let entry = { (document: Document) in
      AlignmentFile.Header.Document(
        name: document.name, language: document.language, sha256: nil)
    }
    return try CoverageMeasure().measure(
      BitextBuilder.Outcome(
        bitext: Bitext(
          source: source, target: target,
          alignment: try Alignment(
            shape: .comparable, beads: links, candidates: candidates,
            sourceCount: source.segments.count, targetCount: target.segments.count)),
        header: AlignmentFile.Header(
          source: entry(source), target: entry(target), mode: .comparable, tool: "bitext 0",
          lexicon: "de-en: <none>")))
  }

  static func link(
    _ source: Int, _ target: Int, _ strength: Bead.Strength, _ confidence: Double,
    _ status: Bead.Status = .proposed
  ) -> Bead {
    Bead(
      source: [source], target: [target], relation: .claim, strength: strength,
      confidence: confidence, status: status)
  }

  /// A page with all that there can be: headings, gaps with and without a rival, a confirmed link.
  static func sample() throws -> PairCoverage {
    try pair(
      document(
        "a/bericht.txt", "de",
        [
          "# Lage", "Der Fluss stieg.", "Es fehlt <viel> & mehr.", "# Folgen", "Alle gingen.",
          "Nie.",
        ]),
      document(
        "b/report.txt", "en", ["The river rose.", "All of them left.", "Nobody knows why."]),
      [link(1, 0, .full, 0.9, .accepted), link(4, 1, .partial, 0.6)],
      [link(2, 2, .full, 0.2, .candidate)])
  }

  private func page() throws -> String { CoveragePage(try Self.sample(), tool: "bitext 0").text }

  @Test func needsNothingElse() throws {
    for page in [try page(), try setPage()] {
      for word in ["<script", "http:", "https:", "src=", "@import", "url(", "onclick"] {
        #expect(!page.contains(word), "\(word)")
      }
    }
  }

  @Test func everyLinkLeadsSomewhereAndNoAnchorIsTwice() throws {
    let page = try page()
    let anchors = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(anchors).count == anchors.count)
    for link in page.matches(of: /href="#([^"]+)"/) {
      #expect(anchors.contains(String(link.output.1)), "\(link.output.1)")
    }
    for label in page.matches(of: /aria-labelledby="([^"]+)"/) {
      #expect(anchors.contains(String(label.output.1)), "\(label.output.1)")
    }
  }

  /// Four German sentences and three English ones; two ribbons, one of them dashed; three gaps.
  @Test func drawsBlocksRibbonsAndGaps() throws {
    let page = try page()
    let blocks = page.matches(of: /<li class="(full|part|gap)" style="top/)
      .map { String($0.output.1) }
    #expect(blocks == ["full", "gap", "part", "gap", "full", "part", "gap"])
    let ribbons = page.matches(of: /<path class="r (full|part)" opacity/)
      .map { String($0.output.1) }
    #expect(ribbons == ["full", "part"])
    #expect(page.contains("stroke-dasharray") && page.contains("repeating-linear-gradient"))
  }

  @Test func saysInWordsWhatItDraws() throws {
    let page = try page()
    // 16 − 2 letters fully, confirmed; 11 of "Alle gingen." at .6 × ½; of 14 + 20 + 11 + 4.
    #expect(page.contains("2 of its 4 sentences, 1 of them in full."))
    #expect(page.contains("2 of its 3 sentences, 1 of them in full."))
    #expect(page.contains("nearest, at 0.20: <span lang=\"en\" dir=\"auto\">Nobody knows why."))
    #expect(page.contains("no candidate") && page.contains("✓ confirmed"))
    #expect(page.contains("Not counted in bericht.txt"))
    #expect(page.contains("1 confirmed by a person"))
    #expect(page.contains("threshold: the aligner's own") && page.contains("bitext 0"))
  }

  @Test func textIsNoMarkup() throws {
    let page = try page()
    #expect(page.contains("Es fehlt &lt;viel&gt; &amp; mehr.") && !page.contains("<viel>"))
    #expect(page.contains("de-en: &lt;none&gt;"))
  }

  @Test func tablesHaveHeadersAndTextsTheirLanguage() throws {
    for page in [try page(), try setPage()] {
      #expect(!page.contains("<th>") && page.contains("<th scope=\"row\">"))
      #expect(page.contains("<html lang=\"en\">"))
    }
    #expect(try page().contains("<span lang=\"de\" dir=\"auto\">Der Fluss stieg.</span>"))
  }

  /// Beyond sixty sentences a side paragraphs are drawn, and no more blocks than can be told apart.
  @Test(arguments: [(60, 60), (61, 21), (400, 67)])
  func longDocumentsAreDrawnByPassages(sentences: Int, blocks: Int) throws {
    // Three lines a paragraph; of 134 paragraphs two each are joined.
    let lines = (0..<sentences).map { "Satz \($0)." }
    let document = try Self.document("lang.txt", "de", lines)
    let links = (0..<sentences).map { Self.link($0, $0, .full, 1) }
    let page = CoveragePage(try Self.pair(document, document, links), tool: "bitext 0").text
    #expect(page.matches(of: /<li class="[a-z]+" style="top/).count == 2 * blocks)
    #expect(page.matches(of: /<path class="r full" opacity/).count == blocks)
  }

  private func setPage() throws -> String {
    let pair = try Self.sample()
    var matrix = CoverageMatrix(sourceCount: 1, targetCount: 2)
    matrix[0, 0] = pair.coverage
    return CoverageSetPage(
      SetCoverage(
        sources: [pair.bitext.source], targets: [pair.bitext.target, pair.bitext.target],
        method: .all, matrix: matrix, settings: CoverageRecord(pair, tool: "bitext 0").settings)
    ).text
  }

  @Test func heatMapHasFiguresInItsCells() throws {
    let page = try setPage()
    #expect(page.contains("<table class=\"matrix\">"))
    #expect(
      page.matches(of: /<td class="h[0-5]"><b>\d+ %<\/b><span>\d+ %<\/span>/).count == 1)
    #expect(page.contains("<span class=\"hide\">not compared</span>"))
    #expect(page.contains("Without a counterpart"))
  }

  /// WCAG 2.2, 1.4.3: text on everything that is behind text in these pages, in all schemes.
  @Test func contrastsSuffice() throws {
    let page = try page()
    let value = { (name: String, scheme: Int) -> String? in
      let found = page.ranges(of: "--\(name): #").map { range in
        String(page[page.index(before: range.upperBound)...].prefix { $0 != ";" })
      }
      return found.indices.contains(scheme) ? found[scheme] : nil
    }
    for scheme in 0..<3 {
      for (text, backs) in [
        ("text", ["back", "shade", "full", "part", "gap", "h0", "h1", "h2", "h3", "h4", "h5"]),
        ("dim", ["back", "shade"]), ("mark", ["back"]), ("bar", ["back"]),
      ] {
        for back in backs {
          let ratio = try #require(
            Contrast.ratio(value(text, scheme) ?? "none", value(back, scheme) ?? "none"))
          #expect(ratio >= 4.5, "\(text) on \(back) in scheme \(scheme): \(ratio)")
        }
      }
    }
  }
}
