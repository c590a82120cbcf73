import Testing

@testable import BitextToolkit

@Suite struct ClaimClusterTests {
  /// Documents 0 and 1 are of one language, 2 and 3 of the other.
  private static func clusters(
    _ links: [(Int, Int, Int, Int, Double)]
  ) -> [[[Int]]] {
    ClaimClusters(
      links.map {
        ClaimClusters.Link(
          a: .init(document: $0.0, segment: $0.1), b: .init(document: $0.2, segment: $0.3),
          confidence: $0.4)
      }
    ) { ($0 < 2) != ($1 < 2) }.clusters
      .map { $0.places.map { [$0.document, $0.segment] } }
  }

  @Test func oneClaimInFourReports() {
    let links = [(0, 5, 2, 7, 0.9), (0, 5, 3, 1, 0.8), (1, 2, 2, 7, 0.7), (1, 2, 3, 1, 0.6)]
    #expect(Self.clusters(links) == [[[0, 5], [1, 2], [2, 7], [3, 1]]])
  }

  @Test func aChainOfHalfRightLinksJoinsNothing() {
    // (1, 2) is linked with (2, 7) weakly, and with (3, 1) not at all: .5 / 2 on average.
    let links = [(0, 5, 2, 7, 0.9), (0, 5, 3, 1, 0.9), (1, 2, 2, 7, 0.5)]
    #expect(Self.clusters(links) == [[[0, 5], [2, 7], [3, 1]]])
  }

  @Test func largerComeFirst() {
    let links = [(0, 0, 2, 0, 0.9), (0, 1, 2, 1, 0.5), (0, 1, 3, 1, 0.5)]
    #expect(Self.clusters(links) == [[[0, 1], [2, 1], [3, 1]], [[0, 0], [2, 0]]])
  }
}
