import BitextMeasures
import BitextModel
import Testing

/// Covered, unsure or missing; worked out by hand.
@Suite struct StandingTests {
  private func sentence(
    _ extent: SentenceCoverage.Extent, rival: Double?
  ) -> SentenceCoverage {
    SentenceCoverage(
      index: 0, weight: 1, extent: extent, lower: 0, upper: 0,
      rival: rival.map { SentenceCoverage.Rival(confidence: $0, counterpart: [0]) })
  }

  @Test(
    arguments: [
      // The bound is 1 in 10, and belongs to what is unsure.
      (.none, 0.1, .unsure), (.none, 0.0999, .missing), (.none, 0.9, .unsure),
      (.none, 0, .missing), (.none, nil, .missing),
      // A link that counts settles it, whatever else may be likely.
      (.partial, 0.9, .partial), (.full, 0.9, .full), (.full, nil, .full),
    ] as [(SentenceCoverage.Extent, Double?, SentenceCoverage.Standing)])
  func standing(
    extent: SentenceCoverage.Extent, rival: Double?, expected: SentenceCoverage.Standing
  ) {
    #expect(sentence(extent, rival: rival).standing == expected)
  }

  /// Five sentences against two: one linked, one linked too weakly, two with candidates, one with a
  /// candidate that a person rejected.
  private func sample(threshold: Double = 0) throws -> Coverage {
    let source = try SampleBitext.document([10, 10, 10, 10, 10])
    let target = try SampleBitext.document([10, 10])
    return Coverage(
      of: try SampleBitext.bitext(
        source, target,
        [SampleBitext.link([0], [0], 0.9), SampleBitext.link([1], [1], 0.5)],
        candidates: [
          SampleBitext.link([2], [0], 0.09, .full, .candidate),
          SampleBitext.link([2], [1], 0.2, .full, .candidate),
          SampleBitext.link([3], [1], 0.09, .full, .candidate),
          SampleBitext.link([4], [1], 0.9, .full, .rejected),
        ]),
      threshold: threshold)
  }

  @Test(
    arguments: [
      (0, [2], [3, 4]),
      // The link of .5 counts no more, but is no gap either.
      (0.6, [1, 2], [3, 4]),
    ] as [(Double, [Int], [Int])])
  func lists(threshold: Double, unsure: [Int], missing: [Int]) throws {
    let side = try sample(threshold: threshold).source
    #expect(side.unsure.map(\.index) == unsure && side.count(.unsure) == unsure.count)
    #expect(side.missing.map(\.index) == missing && side.count(.missing) == missing.count)
    // An unsure sentence is not covered.
    #expect(side.sentenceShare == Share(covered: 3 - unsure.count, total: 5))
  }

  /// What a collection tells of a document is as unsure as its likeliest candidate, and names it.
  @Test func unionNamesTheLikeliestDocument() throws {
    let report = try SampleBitext.document([10, 10, 10])
    let other = try SampleBitext.document([10, 10])
    let rivals = { (links: [Bead], confidences: [(Int, Int, Double)]) in
      Coverage(
        of: try SampleBitext.bitext(
          report, other, links,
          candidates: confidences.map { SampleBitext.link([$0], [$1], $2, .full, .candidate) }))
    }
    var matrix = CoverageMatrix(sourceCount: 1, targetCount: 4)
    matrix[0, 1] = try rivals([], [(0, 0, 0.05), (1, 0, 0.2), (2, 0, 0.02)])
    matrix[0, 3] = try rivals([SampleBitext.link([1], [1], 0.7)], [(0, 1, 0.15), (2, 1, 0.02)])
    let union = try #require(matrix.union(ofSource: 0))
    #expect(union.sentences.map(\.standing) == [.unsure, .full, .missing])
    #expect(
      union.unmatched.map(\.reason) == [
        .belowThreshold(.init(confidence: 0.15, counterpart: [1], document: 3)),
        // The first of equals.
        .belowThreshold(.init(confidence: 0.02, counterpart: [0], document: 1)),
      ])
    // On the other side there is one document only.
    let back = try #require(matrix.union(ofTarget: 1))
    #expect(back.sentences.map(\.standing) == [.unsure, .missing])
    #expect(
      back.unsure.map(\.reason) == [
        .belowThreshold(.init(confidence: 0.2, counterpart: [1], document: 0))
      ])
  }

  @Test func listsAreHeldAgainstThePeoples() {
    let side = { (sentences: [SentenceCoverage]) in
      SideCoverage(
        unit: .sentences,
        sentences: sentences.enumerated().map { index, sentence in
          SentenceCoverage(
            index: index, weight: 1, extent: sentence.extent, lower: 0, upper: 0,
            rival: sentence.rival)
        }, excluded: [])
    }
    // Found: full, partial, unsure, unsure, missing, missing, missing.
    let found = side([
      sentence(.full, rival: nil), sentence(.partial, rival: nil), sentence(.none, rival: 0.2),
      sentence(.none, rival: 0.1), sentence(.none, rival: 0.05), sentence(.none, rival: nil),
      sentence(.none, rival: nil),
    ])
    let extents: [SentenceCoverage.Extent] = [.full, .none, .full, .none, .partial, .none, .none]
    let gold = side(extents.map { sentence($0, rival: nil) })
    let truth = StandingTruth(of: found, gold: gold)
    for (count, expected) in [
      (truth.covered, [2, 1, 1]), (truth[.unsure], [2, 1, 1]), (truth[.missing], [3, 1, 0]),
      ((truth + truth)[.missing], [6, 2, 0]), (StandingTruth()[.full], [0, 0, 0]),
    ] {
      #expect([count.total, count.told, count.full] == expected)
    }
  }
}
