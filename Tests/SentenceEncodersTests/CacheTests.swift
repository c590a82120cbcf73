import Foundation
import SentenceAlignment
import Synchronization
import TestSupport
import Testing

@testable import SentenceEncoders

/// Counts what it is asked; a text's vector is (cos, sin) of its length.
private final class CountingEncoder: SentenceEncoder {
  let identifier: String
  private let counted = Mutex(0)

  init(_ identifier: String = "counting") { self.identifier = identifier }

  var count: Int { counted.withLock { $0 } }

  func vectors(of texts: [String]) throws -> [[Float]] {
    counted.withLock { $0 += texts.count }
    return texts.map { [cos(Float($0.count)), sin(Float($0.count))] }
  }
}

@Suite struct CacheTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func cached(_ encoder: some SentenceEncoder) -> CachedEncoder {
    CachedEncoder(encoder, folder: folder.url.path)
  }

  /// The one file of the cache.
  private var file: URL {
    get throws {
      try #require(
        FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
          .first)
    }
  }

  @Test func encodesATextOnce() throws {
    let (first, second) = (CountingEncoder(), CountingEncoder())
    let texts = ["a", "bb", "a", "ccc"]
    let vectors = try cached(first).vectors(of: texts)
    #expect(vectors == (try CountingEncoder().vectors(of: texts)))
    #expect(first.count == 3)
    #expect(try cached(second).vectors(of: ["dddd"] + texts).dropFirst() == vectors[...])
    #expect(second.count == 1)
  }

  @Test func keepsEncodersApart() throws {
    _ = try cached(CountingEncoder()).vectors(of: ["a"])
    let other = CountingEncoder("another")
    _ = try cached(other).vectors(of: ["a"])
    #expect(other.count == 1)
  }

  @Test func survivesACutAndADamagedVector() throws {
    let texts = ["a", "bb", "ccc"]
    _ = try cached(CountingEncoder()).vectors(of: texts)
    var bytes = try Data(contentsOf: file)
    // Head 12, record 16 + 8: damages the first vector, cuts the last.
    bytes[12 + 16] = 0xFF
    bytes[12 + 19] = 0x7F
    try bytes.dropLast(3).write(to: file)
    let encoder = CountingEncoder()
    #expect(try cached(encoder).vectors(of: texts) == CountingEncoder().vectors(of: texts))
    #expect(encoder.count == 2)
    let again = CountingEncoder()
    #expect(try cached(again).vectors(of: texts) == CountingEncoder().vectors(of: texts))
    #expect(again.count == 0)
  }

  @Test func worksWhereNothingCanBeKept() throws {
    let encoder = CountingEncoder()
    let cached = CachedEncoder(encoder, folder: "/dev/null/nowhere")
    #expect(try cached.vectors(of: ["a"]).count == 1)
  }
}
