import BitextModel
import Interchange
import Testing

@Suite struct LadderTests {
  @Test func nullBeadsFollowWhatStandsBeforeThem() throws {
    let ladder = Ladder(try SampleBitexts.comparable().alignment)
    #expect(Array(ladder.lines) == ["[0]:[1]:0.91", "[]:[2]", "[1]:[]", "[2]:[0]:1"])
  }

  @Test func parallelNullBeadsKeepTheirConfidence() throws {
    let null = { Bead(source: $0, target: $1, relation: .translation, confidence: 0.25) }
    let alignment = try Alignment(
      shape: .parallel,
      beads: [
        null([], [0]), null([0, 1], []),
        Bead(source: [2], target: [1, 2], relation: .translation, confidence: 0.5),
      ], sourceCount: 3, targetCount: 3)
    #expect(
      Array(Ladder(alignment).lines)
        == ["[]:[0]:0.25", "[0]:[]:0.25", "[1]:[]:0.25", "[2]:[1, 2]:0.5"])
  }

  @Test func readsVecalign() throws {
    let ladder = try Ladder(text: "[0, 1]:[2]:0.93\n\n[]:[0]:0\r\n[2]:[10,11]\n")
    #expect(
      ladder.rungs == [
        .init(source: [0, 1], target: [2], score: 0.93), .init(source: [], target: [0], score: 0),
        .init(source: [2], target: [10, 11], score: nil),
      ])
  }

  @Test(arguments: [
    ("[0]:[1]\n[0]", 2, "“[0]” is no bead such as [0, 1]:[2]:0.93"),
    ("[a]:[1]", 1, "“[a]:[1]” is no bead such as [0, 1]:[2]:0.93"),
    ("[-1]:[1]", 1, "“[-1]:[1]” is no bead such as [0, 1]:[2]:0.93"),
    ("0:1", 1, "“0:1” is no bead such as [0, 1]:[2]:0.93"),
    ("[]:[]:0.1", 1, "a bead with two empty sides"),
    ("[1, 1]:[0]", 1, "the indexes of a bead do not ascend"),
    ("[1]:[0]:good", 1, "“good” is no score"),
  ])
  func namesLineAndCause(text: String, line: Int, cause: String) {
    let error = #expect(throws: Ladder.ParseError.self) { try Ladder(text: text) }
    #expect(error?.line == line)
    #expect(error?.cause == cause)
  }
}

@Suite struct TSVTests {
  @Test func linesHoldFiveFields() throws {
    let file = AlignmentFile(
      try SampleBitexts.comparable(), header: try SampleBitexts.header(mode: .comparable))
    #expect(
      Array(TSV.lines(of: file)) == [
        "Der Fluss stieg.\tThe river rose.\t0.91\tclaim\tpartial",
        "Ärzte halfen \"sofort\".\tDoctors helped at once.\t1\tclaim\tfull",
      ])
  }
}
