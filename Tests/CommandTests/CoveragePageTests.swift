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

  /// Four German sentences and three English ones; two ribbons, one of them dashed; a gap, and two
  /// sentences that may tell the same.
  @Test func drawsBlocksRibbonsAndGaps() throws {
    let page = try page()
    let blocks = page.matches(of: /<li class="(full|part|doubt|gap)" style="top/)
      .map { String($0.output.1) }
    #expect(blocks == ["full", "doubt", "part", "gap", "full", "part", "doubt"])
    let ribbons = page.matches(of: /<path class="r (full|part)" opacity/)
      .map { String($0.output.1) }
    #expect(ribbons == ["full", "part"])
    #expect(page.contains("stroke-dasharray") && page.contains("repeating-linear-gradient"))
  }

  @Test func saysInWordsWhatItDraws() throws {
    let page = try page()
    // 16 − 2 letters fully, confirmed; 11 of "Alle gingen." at .6 × ½; of 14 + 20 + 11 + 4.
    #expect(
      page.contains("2 of its 4 sentences, 1 of them in full; 1 more is unsure, 1 is missing."))
    #expect(page.contains("2 of its 3 sentences, 1 of them in full; 1 more is unsure."))
    #expect(page.contains("1 in full, 1 in part; 1 may have one; 1 has none."))
    #expect(page.contains("1 in full, 1 in part; 1 may have one."))
    #expect(page.contains("The English text tells <b"))
    // 14 + 11 × .6 × ½ of 48 characters are 36 %, 13 + 14 × .6 × ½ of 42 are 40 %.
    #expect(page.contains("the German text tells more"))
    #expect(page.contains("of the German one: 2 of its 4"))
    #expect(
      page.contains(
        "nearest, with confidence 0.20: <span lang=\"en\" dir=\"auto\">Nobody knows why."))
    #expect(page.contains("no candidate") && page.contains("✓ confirmed"))
    #expect(page.contains("Not counted in bericht.txt"))
    #expect(page.contains("1 confirmed by a person"))
    #expect(page.contains("links as the aligner decided") && page.contains("bitext 0"))
    #expect(page.contains("bericht.txt\u{A0}<small>German</small>"))
  }

  /// The list of gaps has two parts: what is missing, of both documents, then what is unsure.
  @Test func gapsComeInTwoParts() throws {
    let page = try page()
    let lists = page.matches(
      of: /<h3>([^<\u{A0}]+)\u{A0}<small>\w+<\/small> <span class="count">(\d)/
    )
    .map { "\($0.output.1) \($0.output.2)" }
    #expect(
      lists == [
        "Only in bericht.txt 1", "Only in report.txt 0", "Perhaps not only in bericht.txt 1",
        "Perhaps not only in report.txt 1",
      ])
    #expect(page.contains("with a confidence of 0.10 or more"))
    // Where all is sure there is no second part.
    let pair = try Self.sample()
    let sure = try Self.pair(pair.bitext.source, pair.bitext.target, [Self.link(1, 0, .full, 0.9)])
    #expect(!CoveragePage(sure, tool: "bitext 0").text.contains("What is unsure"))
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

  /// Nothing is said to tell most of a document of which it tells nothing, but for its version by name.
  @Test(arguments: [(DocumentPairing.Method.all, nil as Int?), (.comparability, nil), (.name, 0)])
  func nobodyTellsMostOfNothing(method: DocumentPairing.Method, expected: Int?) throws {
    let pair = try Self.sample()
    let none = try Self.pair(pair.bitext.source, pair.bitext.target, [])
    let settings = CoverageRecord(pair, tool: "bitext 0").settings
    for (coverage, place) in [(none.coverage, expected), (pair.coverage, 0)] {
      var matrix = CoverageMatrix(sourceCount: 1, targetCount: 1)
      matrix[0, 0] = coverage
      let sets = SetCoverage(
        sources: [pair.bitext.source], targets: [pair.bitext.target], method: method,
        matrix: matrix, settings: settings)
      #expect(sets.partner(0, isSource: true)?.place == place)
      #expect(sets.partner(0, isSource: false)?.place == place)
    }
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

  /// A passage is filled as far as it is told, and says which of its sentences is not.
  @Test func passagesShowTheirGaps() throws {
    let document = try Self.document("lang.txt", "de", (0..<63).map { "Satz \(10 + $0)." })
    let links = (0..<63).filter { $0 % 3 != 1 }.map { Self.link($0, $0, .full, 0.8) }
    let page = CoveragePage(try Self.pair(document, document, links), tool: "bitext 0").text
    // All sentences weigh the same: two of three are told, however sure that is.
    #expect(page.matches(of: /<i class="fill" style="width:66%">/).count == 2 * 21)
    #expect(page.contains("Satz 10. <span class=\"miss\">Satz 11.</span> Satz 12."))
    let unsure = CoveragePage(
      try Self.pair(document, document, links, [Self.link(1, 1, .full, 0.2, .candidate)]),
      tool: "bitext 0"
    ).text
    #expect(unsure.contains("Satz 10. <span class=\"unsure\">Satz 11.</span> Satz 12."))
    #expect(unsure.contains("2 of 3 sentences told, 1 unsure: "))
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

  /// What no document of the other side tells, with the document that comes nearest.
  @Test func setPageListsWhatNobodyTells() throws {
    let page = try setPage()
    #expect(page.contains("What no <b>English</b> document surely tells"))
    #expect(page.contains("</small>: 1 missing, 1 unsure</summary>"))
    #expect(page.contains("<span class=\"why\">missing: no candidate</span>"))
    #expect(
      page.matches(of: /unsure: nearest, with confidence 0.20, in [^:]+: <span lang="en"/).count
        == 1)
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
        (
          "text",
          ["back", "shade", "full", "part", "gap", "hatch", "h0", "h1", "h2", "h3", "h4", "h5"]
        ),
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
