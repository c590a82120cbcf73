import BitextToolkit
import Foundation
import Testing

@testable import bitext

@Suite struct CoverageTextTests {
  private func document(_ name: String, _ language: String, _ lines: [String]) throws -> Document {
    var segments: [Segment] = []
    var end = 0
    for (index, line) in lines.enumerated() {
      let start = end
      end += line.utf8.count + 1
      segments.append(
        Segment(range: start..<end, kind: index == 0 ? .heading : .sentence, paragraph: index))
    }
    return try Document(
      name: name, language: #require(LanguageTag(language)),
      text: lines.joined(separator: "\n") + "\n", segments: segments)
  }

  private func sample() throws -> Bitext {
    let source = try document(
      "bericht.txt", "de", ["Titel", "Zehn Buch.", "Elf Mal so.", "Es regnet."])
    let target = try document("report.txt", "en", ["Title", "Ten books.", "Nothing else."])
    let bead = { (source: [Int], target: [Int], confidence: Double, status: Bead.Status) in
      Bead(
        source: source, target: target, relation: .claim, confidence: confidence, status: status)
    }
    return Bitext(
      source: source, target: target,
      alignment: try Alignment(
        shape: .comparable, beads: [bead([1], [1], 0.9, .proposed)],
        candidates: [bead([2], [2], 0.259, .candidate)], sourceCount: 4, targetCount: 3))
  }

  private func pair(_ bitext: Bitext, threshold: Double = 0) throws -> PairCoverage {
    let entry = { (document: Document) in
      AlignmentFile.Header.Document(
        name: document.name, language: document.language, sha256: nil)
    }
    let header = AlignmentFile.Header(
      source: entry(bitext.source), target: entry(bitext.target), mode: .comparable,
      tool: "bitext 0", segmenter: "lines", aligner: "coverage 1")
    return try CoverageMeasure(threshold: threshold).measure(
      BitextBuilder.Outcome(bitext: bitext, header: header))
  }

  private func text(_ bitext: Bitext, threshold: Double = 0) throws -> CoverageText {
    let pair = try pair(bitext, threshold: threshold)
    return CoverageText(pair, settings: CoverageRecord(pair, tool: "bitext 0").settings)
  }

