import BilingualLexicon
import BitextModel
import TestSupport
import Testing

@testable import SentenceAlignment

@Suite struct AlignerTests {
  private let german: LanguageTag
  private let english: LanguageTag

  init() throws {
    german = try #require(LanguageTag("de"))
    english = try #require(LanguageTag("en"))
  }

  private func document(_ lines: [String], _ language: LanguageTag) throws -> Document {
    try Document(lines: lines, language.description)
  }

  private func beads(_ alignment: Alignment) -> [String] {
    alignment.beads.map { "\($0.source):\($0.target)" }
  }

  /// A lexicon of the words below.
  private func lexicon() throws -> Lexicon {
    var builder = LexiconBuilder(source: german, target: english)
    for (de, en) in [
      ("leuchtturm", "lighthouse"), ("insel", "island"), ("wärter", "keeper"), ("sturm", "storm"),
      ("boot", "boat"), ("hafen", "harbour"), ("nacht", "night"), ("museum", "museum"),
      ("alt", "old"), ("sah", "saw"), ("öffnet", "opens"), ("fährt", "sails"), ("treppe", "stairs"),
      ("licht", "light"), ("warnt", "warns"), ("schiffe", "ships"), ("eintritt", "admission"),
      ("kostet", "costs"), ("sonntags", "sundays"), ("geschlossen", "closed"),
    ] { builder.add(de, en) }
    return try builder.lexicon()
  }

  private let source = [
    "Der alte Leuchtturm steht auf der Insel.", "Der Wärter sah den Sturm in der Nacht.",
    "Das Licht warnt die Schiffe.",
    "Ein Boot fährt vom Hafen zum Museum und der Eintritt kostet 4 Euro.",
    "Sonntags bleibt die Treppe geschlossen.",
  ]
  private let target = [
    "The old lighthouse stands on the island.", "The keeper saw the storm at night.",
    "Its light warns the ships.", "A boat sails from the harbour to the museum.",
    "Admission costs 4 euros.", "On Sundays the stairs are closed.",
  ]

  @Test func findsAJoinedSentence() throws {
    let alignment = try Aligner(mode: .parallel, lexicon: lexicon())
      .align(document(source, german), document(target, english)).alignment
    #expect(beads(alignment) == ["[0]:[0]", "[1]:[1]", "[2]:[2]", "[3]:[3, 4]", "[4]:[5]"])
  }

  @Test func leavesOutWhatIsMissing() throws {
    var shorter = target
    shorter.remove(at: 1)
    let alignment = try Aligner(mode: .parallel, lexicon: lexicon())
      .align(document(source, german), document(shorter, english)).alignment
    #expect(
      beads(alignment) == ["[0]:[0]", "[1]:[]", "[2]:[1]", "[3]:[2, 3]", "[4]:[4]"])
  }

  @Test func mirrorsWhenTheSidesAreSwapped() throws {
    let forward = try Aligner(mode: .parallel, lexicon: lexicon())
      .align(document(source, german), document(target, english)).alignment
    let backward = try Aligner(mode: .parallel, lexicon: lexicon())
      .align(document(target, english), document(source, german)).alignment
    #expect(backward.beads.map(\.mirrored).map { "\($0.source):\($0.target)" } == beads(forward))
  }

  @Test(arguments: [AlignmentMode.parallel, .auto])
  func aTextWithItselfIsOneToOne(mode: AlignmentMode) throws {
    let lines = source + ["Ja.", "Ja.", "Kapitel 1", "Ja."]
    let document = try document(lines, german)
    let outcome = try Aligner(mode: mode, lexicon: nil).align(document, document)
    #expect(outcome.alignment.shape == .parallel)
    #expect(beads(outcome.alignment) == lines.indices.map { "[\($0)]:[\($0)]" })
  }

  @Test func linksClaimsThatCross() throws {
    let order = [4, 2, 0, 1, 3, 5]
    let outcome = try Aligner(mode: .auto, lexicon: lexicon())
      .align(document(source, german), document(order.map { target[$0] }, english))
    #expect(outcome.alignment.shape == .comparable)
    let links = Set(
      outcome.alignment.links.flatMap { bead in
        bead.source.flatMap { i in bead.target.map { "\(i)-\(order[$0])" } }
      })
    #expect(links.isSuperset(of: ["0-0", "1-1", "2-2", "4-5"]))
    #expect(outcome.alignment.links.allSatisfy { $0.relation == .claim })
  }

  @Test func findsNothingWhereThereIsNothing() throws {
    let other = [
      "Quarterly profits fell short of what analysts had expected.",
      "The committee will meet again next spring.",
    ]
    let alignment = try Aligner(mode: .comparable, lexicon: lexicon())
      .align(document(source, german), document(other, english)).alignment
    #expect(alignment.links.isEmpty)
    #expect(alignment.unlinked.source == Array(source.indices))
  }

  @Test(arguments: [AlignmentMode.parallel, .comparable, .auto])
  func takesEmptyDocuments(mode: AlignmentMode) throws {
    let empty = try document([], german)
    let outcome = try Aligner(mode: mode, lexicon: nil).align(empty, document(target, english))
    #expect(outcome.alignment.links.isEmpty)
    #expect(outcome.alignment.unlinked.target == Array(target.indices))
  }

  /// An image in base64, say: before there was a longest word, this took minutes.
  @Test func takesAWordOfAMillionLetters() throws {
    let data = String(repeating: "abcdefgh", count: 125_000)
    let alignment = try Aligner(mode: .parallel, lexicon: lexicon())
      .align(document([data + "x"] + source, german), document([data + "y"] + target, english))
      .alignment
    #expect(beads(alignment).contains("[1]:[1]"))
  }

  @Test func leavesBoilerplateOutVisibly() throws {
    let lines = ["Menü", source[0], source[1]]
    let plain = try document(lines, german)
    let labelled = try Document(
      language: german, text: plain.text,
      segments: plain.segments.enumerated().map { index, segment in
        Segment(
          range: segment.range, kind: index == 0 ? .boilerplate : .sentence, paragraph: 0)
      })
    let alignment = try Aligner(mode: .parallel, lexicon: lexicon())
      .align(labelled, document(Array(target.prefix(2)), english)).alignment
    #expect(beads(alignment) == ["[0]:[]", "[1]:[0]", "[2]:[1]"])
  }

  @Test(arguments: [AlignmentMode.parallel, .comparable])
  func confidenceIsTheSumOfTheEvidence(mode: AlignmentMode) throws {
    let alignment = try Aligner(mode: mode, lexicon: lexicon())
      .align(document(source, german), document(target, english)).alignment
    #expect(!alignment.links.isEmpty)
    for bead in alignment.beads + alignment.candidates {
      #expect(abs(bead.confidence - bead.evidence.probability) < 1e-9)
    }
  }
}
