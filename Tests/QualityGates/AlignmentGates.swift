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
    try score(Checkout.path("corpora/lighthouse").path, target: "en", lexicon: lexicon)
  }

  /// A folder of SRC.txt, TGT.txt and gold.txt, one segment a line, German the source.
  private func score(_ folder: String, target: String, lexicon: Lexicon?) throws -> BeadScore {
    let languages = (try #require(LanguageTag("de")), try #require(LanguageTag(target)))
    let builder = BitextBuilder(tool: "test", mode: .auto, lexicon: lexicon, cutting: .lines)
    let outcome = try builder.build(
      DocumentFile.read(folder + "/SRC.txt", language: languages.0, cutting: .lines),
      DocumentFile.read(folder + "/TGT.txt", language: languages.1, cutting: .lines))
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

  static let textberg = Checkout.shared("eval/alignment/textberg-dev")

  @Test(.enabled(if: textberg != nil, "the shared development sets are not here"))
  func scannedGermanFrenchWithoutLexicon() throws {
    let folder = try #require(Self.textberg).path
    #expect(try score(folder, target: "fr", lexicon: nil).strict >= 0.77)
  }

  @Test(.enabled(if: hasLexicon, "no German-English lexicon is compiled"))
  func claimsOfOneBriefing() throws {
    let score = try ClaimScore(pair: "weisses-haus--kirby", lexicon: lexicon())
    #expect(score.shape == .comparable)
    #expect(score.fullF >= 0.85)
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
