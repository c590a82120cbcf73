import BitextModel
import Testing

@testable import SentenceAlignment

/// Documents of which one passage is a translation and the rest is told anew.
@Suite struct MixedDocumentTests {
  private static let names = [
    "Wunderlich", "Petzold", "Kruse", "Lindenhof", "Oberfeld", "Rauenthal", "Chubatiuk", "Uhlmann",
    "Halvorsen", "Niederlauta", "Vollmer", "Zschopau", "Frankenberg", "Rzeszow",
  ]

  private func source(_ index: Int) -> String {
    "\(Self.names[index]) meldet \(4711 + 13 * index) Boote am Hafen"
  }

  private func target(_ index: Int) -> String {
    "\(Self.names[index]) reports \(4711 + 13 * index) boats at the harbour"
  }

  private func outcome(_ order: [Int], mode: AlignmentMode = .auto) throws -> Aligner.Outcome {
    try Aligner(mode: mode, lexicon: nil).align(
      Document(lines: Self.names.indices.map(source), "de", linesPerParagraph: 1),
      Document(lines: order.map(target), "en", linesPerParagraph: 1))
  }

  @Test func aTranslatedCoreWithRetoldParts() throws {
    // The first eight in order, six more backwards.
    let outcome = try outcome(Array(0..<8) + (8..<14).reversed())
    #expect(outcome.alignment.shape == .comparable)
    #expect(outcome.reason.contains("a passage of"))
    #expect(outcome.reason.contains("is a translation, the rest told anew"))
    let translations = outcome.alignment.links.filter { $0.relation == .translation }
    for k in 0..<7 {
      #expect(translations.contains { $0.source == [k] && $0.target == [k] }, "\(k)")
    }
    let claims = outcome.alignment.links.filter { $0.relation == .claim }
    #expect(claims.allSatisfy { $0.source.allSatisfy { $0 >= 7 } })
    for k in 9..<13 {
      #expect(claims.contains { $0.source == [k] && $0.target == [21 - k] }, "\(k)")
    }
  }

  @Test func aTranslationIsOne() throws {
    let outcome = try outcome(Array(Self.names.indices))
    #expect(outcome.alignment.shape == .parallel)
    #expect(outcome.reason.hasSuffix("a translation"))
  }

  /// Where each side leaves out sentences of its own, what is left keeps its order.
  @Test func omissionsOnBothSidesTellNothingAnew() throws {
    let (left, right) = ([2, 3, 9], [5, 6, 11])
    let outcome = try Aligner(mode: .auto, lexicon: nil).align(
      Document(
        lines: Self.names.indices.filter { !left.contains($0) }.map(source), "de",
        linesPerParagraph: 1),
      Document(
        lines: Self.names.indices.filter { !right.contains($0) }.map(target), "en",
        linesPerParagraph: 1))
    #expect(outcome.alignment.shape == .parallel)
  }

  @Test func whoAsksForAModeGetsIt() throws {
    let order = Array(0..<8) + (8..<14).reversed()
    let claims = try outcome(order, mode: .comparable).alignment
    #expect(claims.links.allSatisfy { $0.relation == .claim })
    #expect(try outcome(order, mode: .parallel).alignment.shape == .parallel)
  }
}
