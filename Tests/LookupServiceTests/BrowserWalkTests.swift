import Foundation
import LookupService
import TestSupport
import Testing

/// The pages as a newcomer uses them, in headless Chromium: wide and light, narrow and dark, in English and
/// German, with keys and without script: `scripts/check-service`.
@Suite struct BrowserWalkTests {
  private struct Step: Decodable {
    let step: String
    let width: Int
    let script: Bool
    let wrong: [String]
  }

  @Test(.enabled(if: Browser.isHere, "no Chromium with axe-core: make browser installs them"))
  func leadsANewcomerToAReviewedTMX() async throws {
    let sentence = "Der Rat tagt am Montag."
    try await RunningService.with(units: [(sentence, "The council meets on Monday.")]) {
      settings, folder in
      settings.alignmentFolder = folder.path("alignments")
    } _: { service in
      let arguments =
        ["--sentence", sentence, "--word", "Rat", "http://127.0.0.1:\(service.port)"]
        + ["de", "en"].map { Checkout.path("corpora/lighthouse/\($0).txt").path }
      let steps = try await Browser.reports(of: "check-service", arguments, as: Step.self)
      // Thirteen steps wide, as many narrow, ten without script.
      #expect(steps.count == 36)
      for step in steps {
        #expect(step.wrong == [], "\(step.step) at \(step.width), script: \(step.script)")
      }
    }
  }
}
