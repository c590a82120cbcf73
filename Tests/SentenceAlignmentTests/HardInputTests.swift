import BilingualLexicon
import BitextModel
import TestSupport
import Testing

@testable import SentenceAlignment

/// What derails aligners: repetition, unlike lengths, texts that do not correspond.
@Suite struct HardInputTests {
  private func document(_ lines: [String]) throws -> Document {
    try Document(lines: lines, "de", linesPerParagraph: 1)
  }

  private func align(_ source: [String], _ target: [String]) throws -> Aligner.Outcome {
    try Aligner(mode: .parallel, lexicon: nil).align(document(source), document(target))
  }

  private func isOneToOne(_ alignment: Alignment) -> Bool {
    alignment.beads.allSatisfy { $0.source == $0.target && $0.source.count == 1 }
  }

  private static let lines = [
    "Ja.", "Nein.", "Kapitel 1", "Der Wärter sah den Sturm.", "Siehe auch", "Das Boot fährt ab.",
    "Weiter", "Das Licht warnt die Schiffe in der Nacht.",
  ]

  @Test func identicalLinesAreOneToOne() throws {
    let lines = Array(repeating: "Ja.", count: 600)
    #expect(isOneToOne(try align(lines, lines).alignment))
  }

  @Test func repeatedLinesAreOneToOne() throws {
    var generator = SeededGenerator(seed: 4)
    let random = (0..<900).map { _ in
      Self.lines.randomElement(using: &generator) ?? Self.lines[0]
    }
    #expect(isOneToOne(try align(random, random).alignment))
    let periodic = (0..<900).map { Self.lines[$0 % Self.lines.count] }
    #expect(isOneToOne(try align(periodic, periodic).alignment))
  }

  @Test func aTextThatLacksManyLinesKeepsTheOthers() throws {
    let lines = (0..<40).map { "Satz \($0) handelt von \(1000 + 7 * $0) Schiffen und Booten." }
    let kept = lines.indices.filter { $0 % 5 != 2 }
    let alignment = try align(lines, kept.map { lines[$0] }).alignment
    let links = alignment.links.filter { $0.source.count == 1 && $0.target.count == 1 }
    #expect(links.allSatisfy { kept[$0.target[0]] == $0.source[0] })
    #expect(links.count >= 30)
  }

  @Test func saysSoWhenNothingCorresponds() throws {
    let source = (0..<30).map { "Quarz \(3 * $0) Xylophon Wüste Birne \($0 * 17)" }
    let target = (0..<30).map {
      "ging \(5000 + $0) mal hell unter \(9000 + $0) neben dem alten Kino"
    }
    let outcome = try align(source, target)
    #expect(outcome.reason.contains("hardly anything corresponds"))
  }

  @Test func takesTextsOfVeryDifferentLengths() throws {
    let long = (0..<700).map { "Satz \($0) handelt von Schiffen." }
    let alignment = try align(["Satz 350 handelt von Schiffen."], long).alignment
    #expect(alignment.links.count <= 1)
    #expect(alignment.links.first.map { $0.target.contains(350) } ?? true)
  }
}
