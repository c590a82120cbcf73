import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Files that other tools wrote, where they are at hand.
@Suite struct TMXSampleTests {
  static let files: [URL] = {
    guard let folder = Checkout.shared("tmx-samples") else { return [] }
    return [folder, folder.appending(path: "made")].flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
        ?? []
    }.filter { $0.pathExtension.lowercased() == "tmx" }.sorted { $0.path < $1.path }
  }()

  /// Reported, not read; nobody else reads them either.
  static let broken: Set = ["invalid_utf8.tmx", "truncated.tmx"]

  @Test(.enabled(if: !files.isEmpty, "needs the shared samples"), arguments: files)
  func everyUnitIsRead(file: URL) throws {
    let reading = TMXReading(path: file.path)
    let expected = Self.broken.contains(file.lastPathComponent) ? 0 : try Self.unitTags(in: file)
    #expect(reading.units.count == expected)
    #expect(reading.error == nil)
    let isCutOff = reading.remarks.contains { $0.cause == .truncated }
    #expect(isCutOff == (file.lastPathComponent == "truncated.tmx"))
  }

  @Test(.enabled(if: !files.isEmpty, "needs the shared samples"), arguments: files)
  func everyUnitComesBackAndIsValid(file: URL) throws {
    let units = TMXReading(path: file.path).units
    let bytes = try TMXFiles.written(units)
    #expect(TMXReading(bytes, policy: .strict).units == units)
    if TMXFiles.xmllint != nil { #expect(try TMXFiles.violations(bytes) == "") }
  }

  /// Counts start tags in the text, without parsing it.
  private static func unitTags(in file: URL) throws -> Int {
    let data = try Data(contentsOf: file)
    let encoding: String.Encoding =
      switch (data.first, data.dropFirst().first) {
      case (0xFF, 0xFE), (0xFE, 0xFF): .utf16
      case (_, 0): .utf16LittleEndian
      case (0, _): .utf16BigEndian
      default: .isoLatin1
      }
    let text = try #require(String(data: data, encoding: encoding))
    return text.matches(of: /<tu[ \t\r\n>]/.matchingSemantics(.unicodeScalar)).count
  }
}
