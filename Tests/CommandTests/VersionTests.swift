import Testing

@testable import bitext

@Suite struct VersionTests {
  @Test func versionHasThreeParts() {
    #expect(Version.text.split(separator: ".").count == 3)
  }
}
