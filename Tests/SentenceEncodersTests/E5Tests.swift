import Foundation
import TestSupport
import Testing

@testable import SentenceEncoders

@Suite struct E5Tests {
  /// Where `make encoder` puts it.
  static let folder: String = {
    let environment = ProcessInfo.processInfo.environment
    let data = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? "") + "/.local/share"
    return data + "/bitext/encoders/e5"
  }()

  @Test(.enabled(if: E5Encoder.isInstalled(in: folder), "needs `make encoder`"))
  func whatMeansTheSameLiesClose() throws {
    let encoder = try E5Encoder(folder: Self.folder, threads: 1)
    let texts = [
      "Der Minister tritt zurück.", "The minister resigns.", "Morgen regnet es im Norden.",
      "Tomorrow it will rain in the north.", "",
    ]
    let vectors = try encoder.vectors(of: texts)
    func cosine(_ a: Int, _ b: Int) -> Float {
      zip(vectors[a], vectors[b]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(vectors.map(\.count) == Array(repeating: 384, count: 5))
    #expect(vectors.indices.allSatisfy { abs(cosine($0, $0) - 1) < 1e-3 })
    #expect(cosine(0, 1) > cosine(0, 3) && cosine(2, 3) > cosine(2, 1))
    // One by one or all at once: the same vectors, or the cache would change results.
    #expect(try texts.flatMap { try encoder.vectors(of: [$0]) } == vectors)
  }

  @Test func saysWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let fault = #expect(throws: EncoderFault.self) { try E5Encoder(folder: folder.url.path) }
    #expect(fault?.remedy?.contains("make encoder") == true)
  }

  @Test func refusesWhatIsNoEngine() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "engine"), withIntermediateDirectories: true)
    for file in ["name", "engine/engine.so", "engine/e5-small-q4.bin"] {
      try Data("none".utf8).write(to: folder.url.appending(path: file))
    }
    let encoder = try E5Encoder(folder: folder.url.path)
    let fault = #expect(throws: EncoderFault.self) { try encoder.vectors(of: ["a"]) }
    #expect(fault?.cause.hasPrefix("cannot be loaded") == true)
  }
}
