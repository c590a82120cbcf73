import BilingualLexicon
import BitextModel
import SentenceAlignment
import TestSupport
import Testing

/// What a person decided stays.
@Suite struct DecisionTests {
  private let german, english: LanguageTag
  private let lexicon: Lexicon

  init() throws {
    german = try #require(LanguageTag("de"))
    english = try #require(LanguageTag("en"))
    var builder = LexiconBuilder(source: german, target: english)
    for (de, en) in Self.words { builder.add(de, en) }
    lexicon = try builder.lexicon()
  }

  private static let words = [
    ("leuchtturm", "lighthouse"), ("insel", "island"), ("wärter", "keeper"), ("sturm", "storm"),
    ("boot", "boat"), ("hafen", "harbour"), ("nacht", "night"), ("treppe", "stairs"),
    ("licht", "light"), ("schiffe", "ships"), ("eintritt", "admission"), ("katze", "cat"),
  ]

  private func document(_ lines: [String], _ language: LanguageTag, _ kinds: [Segment.Kind] = [])
    throws -> Document
  {
    try Document(lines: lines, language.description, kinds: kinds)
  }

  /// Random sentences of a few words and their translations, some left out on either side.
  private func pair(_ random: inout SeededGenerator) throws -> (Document, Document) {
    var (source, target): ([String], [String]) = ([], [])
    for _ in 0..<Int.random(in: 4...14, using: &random) {
      let words = (0..<3).compactMap { _ in Self.words.randomElement(using: &random) }
      if Int.random(in: 0..<5, using: &random) > 0 {
        source.append(words.map(\.0).joined(separator: " ") + ".")
      }
      if Int.random(in: 0..<5, using: &random) > 0 {
        target.append(words.map(\.1).joined(separator: " ") + ".")
      }
    }
    let kind = { (_: String) in
      Int.random(in: 0..<6, using: &random) == 0 ? Segment.Kind.boilerplate : .sentence
    }
    let kinds = (source.map(kind), target.map(kind))
    return (
      try document(source + ["licht."], german, kinds.0),
      try document(target + ["light."], english, kinds.1)
    )
  }

  /// Accepted links in order, however odd, and some rejected ones that are none of them.
  private func decisions(
    _ n: Int, _ m: Int, _ random: inout SeededGenerator
  ) -> [Bead] {
    var (beads, i, j): ([Bead], Int, Int) = ([], 0, 0)
    while true {
      i += Int.random(in: 0...4, using: &random)
      j += Int.random(in: 0...4, using: &random)
      let (a, b) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...3, using: &random))
      guard i + a <= n, j + b <= m else { break }
      beads.append(
        Bead(
          source: Array(i..<i + a), target: Array(j..<j + b), relation: .translation,
          confidence: 0.5, status: .accepted))
      (i, j) = (i + a, j + b)
    }
    return beads
  }

  /// Law: a parallel alignment holds every accepted link as it is and no rejected one, and tiles.
  @Test(arguments: 0..<60) func parallelKeepsDecisions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (source, target) = try pair(&random)
    let aligner = Aligner(mode: .parallel, lexicon: seed % 2 == 0 ? lexicon : nil)
    let accepted = decisions(source.segments.count, target.segments.count, &random)
    // What the aligner would propose, it may not once it is rejected.
    let free = try aligner.align(source, target, keeping: Decisions(accepted)).alignment
    let rejected = free.links.filter { bead in
      bead.status == .proposed && Bool.random(using: &random)
    }.map {
      Bead(
        source: $0.source, target: $0.target, relation: .translation, confidence: $0.confidence,
        evidence: $0.evidence, status: .rejected)
    }
    let alignment = try aligner.align(source, target, keeping: Decisions(accepted + rejected))
      .alignment
    #expect(sides(alignment.links.filter { $0.status == .accepted }) == sides(accepted))
    #expect(Set(sides(alignment.links)).isDisjoint(with: sides(rejected)))
    #expect(Set(sides(alignment.candidates)) == Set(sides(rejected)))
    for link in alignment.links {
      #expect(abs(link.evidence.probability - link.confidence) < 1e-9)
    }
  }

  /// Law: so does a comparable one, whatever crosses.
  @Test(arguments: 0..<40) func comparableKeepsDecisions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (source, target) = try pair(&random)
    let decided = (0..<6).map { _ in
      [
        Int.random(in: source.segments.indices, using: &random),
        Int.random(in: target.segments.indices, using: &random),
      ]
    }
    let beads = Set(decided).sorted { $0.lexicographicallyPrecedes($1) }.enumerated().map {
      Bead(
        source: [$1[0]], target: [$1[1]], relation: .claim, confidence: 0.5,
        status: $0 % 2 == 0 ? .accepted : .rejected)
    }
    let decisions = Decisions(beads)
    let alignment = try Aligner(mode: .comparable, lexicon: lexicon)
      .align(source, target, keeping: decisions).alignment
    #expect(
      sides(alignment.links.filter { $0.status == .accepted }) == sides(decisions.accepted))
    let rejected = Set(sides(decisions.rejected))
    #expect(Set(sides(alignment.links)).isDisjoint(with: rejected))
    #expect(Set(sides(alignment.candidates.filter { $0.status == .rejected })) == rejected)
    let all = sides(alignment.links + alignment.candidates)
    #expect(Set(all).count == all.count)
  }

  /// What stands between accepted links is aligned as without them, where they are right.
  @Test func rightAnchorsChangeNothingElse() throws {
    let source = try document(
      ["leuchtturm insel.", "wärter sturm.", "boot hafen.", "nacht treppe.", "licht schiffe."],
      german)
    let target = try document(
      ["lighthouse island.", "keeper storm.", "boat harbour.", "night stairs.", "light ships."],
      english)
    let aligner = Aligner(mode: .parallel, lexicon: lexicon)
    let anchor = Bead(
      source: [2], target: [2], relation: .translation, confidence: 0.5, status: .accepted)
    let alignment = try aligner.align(source, target, keeping: Decisions([anchor])).alignment
    #expect(alignment.links.map(\.source) == [[0], [1], [2], [3], [4]])
    #expect(alignment.links.map(\.target) == [[0], [1], [2], [3], [4]])
    // The aligner says what it thinks of a link that came without evidence.
    #expect(alignment.links[2].confidence > 0.5)
  }

  @Test func crossingLinksAreNoTranslation() throws {
    let bead = { (i: Int, j: Int) in
      Bead(source: [i], target: [j], relation: .translation, confidence: 0.5, status: .accepted)
    }
    #expect(Decisions([bead(0, 1), bead(2, 3)]).isInOrder)
    #expect(!Decisions([bead(0, 1), bead(2, 0)]).isInOrder)
    #expect(!Decisions([bead(0, 1), bead(0, 2)]).isInOrder)
    let gap = Bead(
      source: [0, 2], target: [1], relation: .translation, confidence: 0.5, status: .accepted)
    #expect(!Decisions([gap]).isInOrder)
    // Left to itself, the aligner then looks for claims.
    let source = try document(["leuchtturm.", "sturm.", "boot."], german)
    let target = try document(["boat.", "storm.", "lighthouse."], english)
    let outcome = try Aligner(lexicon: lexicon)
      .align(source, target, keeping: Decisions([bead(0, 2), bead(2, 0)]))
    #expect(outcome.alignment.shape == .comparable)
    #expect(outcome.reason == "links that a person accepted cross")
  }

  private func sides(_ beads: [Bead]) -> [[[Int]]] { beads.map { [$0.source, $0.target] } }
}
