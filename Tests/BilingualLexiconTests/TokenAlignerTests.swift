import BilingualLexicon
import BitextModel
import Testing

struct TokenAlignerTests {
  private func alignment(_ german: String, _ english: String) throws -> [String] {
    var builder = try LexiconBuilder(
      source: SampleLexicon.tag("de"), target: SampleLexicon.tag("en"))
    for (a, b) in [("Hund", "dog"), ("bellen", "bark"), ("Haus", "house"), ("Tür", "door")] {
      builder.add(a, b)
      builder.count(wordsOf: a, .source)
      builder.count(wordsOf: b, .target)
    }
    builder.record(.init(name: "written", licence: "MIT", entries: 4, skipped: 0))
    builder.add("gestern", "yesterday", probability: 0.5)
    builder.record(.init(name: "texts", kind: .learned, licence: "MIT", entries: 1, skipped: 0))
    let source = try AnalysedText([german[...]], language: SampleLexicon.tag("de"))
    let target = try AnalysedText([english[...]], language: SampleLexicon.tag("en"))
    let relation = Correspondences(
      source: source, target: target, lexicon: try builder.lexicon())
    let aligner = TokenAligner(
      source: source, target: target, correspondences: relation,
      weights: (relation.source.informativeness, relation.target.informativeness))
    return aligner.alignment(source: 0, target: 0).links.map { link in
      "\(german.utf8Slice(link.source))–\(english.utf8Slice(link.target)) \(link.by.rawValue)"
    }
  }

  @Test func saysWhatExplainsWhat() throws {
    #expect(
      try alignment("Gestern bellte der Hund von Schoigu, 12", "yesterday Shoigu barked, dog 12")
        == [
          "Gestern–yesterday learned", "bellte–barked lexicon", "Hund–dog lexicon",
          "Schoigu–Shoigu cognate", "12–12 number",
        ])
  }

  @Test func partsOfACompoundAreTold() throws {
    #expect(
      try alignment("Die Haustür", "the door of the house")
        == ["Haustür–door compound", "Haustür–house compound"])
  }

  @Test func nothingExplainsNothing() throws {
    #expect(try alignment("", "").isEmpty)
    #expect(try alignment("Hund", "").isEmpty)
    #expect(try alignment("Wal", "zebra").isEmpty)
  }
}
