import BitextMeasures
import BitextModel
import Testing

@Suite struct CoverageTests {
  /// Source: a heading, sentences of 10, 20, 30 and 40 letters, a blank line. Target: 50, 25, 25.
  private func sample(threshold: Double = 0) throws -> Coverage {
    let source = try SampleBitext.document([5, 10, 20, 30, 40, 0], kinds: [0: .heading])
    let target = try SampleBitext.document([50, 25, 25])
    return Coverage(
      of: try SampleBitext.bitext(
        source, target,
        [
          SampleBitext.link([1], [0], 0.9),
          SampleBitext.link([2], [0], 0.8, .partial),
          SampleBitext.link([2], [1], 0.6, .partial),
          SampleBitext.link([3], [1], 0.5),
        ],
        candidates: [
          SampleBitext.link([4], [2], 0.3, .full, .candidate),
          SampleBitext.link([4], [0], 0.2, .full, .candidate),
        ]),
      threshold: threshold)
  }

  @Test func sourceSide() throws {
    let side = try sample().source
    #expect(side.sentenceShare == Share(covered: 3, total: 4))
    #expect((side.full, side.partial) == (2, 1))
    // The heading's 5 letters and the blank line do not count.
    #expect(side.excluded.map(\.index) == [0, 5])
    #expect(side.excluded.map(\.reason) == ["heading-rule", "blank"])
    // 10 + 20 + 30 of 100 letters are in sentences with a link.
    #expect(side.weightShare == Share(covered: 60, total: 100))
    // 10 × .9 + 20 × max(.8/2, .6/2) + 30 × .5 = 9 + 8 + 15
    #expect(abs(side.lower - 32) < 1e-9)
    // 10 × .9 + 20 × (.8/2 + .6/2) + 30 × .5 = 9 + 14 + 15
    #expect(abs(side.upper - 38) < 1e-9)
    let ratio = try #require(side.ratio)
    #expect(abs(ratio.lowerBound - 0.32) < 1e-9 && abs(ratio.upperBound - 0.38) < 1e-9)
    #expect(
      side.unmatched.map(\.reason) == [.belowThreshold(.init(confidence: 0.3, counterpart: [2]))])
    // Were all links right: 10 + 20/2 + 30.
    #expect(abs(side.linked - 50) < 1e-9)
    // 10² × .9 × .1 + 20² × ½² × .8 × .2 + 30² × .5 × .5 = 9 + 16 + 225
    #expect(abs(side.deviation - 250.0.squareRoot()) < 1e-9)
    #expect(side.confirmed == 0 && side.confirmedShare == 0)
  }

  @Test func targetSide() throws {
    let side = try sample().target
    #expect((side.full, side.partial, side.sentences.count) == (2, 0, 3))
    // 50 × max(.9, .8/2) + 25 × max(.6/2, .5) = 45 + 12.5
    #expect(abs(side.lower - 57.5) < 1e-9)
    // 50 × min(1, .9 + .8/2) + 25 × min(1, .6/2 + .5) = 50 + 20
    #expect(abs(side.upper - 70) < 1e-9)
    #expect(side.unmatched.map(\.index) == [2])
  }

  @Test func bothSides() throws {
    let coverage = try sample()
    // 2 × .32 × .575 / (.32 + .575) = .368 / .895
    #expect(abs(try #require(coverage.mutual) - 0.41117318) < 1e-6)
    // .32 − .575
    #expect(abs(try #require(coverage.asymmetry) + 0.255) < 1e-9)
    // Places (1,0) (2,0) (2,1) (3,1). Of six pairs (1,0)(2,0), (2,0)(2,1), (2,1)(3,1) are ties;
    // (1,0)(2,1), (1,0)(3,1), (2,0)(3,1) agree.
    #expect(coverage.orderAgreement == 1)
    #expect((coverage.links, coverage.reviewedLinks) == (4, 0))
    #expect(coverage.beads.counts == [.init(1, 1): 4, .init(1, 0): 1, .init(0, 1): 1])
    #expect(coverage.beads.sizes.map(\.description) == ["1-1", "1-0", "0-1"])
  }

  @Test func thresholdTakesLinksAway() throws {
    let coverage = try sample(threshold: 0.6)
    #expect((coverage.links, coverage.threshold) == (3, 0.6))
    #expect((coverage.source.full, coverage.source.partial) == (1, 1))
    #expect(
      coverage.source.unmatched.map(\.reason) == [
        .belowThreshold(.init(confidence: 0.5, counterpart: [1])),
        .belowThreshold(.init(confidence: 0.3, counterpart: [2])),
      ])
    // The target's second sentence keeps its partial link of .6: 25 × .3 = 7.5, after 50 × .9.
    #expect(abs(coverage.target.lower - 52.5) < 1e-9)
  }

  @Test func peopleDecide() throws {
    let side = try SampleBitext.document([10, 10, 10])
    let bitext = try SampleBitext.bitext(
      side, side, [SampleBitext.link([0], [0], 0.2, .full, .accepted)],
      candidates: [SampleBitext.link([1], [1], 0.9, .full, .rejected)])
    let coverage = Coverage(of: bitext, threshold: 0.5)
    #expect(coverage.reviewedLinks == 1)
    // Accepted is certain: 10 of 30 letters, whatever the aligner's .2.
    #expect(coverage.source.ratio == (10.0 / 30)...(10.0 / 30))
    #expect(coverage.source.confirmedShare == 1 && coverage.source.deviation == 0)
    #expect(coverage.source.unmatched.map(\.reason) == [.rejected, .noCandidate])
  }

  @Test func nothingToCoverIsNotNothingCovered() throws {
    let empty = try SampleBitext.document([8], kinds: [0: .boilerplate])
    let full = try SampleBitext.document([8])
    let coverage = Coverage(of: try SampleBitext.bitext(empty, full, []))
    #expect(coverage.source.ratio == nil && coverage.source.sentenceShare.ratio == nil)
    #expect(coverage.target.ratio == 0...0)
    #expect(coverage.mutual == nil && coverage.asymmetry == nil && coverage.orderAgreement == nil)
    let apart = Coverage(of: try SampleBitext.bitext(full, full, []))
    #expect(apart.mutual == 0)
  }

  @Test(arguments: [
    // "Zwei Wörter, 3 Zahlen!" has four words without the punctuation; each sentence counts once.
    (SegmentWeights.Unit.words, [4, 2]), (.sentences, [1, 1]), (.characters, [19, 9]),
  ])
  func weights(unit: SegmentWeights.Unit, expected: [Int]) throws {
    let text = "Zwei Wörter, 3 Zahlen!\nNoch zwei.\n"
    let first = "Zwei Wörter, 3 Zahlen!\n".utf8.count
    let document = try Document(
      language: #require(LanguageTag("de")), text: text,
      segments: [
        Segment(range: 0..<first, kind: .sentence, paragraph: 0),
        Segment(range: first..<text.utf8.count, kind: .sentence, paragraph: 1),
      ])
    #expect(try SegmentWeights(unit, of: document).values == expected)
  }

  @Test func passagesStandUnderTheirHeadings() throws {
    // A sentence, a heading, two sentences, two headings in a row, a sentence.
    let source = try SampleBitext.document(
      [10, 5, 20, 30, 5, 5, 40], kinds: [1: .heading, 4: .heading, 5: .heading])
    let target = try SampleBitext.document([10])
    let coverage = Coverage(
      of: try SampleBitext.bitext(source, target, [SampleBitext.link([3], [0], 0.5)]))
    let sections = coverage.source.sections(of: source)
    #expect(sections.map(\.heading) == [nil, 1, 5])
    #expect(sections.map(\.segments) == [0...0, 2...3, 6...6])
    #expect(sections.map(\.side.sentenceShare.covered) == [0, 1, 0])
    // 30 × .5 of 20 + 30 letters.
    #expect(sections[1].side.ratio == 0.3...0.3)
    // Each line is a paragraph of its own here.
    #expect(coverage.source.paragraphs(of: source).map(\.segments) == [0...0, 2...2, 3...3, 6...6])
    let sum = try #require(SideCoverage.sum(of: sections.map(\.side)))
    #expect(sum.lower == coverage.source.lower && sum.weightShare == coverage.source.weightShare)
  }

  @Test func unionCountsAFactOnce() throws {
    let report = try SampleBitext.document([10, 30, 60])
    let first = try SampleBitext.bitext(
      report, report,
      [SampleBitext.link([0], [0], 0.8), SampleBitext.link([1], [1], 0.5, .partial)])
    let second = try SampleBitext.bitext(report, report, [SampleBitext.link([0], [2], 0.6)])
    // The middle document was not compared: it covers nothing, and nothing is known of it.
    var matrix = CoverageMatrix(sourceCount: 1, targetCount: 3)
    matrix[0, 0] = Coverage(of: first)
    matrix[0, 2] = Coverage(of: second)
    #expect(matrix[0, 1] == nil && matrix.union(ofTarget: 1) == nil)
    #expect(matrix.pairs.map(\.target) == [0, 2])
    let union = try #require(matrix.union(ofSource: 0))
    #expect((union.full, union.partial, union.unmatched.map(\.index)) == (1, 1, [2]))
    // 10 × max(.8, .6) + 30 × .5/2 = 8 + 7.5; at most 10 × min(1, .8 + .6) + 7.5
    #expect(abs(union.lower - 15.5) < 1e-9 && abs(union.upper - 17.5) < 1e-9)
    #expect(SideCoverage.union(of: []) == nil)
  }
}
