import BilingualLexicon
import BitextModel
import Testing

@testable import SentenceAlignment

/// One sentence that tells two things, the first of them told twice over in the other text: words are tied
/// by their spelling alone, and each weighs 1.
@Suite struct ContestTests {
  static func contest(
    _ pairs: [(i: Int, j: Int)], target: [Substring], meanings: [Double] = []
  ) throws -> Contest {
    let source = try AnalysedText(["orchid lantern bicycle muffin"], language: .init("en")!)
    let target = try AnalysedText(target, language: .init("en")!)
    var comparer = SegmentComparer(
      source: source, target: target,
      correspondences: Correspondences(source: source, target: target, lexicon: nil),
      weights: (
        TypeWeights(values: source.types.map { _ in 1 }),
        TypeWeights(values: target.types.map { _ in 1 })
      ))
    let comparisons = pairs.map { comparer.compare([$0.i], [$0.j]) }
    return Contest(
      pairs, comparisons, meanings: meanings.isEmpty ? pairs.map { _ in 0 } : meanings,
      similarities: comparisons.map { Double($0.similarity) }, &comparer)
  }

  static let halves: [Substring] = ["orchid lantern", "bicycle muffin", "orchid zeppelin"]

  /// Of the source's four words the pairs explain 1 and 2, 3 and 4, 1: similarities .75, .75 and .375.
  @Test(
    arguments: [
      // The other half is no rival; the one that tells “orchid” alone contests a quarter.
      (0, 0.25 / 3, 0.0),
      (1, 0.0, 0.0),
      // All that it explains the first explains too, which is more similar by .375.
      (2, 0.25 / 3, 0.375),
    ])
  func partnersCompeteForWhatBothExplain(pair: Int, rivals: Double, lead: Double) throws {
    let standing = try Self.contest([(0, 0), (0, 1), (0, 2)], target: Self.halves).source[pair]
    #expect(abs(standing.rivals - rivals) < 1e-6, "\(standing)")
    #expect(abs(standing.lead - lead) < 1e-6, "\(standing)")
  }

  @Test func aSegmentWithOnePartnerHasNoRivals() throws {
    let contest = try Self.contest([(0, 0), (0, 1), (0, 2)], target: Self.halves)
    #expect(contest.target == [Contest.Standing](repeating: .init(), count: 3))
  }

  /// To an encoder the other two are alike by .6 and .3; of the words the third contests a quarter.
  @Test func whatAnEncoderHoldsAlikeIsARivalToo() throws {
    let contest = try Self.contest(
      [(0, 0), (0, 1), (0, 2)], target: Self.halves, meanings: [0.9, 0.6, 0.3])
    #expect(abs(contest.source[0].rivals - (0.25 + 0.6 + 0.3) / 3) < 1e-6)
    #expect(abs(contest.rivals(0) - contest.source[0].rivals / 2) < 1e-6)
  }

  @Test func whatNothingTiesContestsNothing() throws {
    let contest = try Self.contest([(0, 0), (0, 1)], target: ["orchid lantern", "velvet"])
    #expect(contest.source[1] == .init())
    #expect(contest.target[1] == .init())
  }

  /// The mean is of three rivals, whatever there are.
  @Test func manyRivalsCountAsTheThreeStrongest() throws {
    let target: [Substring] = [
      "orchid lantern", "orchid", "orchid lantern bicycle", "lantern", "muffin",
    ]
    let standing = try Self.contest(target.indices.map { (0, $0) }, target: target).source[0]
    // Contested quarters: 1, 2, 1 and 0.
    #expect(abs(standing.rivals - (0.25 + 0.5 + 0.25) / 3) < 1e-6)
  }
}
