// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library of this package: its name, what stands above it in Sources/README.md's picture, and
/// the rule files that travel inside the binary.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "bitext",
  products: [
    .library(name: "BitextToolkit", targets: ["BitextToolkit"]),
    .executable(name: "bitext", targets: ["bitext"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Only C targets may include the headers of these two: Sources/README.md says why.
    .systemLibrary(name: "SystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "SystemXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "SystemZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CICU", dependencies: ["SystemICU"]),

    .target(name: "CXML", dependencies: ["SystemXML2"]),
    .target(name: "CCurl"),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CZip", dependencies: ["SystemZip"]),

    library("BitextModel"),
    library("UnicodeText", ["CICU"]),

    library(
      "Segmentation", ["BitextModel", "UnicodeText"], resources: [.embedInCode("Languages")]),
    library("BilingualLexicon", ["BitextModel", "UnicodeText", "CZlib"]),
    library("TranslationMemory", ["BitextModel", "UnicodeText"]),
    library("Interchange", ["BitextModel", "UnicodeText", "CXML", "CZip", "CZlib"]),
    library("BitextMeasures", ["BitextModel", "UnicodeText"]),

    library("SentenceAlignment", ["BitextModel", "UnicodeText", "BilingualLexicon"]),
    library(
      "SentenceEncoders",
      ["SentenceAlignment", "CCurl", .product(name: "Crypto", package: "swift-crypto")]),
    library(
      "SQLiteMemory",
      [
        "BitextModel", "UnicodeText", "TranslationMemory",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),

    library(
      "BitextToolkit",
      [
        "BitextModel", "UnicodeText", "Segmentation", "BilingualLexicon", "TranslationMemory",
        "Interchange", "BitextMeasures", "SentenceAlignment", "SentenceEncoders", "SQLiteMemory",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    library(
      "LookupService",
      [
        "BitextToolkit",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], resources: [.embedInCode("Assets")]),
    .executableTarget(
      name: "bitext",
      dependencies: [
        "BitextToolkit", "LookupService",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "fit",
      dependencies: ["BitextToolkit", "BitextModel", "BilingualLexicon", "SentenceAlignment"],
      path: "Benchmarks/fit", swiftSettings: strict),
    .executableTarget(
      name: "bench",
      dependencies: [
        "BitextToolkit", "UnicodeText", "BilingualLexicon", "SentenceAlignment",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/bench", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["BitextToolkit"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("ArchitectureTests", []),
    tests("BitextModelTests", ["BitextModel"]),
    tests("UnicodeTextTests", ["UnicodeText"]),
    tests("SegmentationTests", ["Segmentation", "BitextModel", "UnicodeText"]),
    tests("InterchangeTests", ["Interchange", "BitextModel"]),
    tests("BitextMeasuresTests", ["BitextMeasures", "BitextModel"]),
    tests("BilingualLexiconTests", ["BilingualLexicon", "BitextModel", "UnicodeText"]),
    tests("TranslationMemoryTests", ["TranslationMemory", "BitextModel", "UnicodeText"]),
    tests(
      "SQLiteMemoryTests",
      [
        "SQLiteMemory", "TranslationMemory", "BitextModel", "UnicodeText",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("SentenceAlignmentTests", ["SentenceAlignment", "BilingualLexicon", "BitextModel"]),
    tests("BitextToolkitTests", ["BitextToolkit"]),
    tests("SentenceEncodersTests", ["SentenceEncoders", "SentenceAlignment"]),
    tests("QualityGates", ["BitextToolkit"]),
    tests("LookupServiceTests", ["LookupService", "BitextToolkit"]),
    tests("CommandTests", ["bitext", "BitextToolkit", "UnicodeText"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17,
  cxxLanguageStandard: .cxx17
)
