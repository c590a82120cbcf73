import BitextModel
import TestSupport
import Testing

@testable import BitextMeasures

/// What holds of every coverage, tried on random bitexts; the seed is in the test's name.
@Suite struct CoverageLawTests {
  private func randomBitext(_ random: inout SeededGenerator) throws -> (Document, Document, [Bead])
  {
    let document = { (random: inout SeededGenerator) in
      let lengths = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Int.random(in: 0...40, using: &random)
      }
      let kinds: [Segment.Kind] = [.sentence, .sentence, .sentence, .heading, .boilerplate]
      return try SampleBitext.document(
        lengths,
        kinds: Dictionary(
          uniqueKeysWithValues: lengths.indices.map {
            ($0, kinds[Int.random(in: 0..<kinds.count, using: &random)])
          }))
    }
    let (source, target) = (try document(&random), try document(&random))
    let side = { (document: Document, random: inout SeededGenerator) in
      Set(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          Int.random(in: 0..<document.segments.count, using: &random)
        }
      ).sorted()
    }
    let links = (0..<Int.random(in: 0...15, using: &random)).map { _ in
      SampleBitext.link(
        side(source, &random), side(target, &random), Double.random(in: 0...1, using: &random),
        Bool.random(using: &random) ? .full : .partial)
    }
    return (source, target, links)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func swappingTheSidesMirrors(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let (source, target, links) = try randomBitext(&random)
      let there = Coverage(of: try SampleBitext.bitext(source, target, links))
      let back = Coverage(of: try SampleBitext.bitext(target, source, links.map(\.mirrored)))
      #expect(there.source == back.target && there.target == back.source)
      #expect(there.orderAgreement == back.orderAgreement && there.mutual == back.mutual)
      #expect(there.asymmetry == back.asymmetry.map { -$0 })
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func anotherLinkNeverLowersCoverage(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let (source, target, links) = try randomBitext(&random)
      var before = Coverage(of: try SampleBitext.bitext(source, target, []))
      for count in links.indices {
        let after = Coverage(
          of: try SampleBitext.bitext(source, target, Array(links.prefix(count + 1))))
        for (old, new) in [(before.source, after.source), (before.target, after.target)] {
          #expect(new.lower >= old.lower && new.upper >= old.upper)
          #expect(new.sentenceShare.covered >= old.sentenceShare.covered)
          #expect(new.full >= old.full)
        }
        before = after
      }
    }
  }

  @Test(arguments: [6, 7] as [UInt64])
  func totalsAddUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let (source, target, links) = try randomBitext(&random)
      let threshold = Double.random(in: 0...1, using: &random)
      let coverage = Coverage(
        of: try SampleBitext.bitext(source, target, links), threshold: threshold)
      for (document, side) in [(source, coverage.source), (target, coverage.target)] {
        #expect(side.sentences.count + side.excluded.count == document.segments.count)
        #expect(side.full + side.partial + side.unmatched.count == side.sentences.count)
        #expect(0 <= side.lower && side.lower <= side.upper + 1e-9)
        #expect(side.upper <= Double(side.weightShare.covered) + 1e-9)
        #expect(side.weightShare.covered <= side.weightShare.total)
      }
      let alike = try #require(SideCoverage.union(of: [coverage.source]))
      #expect(alike.lower == coverage.source.lower && alike.upper == coverage.source.upper)
      #expect(
        coverage.beads.counts.reduce(0) { $0 + $1.value }
          == coverage.links + coverage.source.unmatched.count + coverage.target.unmatched.count)
    }
  }

  @Test(
    arguments: [
      // One pair only: not enough to speak of order.
      ([(0, 0), (1, 1)], nil),
      ([(0, 0), (1, 1), (2, 2)], 1),
      ([(0, 2), (1, 1), (2, 0)], -1),
      // Of three pairs two agree: (2 − 1) / 3.
      ([(0, 1), (1, 0), (2, 2)], 1.0 / 3),
      // Ties on either side leave one pair.
      ([(0, 0), (0, 1), (1, 1)], nil),
      ([], nil),
    ] as [([(Double, Double)], Double?)])
  func orderAgreement(places: [(Double, Double)], expected: Double?) {
    #expect(OrderAgreement.gamma(of: places.map { (source: $0.0, target: $0.1) }) == expected)
  }

  /// All pairs, one by one: the plain form that the fast one is tested against.
  private func referenceGamma(_ places: [(source: Double, target: Double)]) -> Double? {
    var (concordant, discordant) = (0, 0)
    for (index, a) in places.enumerated() {
      for b in places[(index + 1)...] {
        let product = (a.source - b.source) * (a.target - b.target)
        if product > 0 { concordant += 1 }
        if product < 0 { discordant += 1 }
      }
    }
    let count = concordant + discordant
    return count < 2 ? nil : Double(concordant - discordant) / Double(count)
  }

  @Test(arguments: [8, 9] as [UInt64])
  func fastOrderAgreementEqualsThePlainOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let places = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        (
          source: Double(Int.random(in: 0...9, using: &random)) / 2,
          target: Double(Int.random(in: 0...9, using: &random)) / 2
        )
      }
      #expect(OrderAgreement.gamma(of: places) == referenceGamma(places))
    }
  }
}
