import BitextToolkit
import Foundation
import LookupService
import TestSupport

/// A service on a free port of this machine, over memories in a folder of its own, for one test.
struct RunningService {
  let port: Int
  let folder: TemporaryFolder
  let client: HTTPClient

  /// - Parameters:
  ///   - units: Those of the memory `news`; each is a German and an English text.
  ///   - change: What the settings are to be besides.
  static func with<Result>(
    units: [(String, String)] = [],
    _ change: (inout ServiceSettings, TemporaryFolder) throws -> Void = { _, _ in },
    _ body: (RunningService) async throws -> Result
  ) async throws -> Result {
    let folder = try TemporaryFolder()
    let memory = try Memory.writing(
      MemoryFolder(path: folder.path("news.bitext")), creating: true)
    var cursor = ArrayCursor(
      units.map { german, english in
        TranslationUnit(variants: [
          Variant(language: .german, content: SegmentContent(german)),
          Variant(language: .english, content: SegmentContent(english)),
        ])
      })
    _ = try memory.add(&cursor, from: "test", at: "2026-11-21T00:00:00Z")
    var settings = ServiceSettings(memories: [folder.path("news.bitext")], tool: "bitext 0")
    settings.port = 0
    settings.logLevel = "critical"
    try change(&settings, folder)
    let service = try LookupService(settings)
    let (ports, port) = AsyncStream<Int>.makeStream()
    let running = Task {
      try await service.run(endsOnSignals: false) { port.yield($0) }
    }
    defer { running.cancel() }
    guard let number = await ports.first(where: { _ in true }) else { throw NotStarted() }
    return try await body(
      RunningService(port: number, folder: folder, client: HTTPClient(port: number)))
  }

  struct NotStarted: Error {}
}

extension LanguageTag {
  static let german = tag("de")
  static let english = tag("en")

  private static func tag(_ text: String) -> LanguageTag {
    guard let tag = LanguageTag(text) else { preconditionFailure("\(text) is a language") }
    return tag
  }
}
