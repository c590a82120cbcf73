import BitextModel
import Testing
import UnicodeText

@testable import TranslationMemory

@Suite struct AdaptationTests {
  private func text(_ text: String) throws -> ComparedText {
    try ComparedText(SegmentContent(text), tokenizer: WordTokenizer())
  }

  /// A query, what a memory has for it, its translation, and that adapted.
  @Test(arguments: [
    (
      "The rocket flew 400 km.", "The rocket flew 300 km.", "Die Rakete flog 300 km.",
      "Die Rakete flog 400 km." as String?
    ),
    // Point and comma change places between the languages.
    (
      "It costs 2,500.75 euros", "It costs 1,500.25 euros", "Es kostet 1.500,25 Euro",
      "Es kostet 2.500,75 Euro"
    ),
    ("Open {file} now", "Open {name} now", "Jetzt {name} öffnen", "Jetzt {file} öffnen"),
    ("%1$s of %2$d files", "%s of %d files", "%s von %d Dateien", "%1$s von %2$d Dateien"),
    ("Dear %(name)s", "Dear %(user)s", "Guten Tag, %(user)s!", "Guten Tag, %(name)s!"),
    ("4 and 5", "3 and 3", "3 und 3", "4 und 5"),
    // What stays the same takes its place too.
    ("3 of 9", "3 of 3", "3 von 3", "3 von 9"),
    ("Loading ${b}", "Loading ${a}", "${a} wird geladen", "${b} wird geladen"),
    // Other words, nothing to change, a number that the translation writes out, other kinds.
    ("The ship sailed 400 km.", "The rocket flew 300 km.", "Die Rakete flog 300 km.", nil),
    ("The rocket flew 300 km!", "The rocket flew 300 km.", "Die Rakete flog 300 km.", nil),
    ("It took 4 days", "It took 3 days", "Es dauerte drei Tage", nil),
    ("Open {file}", "Open 3", "3 öffnen", nil),
  ])
  func numbersAndPlaceholdersArePutIn(
    query: String, source: String, target: String, expected: String?
  ) throws {
    let adaptation = try Adaptation(
      of: try text(query), source: try text(source), target: try text(target))
    #expect(adaptation?.text == expected)
  }

  @Test func replacementsAreShown() throws {
    let adaptation = try Adaptation(
      of: try text("It costs 2,500 euros"), source: try text("It costs 1,500 euros"),
      target: try text("Es kostet 1.500 Euro"))
    #expect(adaptation?.replacements == [Adaptation.Replacement(old: "1.500", new: "2.500")])
  }
}