  @Test func bothDirectionsInATable() throws {
    // 9 letters and a point of 9 + 9 + 9 are linked at .9: 8.1 of 27 are 30 %. Of the target's
    // 9 + 12, 8.1 are 38.57 %, floored. Mutual: 2 × .3 × .3857 / .6857 = .3375. Asymmetry:
    // .3 − .3857. Deviation: 9 × √(.9 × .1) = 2.7. Bars of 12 × 8 eighths: 28.8 and 37.03.
    #expect(
      try text(sample(), threshold: 0.5).lines(width: 100, isStyled: false) == [
        "document          told by  sentences  full  partial  characters",
        "────────────────  ───────  ─────────  ────  ───────  ──────────  ────────────",
        "bericht.txt (de)  en          1 of 3     1        0        30 %  ███▌········",
        "report.txt (en)   de          1 of 2     1        0        38 %  ████▋·······",
        "",
        "de  █··",
        "en  █·",
        "sentences in order: █ told in full, ▄ in part, · not",
        "",
        "mutual 0.33 · asymmetry -0.08 (de tells more) · order n/a · 1 link, 0 reviewed",
        "de 8 of 27 characters, ±3 · en 8 of 21 characters, ±3",
        "beads 1 × 1-1, 2 × 1-0, 1 × 0-1",
        "comparability n/a: no lexicon",
        "only in de: 2, 3 · only in en: 2 (--gaps prints them)",
        "not counted: de 1 heading · en 1 heading",
        "weights: characters · threshold: 50 % · comparable",
        "bitext 0 · aligner coverage 1 · segmenter lines",
        "lexicon: none",
      ])
  }

  @Test func gapsComeWithTheirReasonAndTheirNearest() throws {
    #expect(
      try text(sample(), threshold: 0.5).gaps(width: 100, isStyled: false) == [
        "",
        "index  only in bericht.txt (de)  reason              nearest in report.txt (en)",
        "─────  ────────────────────────  ──────────────────  ──────────────────────────",
        "    2  Elf Mal so.               best: en 2 at 0.25  Nothing else.",
        "    3  Es regnet.                no candidate",
        "",
        "index  only in report.txt (en)  reason              nearest in bericht.txt (de)",
        "─────  ───────────────────────  ──────────────────  ───────────────────────────",
        "    2  Nothing else.            best: de 2 at 0.25  Elf Mal so.",
      ])
  }

  @Test func sectionsStandByTheirHeadings() throws {
    let lines = try text(sample()).passages(.section, width: 100, isStyled: false)
    #expect(
      lines.contains("      1–3  Titel                         1 of 3        30 %  ███▌········"))
  }

  @Test func recordSaysNullWhereNothingIsKnown() throws {
    let line = try JSONText.line(CoverageRecord(pair(sample()), tool: "bitext 0"))
    #expect(line.contains(#""order":null"#) && line.contains(#""comparability":null"#))
    #expect(line.contains(#""sentences":{"covered":1,"full":1,"partial":0,"total":3}"#))
    #expect(line.contains(#""reason":"no-candidate""#))
    #expect(
      line.contains(#""best":{"confidence":0.259,"counterpart":[2],"text":"Nothing else."}"#))
    let record = try JSONDecoder().decode(CoverageRecord.self, from: Data(line.utf8))
    #expect(record == CoverageRecord(try pair(sample()), tool: "bitext 0"))
  }

  @Test(arguments: [
    // Of 8 cells: half is solid; up to three quarters is shaded.
    (0.5...0.5, "████····"), (0.5...0.75, "████▒▒··"), (0...0, "········"), (1...1, "████████"),
    // 5.5 cells of 8, then a half-block; the shade begins in the next cell.
    (0.6875...1, "█████▌▒▒"), (0.02...0.02, "▏·······"),
  ])
  func bars(range: ClosedRange<Double>, expected: String) {
    #expect(Bar.of(range, cells: 8) == expected)
  }

  @Test(
    arguments: [
      ([1, 0.5, 0], 10, "█▄·"), ([], 10, ""),
      // Two a cell: their means 1, ½ and 0.
      ([1, 1, 1, 0, 0, 0], 3, "█▄·"),
      // What is there at all is seen.
      ([0.05], 1, "▁"),
    ] as [([Double], Int, String)])
  func sparks(shares: [Double], width: Int, expected: String) {
    #expect(Bar.spark(shares, width: width) == expected)
  }

  @Test(arguments: [
    (0.9999, "0.99"), (0.29, "0.29"), (-0.005, "0.00"), (-0.49, "-0.49"), (1, "1.00"),
  ])
  func ratiosAreNeverRoundedUp(value: Double, expected: String) {
    #expect(Figures.ratio(value) == expected)
  }

  @Test(arguments: [
    ("x/one.txt", "y/two.txt", "one.txt", "two.txt"), ("x/one.txt", "y/one.txt", "x", "y"),
    ("a/de/one.txt", "a/en/one.txt", "one.txt", "one.txt"),
    ("de-house/one.txt", "en-house/one.txt", "de-house", "en-house"),
    ("-", "one.txt", "-", "one.txt"),
  ])
  func namesOfTwo(source: String, target: String, first: String, second: String) throws {
    let names = ShortNames.ofPair(
      try document(source, "de", ["x"]), try document(target, "en", ["y"]))
    #expect(names.source == first && names.target == second)
  }

  /// Of 80 columns no line needs more, whatever the terminal.
  @Test func fitsEightyColumns() throws {
    let text = try text(sample())
    let lines =
      text.lines(width: 80, isStyled: false) + text.gaps(width: 80, isStyled: false)
      + text.passages(.section, width: 80, isStyled: false)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    (["a/x/text.txt", "a/y/text.txt"], ["x", "y"]),
    (["de/one.txt"], ["one.txt"]),
    (["one.txt", "one.txt"], ["one.txt", "one.txt"]),
    (["a/one.txt", "b/c/one.txt"], ["a", "b/c"]),
    (["x", "a/x"], ["x", "a/x"]),
    ([], []),
  ])
  func shortNames(names: [String], expected: [String]) {
    #expect(ShortNames.of(names) == expected)
  }
}
