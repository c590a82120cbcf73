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
        "document              told by  sentences  full  part  unsure  characters",
        "────────────────────  ───────  ─────────  ────  ────  ──────  ──────────  ────────────",
        "bericht.txt (German)  English     1 of 3     1     0       1        30 %  ███▌········",
        "report.txt (English)  German      1 of 2     1     0       1        38 %  ████▋·······",
        "",
        "German   █?·",
        "English  █?",
        "sentences in order: █ told in full, ▄ in part, ? unsure: perhaps told, · missing",
        "",
        "mutual 0.33 · asymmetry -0.08 (German tells more) · order n/a · 1 link, 0 reviewed",
        "German 8 of 27 characters, ±3 · English 8 of 21 characters, ±3",
        "beads 1 × 1-1, 2 × 1-0, 1 × 0-1",
        "comparability n/a: no lexicon",
        "only in German (1): 3",
        "unsure in German (1): 2 · unsure in English (1): 2 (--gaps prints them)",
        "not counted: German 1 heading · English 1 heading",
        "weights: characters · comparable · links from 0.50 · unsure from 0.10",
        "bitext 0 · aligner coverage 1 · segmenter lines",
        "lexicon: none",
      ])
  }

  @Test func gapsComeWithTheirReasonAndTheirNearest() throws {
    #expect(
      try text(sample(), threshold: 0.5).gaps(width: 100, isStyled: false) == [
        "",
        "index  only in bericht.txt (German)  likeliest     nearest in report.txt (English)",
        "─────  ────────────────────────────  ────────────  ───────────────────────────────",
        "    3  Es regnet.                    no candidate",
        "",
        "index  unsure in bericht.txt (German)  likeliest  perhaps told in report.txt (English)",
        "─────  ──────────────────────────────  ─────────  ────────────────────────────────────",
        "    2  Elf Mal so.                     2 at 0.25  Nothing else.",
        "",
        "index  unsure in report.txt (English)  likeliest  perhaps told in bericht.txt (German)",
        "─────  ──────────────────────────────  ─────────  ────────────────────────────────────",
        "    2  Nothing else.                   2 at 0.25  Elf Mal so.",
      ])
  }

  /// Two documents of one language are told apart by their names, and these by their order.
  @Test(arguments: [
    ("one.txt", "de", "two.txt", "en", "German", "English"),
    ("one.txt", "de", "two.txt", "de", "one.txt", "two.txt"),
    ("x/one.txt", "de", "y/one.txt", "de", "x", "y"),
    ("one.txt", "de", "one.txt", "de", "first", "second"),
    ("one.txt", "en-GB", "one.txt", "en-US", "English (United Kingdom)", "English (United States)"),
  ])
  func sidesHaveDifferentNames(
    source: String, from: String, target: String, to: String, first: String, second: String
  ) throws {
    let labels = SideLabels(
      try document(source, from, ["x"]), try document(target, to, ["x"]))
    #expect(labels.source == first && labels.target == second)
    #expect((labels.caution == nil) == (from.prefix(2) != to.prefix(2)))
    let isNamed = from == to && first != "first"
    #expect(labels.text(isSource: true) == (isNamed ? first : "the \(first) text"))
    #expect(labels.one(isSource: false) == (isNamed ? second : "the \(second) one"))
  }

  /// Without a threshold the aligner's own bounds are named, where this program's aligner made the links.
  @Test(arguments: [
    (Alignment.Shape.comparable, Aligner.identifier, 0, "links from 0.30, full from 0.35"),
    (.parallel, Aligner.identifier, 0, "links of any confidence"),
    (.comparable, "another 1", 0, "links as the aligner decided"),
    // Below its own bound the aligner makes no links that a lower one could count.
    (.comparable, Aligner.identifier, 0.2, "links from 0.30, full from 0.35"),
    (.parallel, Aligner.identifier, 0.2, "links from 0.20"),
    (.comparable, "another 1", 0.6, "links from 0.60"),
  ])
  func boundOfLinksIsSaid(
    shape: Alignment.Shape, aligner: String, threshold: Double, expected: String
  ) throws {
    let bitext = try sample()
    let entry = AlignmentFile.Header.Document(
      name: "x", language: bitext.source.language, sha256: nil)
    let settings = CoverageSettings(
      AlignmentFile.Header(
        source: entry, target: entry, mode: shape, tool: "bitext 0", aligner: aligner),
      tool: "bitext 0", measure: CoverageMeasure(threshold: threshold))
    #expect(settings.lines[0].contains(" · \(expected) · unsure from 0.10"))
  }

  @Test func sectionsStandByTheirHeadings() throws {
    let lines = try text(sample()).passages(.section, width: 100, isStyled: false)
    let row = "      1–3  Titel                             1 of 3        30 %  ███▌········"
    #expect(lines.contains(row))
  }

  /// A long first sentence stands for its paragraph on one line, cut between words.
  @Test(arguments: [80, 100, 200])
  func paragraphsTakeALineEach(width: Int) throws {
    let long = try document(
      "long.txt", "de", ["Titel", String(repeating: "Wort ", count: 40), "Zehn Buch."])
    let bitext = Bitext(
      source: long, target: long,
      alignment: try Alignment(shape: .comparable, beads: [], sourceCount: 3, targetCount: 3))
    let lines = try text(bitext).passages(.paragraph, width: width, isStyled: false)
    // Twice an empty line, a header, a rule and two paragraphs.
    #expect(lines.count == 10 && lines.allSatisfy { $0.count <= width })
    #expect(lines[3].contains("Wort Wort …  "))
  }

  @Test func recordSaysNullWhereNothingIsKnown() throws {
    let line = try JSONText.line(CoverageRecord(pair(sample()), tool: "bitext 0"))
    #expect(line.contains(#""order":null"#) && line.contains(#""comparability":null"#))
    #expect(line.contains(#""sentences":{"covered":1,"full":1,"partial":0,"total":3,"unsure":1}"#))
    #expect(line.contains(#""reason":"no-candidate","text":"Es regnet.","unsure":false"#))
    #expect(
      line.contains(#""reason":"below-threshold","text":"Elf Mal so.","unsure":true"#))
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
      ([.full, .partial, .unsure, .missing], 10, "█▄?·"), ([], 10, ""),
      // Two a cell: their means 1, ½ and 0.
      ([.full, .full, .full, .missing, .missing, .missing], 3, "█▄·"),
      // Nothing is told: one that is unsure shows. Something is: the mean of ½ and 0 is ¼.
      ([.missing, .unsure, .partial, .unsure], 2, "?▂"),
      // What is there at all is seen: a half in twenty is no eighth.
      ([.partial] + [SentenceCoverage.Standing](repeating: .missing, count: 19), 1, "▁"),
    ] as [([SentenceCoverage.Standing], Int, String)])
  func sparks(sentences: [SentenceCoverage.Standing], width: Int, expected: String) {
    #expect(Bar.spark(sentences, width: width) == expected)
  }

  @Test(arguments: [
    ([], ""), ([4], "4"), ([4, 5], "4, 5"), ([4, 5, 6], "4–6"),
    ([0, 2, 3, 4, 5, 9, 10], "0, 2–5, 9, 10"),
    (
      Array(stride(from: 0, to: 122, by: 2)),
      stride(from: 0, to: 120, by: 2).map(String.init).joined(separator: ", ") + ", …"
    ),
  ])
  func listsOfIndexes(indexes: [Int], expected: String) {
    #expect(Figures.indexes(indexes) == expected)
  }

  @Test func aDocumentWithoutASentenceSaysSo() throws {
    let bitext = Bitext(
      source: try document("a", "de", ["Titel"]),
      target: try document("b", "en", ["Title", "Ten."]),
      alignment: try Alignment(shape: .comparable, beads: [], sourceCount: 1, targetCount: 2))
    let lines = try text(bitext).lines(width: 100, isStyled: false)
    #expect(lines.contains("German   no sentence") && lines.contains("English  ·"))
    #expect(lines.allSatisfy { $0.last != " " })
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
    ("-", "one.txt", "standard input", "one.txt"),
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
