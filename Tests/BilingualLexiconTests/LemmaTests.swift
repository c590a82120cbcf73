import BilingualLexicon
import BitextModel
import Testing

struct LemmaTests {
  private func lexicon(_ table: String) throws -> (Lexicon, DictionaryReport) {
    var builder = try LexiconBuilder(
      source: SampleLexicon.tag("de"), target: SampleLexicon.tag("en"))
    for (a, b) in [("gehen", "go"), ("Arm", "arm"), ("arm", "poor"), ("Haus", "house")] {
      builder.add(a, b)
    }
    let report = LemmaReader.read(table, .source, into: &builder)
    return (try builder.lexicon(), report)
  }

  private func bases(_ word: String, in lexicon: Lexicon) -> [String] {
    guard let term = lexicon.term(word, .source) else { return [] }
    return lexicon.baseForms(of: term, .source).map { lexicon.text(of: $0, .source) }
  }

  @Test func listsFormsOfWordsThatHaveTranslations() throws {
    let (lexicon, report) = try lexicon(
      "# sample 1\nging\tgehen\nArme\tArm\narme\tarm\nBäume\tBaum\nHäuser\tHaus\nkaputt\n\tx\n")
    #expect(lexicon.hasBaseForms(.source))
    #expect(!lexicon.hasBaseForms(.target))
    #expect(bases("ging", in: lexicon) == ["gehen"])
    #expect(bases("arme", in: lexicon) == ["arm"])
    #expect(bases("häuser", in: lexicon) == ["haus"])
    // Nobody translates Baum.
    #expect(lexicon.term("bäume", .source) == nil)
    #expect(report.version == "sample 1")
    #expect((report.entries, report.skipped) == (4, 2))
    #expect(report.firstSkipped == [7, 8])
  }

  @Test func textsFindTheirLemmas() throws {
    let (lexicon, _) = try lexicon("ging\tgehen\n")
    let source = try AnalysedText(["Er ging"], language: SampleLexicon.tag("de"))
    let target = try AnalysedText(["They go"], language: SampleLexicon.tag("en"))
    let relation = Correspondences(source: source, target: target, lexicon: lexicon)
    let (ging, go) = (try #require(source.segments[0].last), try #require(target.segments[0].last))
    #expect(relation.source.edges[ging.type].contains { $0.type == go.type && $0.by == .lexicon })
    #expect(relation.target.edges[go.type].contains { $0.type == ging.type && $0.by == .lexicon })
  }
}
