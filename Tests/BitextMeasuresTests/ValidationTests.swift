import BitextMeasures
import Testing

/// Worked out by hand.
@Suite struct ValidationTests {
  private func side(_ extents: [SentenceCoverage.Extent]) -> SideCoverage {
    SideCoverage(
      unit: .sentences,
      sentences: extents.enumerated().map { index, extent in
        SentenceCoverage(
          index: index, weight: 1, extent: extent, lower: extent.share, upper: extent.share)
      }, excluded: [])
  }

  @Test func answersAreCounted() {
    // Of five covered sentences four are found, of three others one is invented.
    let gold = side([.full, .full, .partial, .full, .partial, .none, .none, .none])
    let found = side([.full, .partial, .full, .partial, .none, .full, .none, .none])
    let detection = Detection(of: found, gold: gold)
    #expect((detection.found, detection.missed) == (4, 1))
    #expect((detection.invented, detection.spared) == (1, 2))
    #expect(detection.sensitivity == 4.0 / 5 && detection.specificity == 2.0 / 3)
  }

  /// With a sensitivity of .8 and a specificity of 2/3.
  @Test(arguments: [
    // 5 of 8 are called covered: (.625 − 1/3) / (.8 + 2/3 − 1) = .29167 / .46667
    (5, 8, 0.625),
    // 4 of 5: (.8 − .33333) / .46667 = 1; above that, still 1.
    (4, 5, 1), (5, 5, 1),
    // 1 of 3: what chance invents, nothing; below that, still nothing.
    (1, 3, 0), (0, 3, 0),
  ])
  func correctedShare(covered: Int, total: Int, expected: Double) throws {
    let detection = Detection(
      of: side([.full, .full, .full, .full, .none, .full, .none, .none]),
      gold: side([.full, .full, .full, .full, .full, .none, .none, .none]))
    let corrected = try #require(detection.corrected(Share(covered: covered, total: total)))
    #expect(abs(corrected - expected) < 1e-9)
  }

  @Test func whatTellsNothingCorrectsNothing() {
    // As good as a coin: se + sp = 1.
    let detection = Detection(
      of: side([.full, .none, .full, .none]), gold: side([.full, .full, .none, .none]))
    #expect(detection.corrected(Share(covered: 1, total: 2)) == nil)
    #expect(
      Detection().sensitivity == nil && Detection().corrected(Share(covered: 1, total: 2)) == nil)
  }

  @Test(
    arguments: [
      ([1, 2, 3, 4], [10, 20, 30, 40], 1), ([1, 2, 3, 4], [4, 3, 2, 1], -1),
      // Ranks 1 2 3 4 against 2 1 4 3: 1 − 6 × 4 / (4 × 15) = .6
      ([1, 2, 3, 4], [2, 1, 4, 3], 0.6),
      // Ranks 1.5 1.5 3 against 1 2 3: covariance 1.5, variances 1.5 and 2: 1.5 / √3
      ([7, 7, 9], [1, 2, 3], 0.8660254038),
      ([1, 1, 1], [1, 2, 3], nil), ([], [], nil),
    ] as [([Double], [Double], Double?)])
  func ranks(a: [Double], b: [Double], expected: Double?) {
    let found = RankCorrelation.spearman(a, b)
    #expect((found == nil) == (expected == nil))
    if let found, let expected { #expect(abs(found - expected) < 1e-9) }
  }

  @Test(arguments: [
    // (6 + 9) of (10 + 20) words; nine in ten tokens are known.
    (Share(covered: 90, total: 100), 0.5 as Double?), (Share(covered: 49, total: 100), nil),
    (Share(covered: 0, total: 0), nil),
  ])
  func comparability(known: Share, expected: Double?) {
    let comparability = Comparability(
      source: Share(covered: 6, total: 10), target: Share(covered: 9, total: 20), known: known)
    #expect(comparability.ratio == expected)
  }
}
