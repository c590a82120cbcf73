import Foundation
import LookupService
import TestSupport
import Testing

/// The pages as a newcomer uses them, in headless Chromium: wide and light, narrow and dark, in English and
/// German, with keys and without script: `scripts/check-service`.
@Suite struct BrowserWalkTests {
  private static let python = Checkout.path(".build/browser/bin/python").path
  private static let isHere =
    FileManager.default.isExecutableFile(atPath: python)
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")

  private struct Step: Decodable {
    let step: String
    let width: Int
    let script: Bool
    let wrong: [String]
  }

  @Test(.enabled(if: isHere, "no Chromium with axe-core: make browser installs them"))
  func leadsANewcomerToAReviewedTMX() async throws {
    let sentence = "Der Rat tagt am Montag."
    try await RunningService.with(units: [(sentence, "The council meets on Monday.")]) {
      settings, folder in
      settings.alignmentFolder = folder.path("alignments")
    } _: { service in
      let output = service.folder.url.appending(path: "steps.jsonl")
      let arguments =
        [
          Checkout.path("scripts/check-service").path, "--sentence", sentence, "--word", "Rat",
          "http://127.0.0.1:\(service.port)",
        ] + ["de", "en"].map { Checkout.path("corpora/lighthouse/\($0).txt").path }
      try await Self.run(arguments, output: output)
      let steps = try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(Step.self, from: Data($0.utf8))
      }
      // Thirteen steps wide, as many narrow, ten without script.
      #expect(steps.count == 36)
      for step in steps {
        #expect(step.wrong == [], "\(step.step) at \(step.width), script: \(step.script)")
      }
    }
  }

  /// Lets the service go on meanwhile.
  private static func run(_ arguments: [String], output: URL) async throws {
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
  }
}
