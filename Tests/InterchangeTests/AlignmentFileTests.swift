import BitextModel
import Interchange
import TestSupport
import Testing

@Suite struct AlignmentFileTests {
  /// Written by hand from docs/alignment-file.md.
  static let lines = [
    #"{"v":1,"type":"header","documents":{"source":{"name":"bericht.txt","lang":"de","sha256":"00ff"},"#
      + #""target":{"name":"report.txt","lang":"en","sha256":"11ee"}},"mode":"comparable","#
      + #""why":"links cross","tool":"bitext 0.1.0","segmenter":"icu-72","aligner":"claims-1","#
      + #""lexicon":null,"encoder":null,"settings":{"beam":"20","threshold":"0.5"},"#
      + #""counts":{"source":3,"target":3,"links":3,"lost":0}}"#,
    #"{"type":"segment","side":"source","index":0,"start":0,"end":21,"paragraph":0,"#
      + #""kind":"sentence","leading":4,"text":"Der Fluss stieg."}"#,
    #"{"type":"segment","side":"source","index":1,"start":21,"end":27,"paragraph":1,"#
      + #""kind":"boilerplate","reason":"menu","text":"Menü"}"#,
    #"{"type":"segment","side":"source","index":2,"start":27,"end":51,"paragraph":2,"#
      + #""kind":"sentence","text":"Ärzte halfen \"sofort\"."}"#,
    #"{"type":"segment","side":"target","index":0,"start":0,"end":24,"paragraph":0,"#
      + #""kind":"sentence","text":"Doctors helped at once."}"#,
    #"{"type":"segment","side":"target","index":1,"start":24,"end":40,"paragraph":0,"#
      + #""kind":"sentence","text":"The river rose."}"#,
    #"{"type":"segment","side":"target","index":2,"start":40,"end":50,"paragraph":0,"#
      + #""kind":"sentence","text":"It rained."}"#,
    #"{"type":"link","source":[0],"target":[1],"relation":"claim","strength":"partial","#
      + #""confidence":0.91,"evidence":{"words":2.25,"names":0,"length":-0.5},"status":"proposed"}"#,
    #"{"type":"link","source":[0],"target":[2],"relation":"claim","strength":"partial","#
      + #""confidence":0.0625,"evidence":{"words":-2.7081},"status":"candidate"}"#,
    #"{"type":"link","source":[2],"target":[0],"relation":"claim","strength":"full","#
      + #""confidence":1,"evidence":{},"status":"accepted"}"#,
  ]

  @Test func writesTheContractsRecords() throws {
    let file = AlignmentFile(
      try SampleBitexts.comparable(), header: try SampleBitexts.header(mode: .comparable))
    #expect(Array(file.lines) == Self.lines)
  }

  @Test func readsWhatItWrote() throws {
    let bitext = try SampleBitexts.comparable()
    let file = AlignmentFile(bitext, header: try SampleBitexts.header(mode: .comparable))
    let read = try AlignmentFile(text: file.lines.joined(separator: "\n") + "\n")
    #expect(read == file)
    #expect(read.alignment == bitext.alignment)
    #expect(read.units == file.units)
  }

  @Test func keepsTheClausesThatMatch() throws {
    var lines = Self.lines
    let clauses = #""clauses":[{"source":[4,13],"target":[24,33],"share":0.5}]"#
    lines[7] = lines[7].replacing(#","status""#, with: "," + clauses + #","status""#)
    let file = try AlignmentFile(text: lines.joined(separator: "\n"))
    #expect(
      file.alignment.beads.first?.evidence.clauses
        == [Evidence.ClausePair(source: 4..<13, target: 24..<33, share: 0.5)])
    #expect(Array(file.lines) == lines)
  }

