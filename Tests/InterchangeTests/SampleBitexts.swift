import BitextModel
import Interchange
import Testing

/// Two small reports, linked by hand.
enum SampleBitexts {
  static func language(_ tag: String) throws -> LanguageTag {
    try #require(LanguageTag(tag))
  }

  /// Links 0-1 (claim, partial) and 2-0 (claim, full); source 1 and target 2 have none; one rival.
  static func comparable() throws -> Bitext {
    let source = try Document(
      name: "bericht.txt", language: language("de"),
      text: "\u{FEFF} Der Fluss stieg.\nMenü\nÄrzte halfen \"sofort\".\n",
      segments: [
        Segment(range: 0..<21, kind: .sentence, paragraph: 0),
        Segment(range: 21..<27, kind: .boilerplate, paragraph: 1, reason: "menu"),
        Segment(range: 27..<51, kind: .sentence, paragraph: 2),
      ])
    let target = try Document(
      name: "report.txt", language: language("en"),
      text: "Doctors helped at once. The river rose.\tIt rained.",
      segments: [
        Segment(range: 0..<24, kind: .sentence, paragraph: 0),
        Segment(range: 24..<40, kind: .sentence, paragraph: 0),
        Segment(range: 40..<50, kind: .sentence, paragraph: 0),
      ])
    let beads = [
      Bead(
        source: [0], target: [1], relation: .claim, strength: .partial, confidence: 0.91,
        evidence: Evidence([.init("words", 2.25), .init("names", 0), .init("length", -0.5)])),
      Bead(source: [2], target: [0], relation: .claim, confidence: 1, status: .accepted),
    ]
    let rival = Bead(
      source: [0], target: [2], relation: .claim, strength: .partial, confidence: 0.0625,
      evidence: Evidence([.init("words", -2.7081)]), status: .candidate)
    return Bitext(
      source: source, target: target,
      alignment: try Alignment(
        shape: .comparable, beads: beads, candidates: [rival], sourceCount: 3, targetCount: 3))
  }

  static func header(mode: Alignment.Shape) throws -> AlignmentFile.Header {
    AlignmentFile.Header(
      source: .init(name: "bericht.txt", language: try language("de"), sha256: "00ff"),
      target: .init(name: "report.txt", language: try language("en"), sha256: "11ee"), mode: mode,
      why: "links cross", tool: "bitext 0.1.0", segmenter: "icu-72", aligner: "claims-1",
      settings: ["threshold": "0.5", "beam": "20"])
  }
}
