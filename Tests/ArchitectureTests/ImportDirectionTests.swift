import Foundation
import TestSupport
import Testing

/// A target imports only what stands above it in Sources/README.md's picture.
@Suite struct ImportDirectionTests {
  /// What each target may import of this package, and of third parties.
  static let allowed: [String: Set<String>] = {
    let values: Set = ["BitextModel", "UnicodeText"]
    return [
      "BitextModel": [],
      "UnicodeText": ["CICU"],
      "Segmentation": values,
      "BilingualLexicon": values.union(["CZlib"]),
      "TranslationMemory": values,
      "Interchange": values.union(["CXML", "CZip", "CZlib"]),
      "BitextMeasures": values,
      "SentenceAlignment": values.union(["BilingualLexicon"]),
      "SentenceEncoders": ["SentenceAlignment", "CCurl", "Crypto"],
      "SQLiteMemory": values.union(["TranslationMemory", "GRDB"]),
      "BitextToolkit": values.union([
        "Segmentation", "BilingualLexicon", "TranslationMemory", "Interchange", "BitextMeasures",
        "SentenceAlignment", "SentenceEncoders", "SQLiteMemory", "Crypto",
      ]),
      "LookupService": [
        "BitextModel", "BitextToolkit", "Crypto", "HTTPTypes", "Hummingbird", "Logging", "Mustache",
        "NIOCore",
        "UnixSignals",
      ],
      "bitext": ["BitextToolkit", "LookupService", "ArgumentParser"],
    ]
  }()

  /// The platform's own modules.
  static let platform: Set = ["Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization"]

  @Test func everyTargetIsInThePicture() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: Checkout.path("Sources"), includingPropertiesForKeys: [.isDirectoryKey])
    let swift = try folders.filter {
      try Sources.files(in: $0, endings: ["swift"]).isEmpty == false
    }
    #expect(Set(swift.map(\.lastPathComponent)) == Set(Self.allowed.keys))
  }

  @Test(arguments: allowed.keys.sorted())
  func importsStandAbove(target: String) throws {
    let allowed = try #require(Self.allowed[target]).union(Self.platform)
    for file in try Sources.files(in: Checkout.path("Sources/\(target)"), endings: ["swift"]) {
      let text = try String(contentsOf: file, encoding: .utf8)
      let foreign = Sources.imports(of: text).subtracting(allowed)
      #expect(foreign.isEmpty, "\(file.lastPathComponent) imports \(foreign.sorted())")
    }
  }

  @Test func headersOfICUAndLibxml2StayInTheirTargets() throws {
    let endings: Set = ["h", "c", "cpp", "hpp", "modulemap"]
    for file in try Sources.files(in: Checkout.path("Sources"), endings: endings) {
      let text = try String(contentsOf: file, encoding: .utf8)
      let isPublic = file.pathComponents.contains("include")
      let target = file.pathComponents.first { $0 == "CICU" || $0 == "CXML" }
      for (header, home) in [("<unicode/", "CICU"), ("<libxml/", "CXML")]
      where text.contains("#include \(header)") {
        #expect(target == home && !isPublic, "\(file.lastPathComponent) includes \(header)…")
      }
    }
  }

  @Test(arguments: [
    ("import A", ["A"]),
    ("@testable internal import B // why", ["B"]),
    ("@_exported public import C\nlet important = 1", ["C"]),
    ("#if os(Linux)\n  internal import struct Foundation.URL\n#endif", ["Foundation"]),
    ("// import D", []),
  ])
  func readsImports(text: String, expected: [String]) {
    #expect(Sources.imports(of: text) == Set(expected))
  }
}