  @Test func unitsKnowWhereTheyComeFrom() throws {
    let units = try AlignmentFile(text: Self.lines.joined(separator: "\n")).units
    let unit = try #require(units.first)
    #expect(units.count == 2)
    #expect(unit.variants.map(\.content.text) == ["Der Fluss stieg.", "The river rose."])
    #expect(
      unit.variants[0].origin
        == Origin(document: "bericht.txt", sha256: "00ff", spans: [4..<20], segments: [0]))
    #expect(
      unit.link
        == TranslationUnit.Link(
          relation: .claim, strength: .partial, confidence: 0.91, status: .proposed,
          tool: "bitext 0.1.0"))
  }

  /// In parallel mode the null beads that the file leaves out come back.
  @Test func parallelAlignmentTilesAgain() throws {
    var lines = Self.lines.prefix(7).map {
      $0.replacing(#""mode":"comparable""#, with: #""mode":"parallel""#)
        .replacing(#""links":3"#, with: #""links":1"#)
    }
    lines.append(
      #"{"type":"link","source":[1,2],"target":[1],"relation":"translation","strength":"full","#
        + #""confidence":0.8,"evidence":{},"status":"proposed","by":"somebody"}"#)
    let file = try AlignmentFile(text: lines.joined(separator: "\n"))
    #expect(
      file.alignment.beads.map { "\($0.source):\($0.target)" }
        == ["[0]:[]", "[]:[0]", "[1, 2]:[1]", "[]:[2]"])
    let unit = try #require(file.units.first)
    #expect(unit.variants[0].content.text == "Menü Ärzte halfen \"sofort\".")
    #expect(unit.variants[0].origin?.spans == [21..<26, 27..<50])
  }

  @Test(arguments: [
    (0, "", "", 1, "no alignment file: the header record is missing"),
    (0, "{\"v", "{v", 1, "not JSON (column 2: “\"” is missing)"),
    (0, #""v":1"#, #""v":2"#, 1, "version 2 of the alignment file, but this program knows 1"),
    (
      0, #""lang":"de""#, #""lang":"*all*""#, 1,
      "“lang”: “*all*” is no language tag such as de or en-GB"
    ),
    (0, #""tool":"bitext 0.1.0","#, "", 1, "“tool” is missing"),
    (1, #""start":0"#, #""start":1"#, 2, "“start”: 1, but the segment before ends at 0"),
    (1, #""text":"D"#, #""text":"DDDDD"#, 2, "“text”: 20 bytes do not fit into 0..<21"),
    (2, #""index":1"#, #""index":2"#, 3, "“index”: 2, but segment 1 is next"),
    (2, "boilerplate", "menu", 3, "“kind”: “menu” is none of sentence, heading, boilerplate"),
    (3, "}", "", 4, "not JSON (column 131: “}” is missing)"),
    (4, "target", "both", 5, "“side”: “both” is neither source nor target"),
    (4, "\"segment\"", "\"sentence\"", 5, "a record of unknown type, “sentence”"),
    (7, "[0]", "[3]", 8, "“source”: there is no segment 3"),
    (7, "[0]", "[]", 8, "“source”: a link has two sides"),
    (7, "[0]", "[2,1]", 8, "“source”: the indexes do not ascend"),
    (7, "0.91", "1.5", 8, "“confidence”: 1.5 is not within 0 and 1"),
    (7, "0.91", "\"high\"", 8, "“confidence”: a string, not a number"),
    (8, "{\"type", "7, {\"type", 9, "not JSON (column 2: text after the value)"),
  ])
  func namesLineAndCause(
    at index: Int, old: String, new: String, line: Int, cause: String
  ) {
    var lines = Self.lines
    if old.isEmpty {
      lines.removeFirst()
    } else {
      lines[index] = lines[index].replacing(old, with: new, maxReplacements: 1)
    }
    let error = #expect(throws: AlignmentFile.ParseError.self) {
      try AlignmentFile(text: lines.joined(separator: "\n"))
    }
    #expect(error?.line == line)
    #expect(error?.cause == cause)
  }

  /// A file cut at the end of any of its lines is noticed, a header alone too.
  @Test(arguments: 1..<lines.count) func aCutFileIsNoticed(count: Int) throws {
    let error = #expect(throws: AlignmentFile.ParseError.self) {
      try AlignmentFile(text: Self.lines.prefix(count).joined(separator: "\n") + "\n")
    }
    guard case .cut = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.line == count)
  }

  @Test func crossingLinksAreNoParallelAlignment() {
    let lines = Self.lines.map { $0.replacing("\"comparable\"", with: "\"parallel\"") }
    let error = #expect(throws: AlignmentFile.ParseError.self) {
      try AlignmentFile(text: lines.joined(separator: "\n"))
    }
    #expect(error?.line == 10)
  }

  /// Law: what is written is read as the same, for any links with four decimals.
  @Test(arguments: 0..<50) func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let header = try SampleBitexts.header(mode: .comparable)
    let bitext = try SampleBitexts.comparable()
    var beads = try (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let indexes = { (random: inout SeededGenerator) in
        [[0], [1], [2], [0, 2], [0, 1, 2]].randomElement(using: &random)
      }
      return Bead(
        source: try #require(indexes(&random)), target: try #require(indexes(&random)),
        relation: try #require(Bead.Relation.allCases.randomElement(using: &random)),
        strength: try #require(Bead.Strength.allCases.randomElement(using: &random)),
        confidence: Double(Int.random(in: 0...10_000, using: &random)) / 10_000,
        evidence: Evidence([
          .init(
            "z\"\\\u{1}\u{2028}", Double(Int.random(in: -99_999...99_999, using: &random)) / 10_000),
          .init("a", Double(Int.random(in: -9...9, using: &random)) / 10_000),
        ]),
        status: try #require(Bead.Status.allCases.randomElement(using: &random)),
        decision: Bool.random(using: &random) ? nil : Bead.Decision(by: "a\"k", at: "2026-11-21"))
    }
    // No file has two links of the same sides.
    var sides: Set<[[Int]]> = []
    beads.removeAll { !sides.insert([$0.source, $0.target]).inserted }
    let lost = LostDecision(
      source: ["Ein\tSatz."], target: ["One.", "Two."], relation: .claim, strength: .partial,
      status: .rejected, decision: nil, reason: "gone")
    let alignment = try Alignment(
      shape: .comparable, beads: beads.filter(\.isLink), candidates: beads.filter { !$0.isLink },
      sourceCount: 3, targetCount: 3)
    let file = AlignmentFile(
      Bitext(source: bitext.source, target: bitext.target, alignment: alignment), header: header,
      lost: seed % 3 == 0 ? [lost] : [])
    #expect(try AlignmentFile(text: file.lines.joined(separator: "\n")) == file)
  }
}
