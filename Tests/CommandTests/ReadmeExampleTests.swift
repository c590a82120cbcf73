import BitextToolkit
import Foundation
import TestSupport
import Testing

/// The README's Swift, word for word between the marks.
@Suite struct ReadmeExampleTests {
  @Test func tenLinesOfSwift() throws {
    let folder = Checkout.path("corpora/reports/weisses-haus--kirby")
    let (bericht, report) = (folder.path + "/de.txt", folder.path + "/en.txt")
    // begin
    let (de, en) = (LanguageTag("de")!, LanguageTag("en")!)
    let builder = BitextBuilder(tool: "example", lexicon: try LexiconFolder.find(de, en))
    let outcome = try builder.build(
      DocumentFile.read(bericht, language: de), DocumentFile.read(report, language: en))
    let coverage = Coverage(of: outcome.bitext)
    print(coverage.source.sentenceShare, coverage.target.sentenceShare)

    let memory = try InMemoryStore(outcome.file.units)
    let lookup = try FuzzyLookup(memory)
    let query = LookupQuery("Kirby pointed to a day in September.")
    for found in try lookup.matches(for: query, from: en, to: de, minimum: 30) {
      print(found.match.score, found.target.content.text)
    }
    // end
    #expect(coverage.source.sentenceShare.total > 10)
    #expect(!outcome.bitext.alignment.links.isEmpty)
  }

  @Test func readmeShowsTheSameLines() throws {
    let code = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(lines.firstIndex { $0.hasSuffix("// begin") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// end") })
    let example = lines[(begin + 1)..<end].map { $0.dropFirst(4) }.joined(separator: "\n")
    let readme = try String(contentsOf: Checkout.path("README.md"), encoding: .utf8)
    #expect(readme.contains(example))
  }
}
