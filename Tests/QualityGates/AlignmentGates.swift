import BitextToolkit
import Foundation
import TestSupport
import Testing

/// Floors under the quality on the project's own corpora. A change that moves a figure changes its
/// floor in the same commit, and says why.
@Suite struct AlignmentGates {
  static let lexiconPath = DataFolders.lexicons + "/de-en.lex"
  static let hasLexicon = FileManager.default.fileExists(atPath: lexiconPath)

  private func lexicon() throws -> Lexicon { try LexiconFolder.open(Self.lexiconPath) }

  private func lighthouse(lexicon: Lexicon?) throws -> BeadScore {
    let folder = Checkout.path("corpora/lighthouse").path
    let (german, english) = (
      try #require(LanguageTag("de")), try #require(LanguageTag("en"))
    )
    let builder = BitextBuilder(tool: "test", mode: .auto, lexicon: lexicon, cutting: .lines)
    let outcome = try builder.build(
      DocumentFile.read(folder + "/SRC.txt", language: german, cutting: .lines),
      DocumentFile.read(folder + "/TGT.txt", language: english, cutting: .lines))
    #expect(outcome.bitext.alignment.shape == .parallel)
    return try BeadScore(
      found: outcome.bitext.alignment.beads,
      gold: String(contentsOfFile: folder + "/gold.txt", encoding: .utf8))
  }

  @Test(.enabled(if: hasLexicon, "no German-English lexicon is compiled"))
  func translationWithLexicon() throws {
    #expect(try lighthouse(lexicon: lexicon()).strict >= 0.95)
  }

  @Test func translationWithoutLexicon() throws {
    #expect(try lighthouse(lexicon: nil).strict >= 0.60)
  }

  @Test(.enabled(if: hasLexicon, "no German-English lexicon is compiled"))
  func claimsOfOneBriefing() throws {
    let score = try ClaimScore(pair: "weisses-haus--kirby", lexicon: lexicon())
    #expect(score.shape == .comparable)
    #expect(score.fullF >= 0.68)
    #expect(score.falseFull <= 1)
  }

  @Test(
    .enabled(if: hasLexicon, "no German-English lexicon is compiled"),
    arguments: [
      "ministerbesuch--kirby", "ministerbesuch--missile-transfers", "radar--kirby",
      "radar--missile-transfers", "weisses-haus--missile-transfers",
    ])
  func reportsOfOtherEventsStayApart(pair: String) throws {
    #expect(try ClaimScore(pair: pair, lexicon: lexicon()).falseFull <= 1)
  }
}
