import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Files made to break readers: at least what the best of OmegaT, xmllint and translate-toolkit got of
/// each (their results lie beside the files).
@Suite struct TMXMadeSampleTests {
  static let files: [URL] = {
    guard let folder = Checkout.shared("tmx-samples/made") else { return [] }
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "tmx" }.sorted { $0.path < $1.path }
  }()

  /// None of the three gets past these.
  static let fatal: Set = [
    "bare_amp", "ctrl_char_raw", "ctrl_char_ref", "invalid_utf8", "leading_newline", "nbsp_entity",
    "truncated", "utf8_declared_utf16",
  ]

  @Test(.enabled(if: !files.isEmpty, "needs the shared samples"), arguments: files)
  func bothTextsAreRead(file: URL) throws {
    let name = file.deletingPathExtension().lastPathComponent
    let reading = TMXReading(path: file.path)
    #expect(reading.error == nil)
    if Self.fatal.contains(name) {
      #expect(!reading.remarks.isEmpty)
      return
    }
    let texts = try #require(reading.units.first).variants.map { variant in
      variant.content.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(Set(texts) == ["Open the file.", "Datei öffnen OK"])
  }
}
