import BitextToolkit
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

  @Test func bothDirectionsInATable() throws {
    let bitext = try sample()
    let text = CoverageText(coverage: Coverage(of: bitext, threshold: 0.5), bitext: bitext)
    // 9 letters and a point of 9 + 9 + 9 are linked at .9: 8.1 of 27 are 30 %. Of the target's
    // 9 + 12, 8.1 are 38.57 %, floored. Mutual: 2 × .3 × .3857 / .6857 = .3375.
    #expect(
      text.lines(width: 80, isStyled: false) == [
        "document          told by  sentences  full  partial  characters",
        "────────────────  ───────  ─────────  ────  ───────  ──────────",
        "bericht.txt (de)  en          1 of 3     1        0        30 %",
        "report.txt (en)   de          1 of 2     1        0        38 %",
        "mutual 0.33 · order n/a · 1 link, 0 reviewed · threshold 0.50",
        "beads 1 × 1-1, 2 × 1-0, 1 × 0-1",
        "only in de: 2, 3 · only in en: 2 (--gaps prints them)",
        "not counted: de 1 heading · en 1 heading",
      ])
  }

  @Test func gapsComeWithTheirReason() throws {
    let bitext = try sample()
    let text = CoverageText(coverage: Coverage(of: bitext, threshold: 0.5), bitext: bitext)
    #expect(
      text.gaps(width: 80, isStyled: false) == [
        "",
        "index  only in bericht.txt (de)  reason",
        "─────  ────────────────────────  ──────────────────",
        "    2  Elf Mal so.               best: en 2 at 0.25",
        "    3  Es regnet.                no candidate",
        "",
        "index  only in report.txt (en)  reason",
        "─────  ───────────────────────  ──────────────────",
        "    2  Nothing else.            best: de 2 at 0.25",
      ])
  }

  @Test func matrixShowsFiguresAndUnions() throws {
    let bitext = try sample()
    let coverage = Coverage(of: bitext)
    let text = CoverageMatrixText(
      matrix: CoverageMatrix(cells: [[coverage]]), sources: [bitext.source],
      targets: [bitext.target])
    #expect(
      Array(text.lines(width: 80, isStyled: false).prefix(4)) == [
        "                    report.txt  all of them",
        "───────────  ─────────────────  ───────────",
        "bericht.txt  30 / 38 %  m 0.33         30 %",
        "all of them               38 %",
      ])
  }

  @Test func recordSaysNullWhereNothingIsKnown() throws {
    let bitext = try sample()
    let entry = { (document: Document) in
      AlignmentFile.Header.Document(
        name: document.name, language: document.language, sha256: nil)
    }
    let header = AlignmentFile.Header(
      source: entry(bitext.source), target: entry(bitext.target), mode: .comparable,
      tool: "bitext 0")
    let record = CoverageRecord(
      Coverage(of: bitext), of: bitext, header: header, tool: "bitext 0")
    let line = try JSONText.line(record)
    #expect(line.contains(#""order":null"#))
    #expect(line.contains(#""sentences":{"covered":1,"full":1,"partial":0,"total":3}"#))
    #expect(line.contains(#""reason":"no-candidate""#))
    #expect(line.contains(#""best":{"confidence":0.259,"counterpart":[2]}"#))
  }

  @Test(arguments: [
    (0.9999, "0.99"), (0.29, "0.29"), (-0.005, "0.00"), (-0.49, "-0.49"), (1, "1.00"),
  ])
  func ratiosAreNeverRoundedUp(value: Double, expected: String) {
    #expect(Figures.ratio(value) == expected)
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
