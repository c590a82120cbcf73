import BilingualLexicon
import BitextModel
import Testing

/// Entries of several words explain words, and words explain them.
struct PhraseTests {
  private struct Compared {
    let source, target: AnalysedText
    let relation: Correspondences

    init(_ german: String, _ english: String, _ lexicons: [Lexicon]) throws {
      source = try AnalysedText([german[...]], language: SampleLexicon.tag("de"))
      target = try AnalysedText([english[...]], language: SampleLexicon.tag("en"))
      relation = Correspondences(source: source, target: target, lexicons: lexicons)
    }

    /// How much of a German word the English words explain together, by what they are.
    func explained(_ word: String, by sources: Set<TokenAlignment.Source>) -> Float {
      guard let type = source.types.firstIndex(where: { $0.text == word }) else { return -1 }
      let edges = relation.source.edges[type].filter { sources.contains($0.by) && $0.part == 0 }
      let groups = Dictionary(grouping: edges, by: \.group)
      return groups.values.map { $0.reduce(0) { $0 + $1.weight } }.max() ?? 0
    }
  }

  @Test func aPhraseExplainsAPhraseThatTextInflects() throws {
    let lexicon = try SampleLexicon.of([("ins Gras beißen", "kick the bucket"), ("Gras", "grass")])
    let compared = try Compared(
      "Viele bissen, nein: beißen ins Gras.", "Many kick the bucket.", [lexicon])
    #expect(compared.explained("beissen", by: [.phrase]) >= 0.7)
    #expect(compared.explained("gras", by: [.phrase]) >= 0.7)
  }

  @Test func aPhraseThatDoesNotStandTogetherExplainsNothing() throws {
    let lexicon = try SampleLexicon.of([("ins Gras beißen", "kick the bucket")])
    let compared = try Compared(
      "Sie beißen oft und gern, doch wächst dort im Garten hinter dem Haus kein Gras.",
      "Many kick the bucket.", [lexicon])
    #expect(compared.explained("beissen", by: [.phrase]) == 0)
  }

  @Test func aWordExplainsAPhraseAndThePhraseTheWord() throws {
    let lexicon = try SampleLexicon.of([("zur Verfügung stellen", "provide")])
    let compared = try Compared(
      "Sie stellen Räume zur Verfügung.", "They provide rooms.", [lexicon])
    #expect(compared.explained("verfügung", by: [.phrase]) >= 0.7)
    let provide = try #require(compared.target.types.firstIndex { $0.text == "provide" })
    let back = compared.relation.target.edges[provide].filter { $0.by == .phrase }
    #expect(back.reduce(0) { $0 + $1.weight } >= 0.9)
  }

  @Test(arguments: [
    ("Das Weiße Haus schweigt.", "The White House is silent.", "weisse"),
    ("im Weißen Haus", "at the White House", "haus"),
    ("Die USA liefern.", "The U.S. delivers.", "usa"),
    ("Die USA liefern.", "The US delivers.", "usa"),
    ("Die USA liefern.", "The United States delivers.", "usa"),
    ("in den Vereinigten Staaten", "in the U.S.", "vereinigten"),
    ("die Uno", "the UN", "uno"), ("der Vereinten Nationen", "of the U.N.", "nationen"),
    ("Der IWF warnt.", "The IMF warns.", "iwf"),
  ])
  func aliases(german: String, english: String, word: String) throws {
    let compared = try Compared(german, english, [])
    #expect(compared.explained(word, by: [.phrase, .cognate]) >= 0.9)
  }

  @Test func aPronounIsNoCountry() throws {
    let compared = try Compared("Die USA liefern.", "They deliver to us.", [])
    #expect(compared.explained("usa", by: [.phrase, .cognate]) == 0)
  }

  @Test func severalLexiconsAreConsultedTogether() throws {
    let animals = try SampleLexicon.of([("Hund", "dog"), ("Katze", "cat")])
    let plants = try SampleLexicon.of([("Baum", "tree"), ("Hund", "hound")])
    let french = try SampleLexicon.of([("Hund", "chien")], "de", "fr")
    let text = ("Hund Baum", "dog tree hound")
    let both = try Compared(text.0, text.1, [animals, french, plants])
    #expect(both.explained("hund", by: [.lexicon]) == 1)
    #expect(both.explained("baum", by: [.lexicon]) == 1)
    let one = try Compared(text.0, text.1, [animals])
    #expect(one.explained("baum", by: [.lexicon]) == 0)
    #expect(both.relation.lexicalShare > one.relation.lexicalShare)
    #expect(try Compared(text.0, text.1, [french]).relation.lexicalShare == 0)
  }
}
