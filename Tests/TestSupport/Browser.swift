import Foundation

/// Headless Chromium with axe-core, as `make browser` installs them, driven by the scripts that look at pages.
public enum Browser {
  private static let python = Checkout.path(".build/browser/bin/python").path

  public static let isHere =
    FileManager.default.isExecutableFile(atPath: python)
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")

  /// Runs a script of `scripts/` without holding up whoever waits.
  ///
  /// - Returns: The lines that it prints, each a JSON object of the given type.
  public static func reports<Report: Decodable>(
    of script: String, _ arguments: [String], as type: Report.Type
  ) async throws -> [Report] {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "reports.jsonl")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [Checkout.path("scripts/\(script)").path] + arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Report.self, from: Data($0.utf8))
    }
  }
}
