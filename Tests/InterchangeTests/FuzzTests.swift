import BitextModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Spoilt files end in units, remarks or a fault; never in a crash, a hang or a full memory.
///
/// Each reader is tried with some files, the same in every run; `BITEXT_FUZZ_SECONDS` makes it as many as
/// that time allows, `BITEXT_FUZZ_SEED` says where to begin. A failure names the seed of its file.
@Suite(.serialized) struct FuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let seconds = environment["BITEXT_FUZZ_SECONDS"].flatMap(Double.init)
  static let seed = environment["BITEXT_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  @Test(arguments: UnitFormat.allCases.filter(\.isRead)) func unitReader(format: UnitFormat)
    async throws
  {
    let languages = UnitFormatContract.languages
    try await fuzz(try Self.corpus(of: format)) { bytes in
      let files =
        format == .moses ? [".de": bytes, ".en": Array(bytes.reversed())] : ["": bytes]
      let reading = try UnitFormatContract.read(files, format, languages: languages)
      // What was read can be written, and read without a word.
      guard format == .tmx else { return }
      let again = try UnitFormatContract.read(
        try UnitFormatContract.written(reading.units, format), format, isStrict: true)
      #expect(again.units.count == reading.units.count)
    }
  }

  @Test(arguments: DocumentFormat.all.map(\.endings[0])) func documentReader(ending: String)
    async throws
  {
    let format = try #require(DocumentFormat(fileName: "a.\(ending)"))
    try await fuzz(try Self.documents(ending)) { bytes in
      let document = try format.text(of: bytes)
      #expect(document.pieces.allSatisfy { $0.range.upperBound <= document.text.utf8.count })
    }
  }

  /// What is filled can be read, and filled again.
  @Test(arguments: UnitFormat.allCases.filter(\.isFillable)) func filler(format: UnitFormat)
    async throws
  {
    let files = try FileManager.default.contentsOfDirectory(
      at: Checkout.path("Tests/Formats/filling"), includingPropertiesForKeys: nil
    ).filter {
      UnitFormat(fileName: $0.lastPathComponent)?.endings
        == (format == .po ? format : .xliff).endings
    }
    try await fuzz(try files.sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) })
    {
      bytes in
      let document = try format.document(UnitFileInput(.bytes(["": bytes]), languages: Self.pair))
      let proposals = document.segments.enumerated().map { index, segment in
        [true, false].map { isExact in
          FillableDocument.Proposal(
            source: segment.content, target: segment.content, score: 90, similarity: 95,
            origin: "m & <n>",
            isExact: isExact && index % 3 != 0)
        }
      }
      let filled = try document.filled(with: proposals)
      let again = try #require(
        try? format.document(UnitFileInput(.bytes(["": filled.bytes]), languages: Self.pair)))
      #expect(again.segments.count <= document.segments.count)
      #expect(filled.translated + filled.proposed <= document.segments.count)
    }
  }

  private static let pair = ["en", "de"].compactMap(LanguageTag.init)

  @Test func ladderReaders() async throws {
    try await fuzz([Array("[0, 1]:[2]:0.93\n[]:[3]\n".utf8), Array("0\t0\t0.5\n1\t2\t1\n".utf8)]) {
      bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try? Ladder(text: text)
      _ = try? Ladder(hunalign: text)
    }
  }

  @Test func alignmentReader() async throws {
    let file = try AlignmentFile(
      SampleBitexts.comparable(), header: SampleBitexts.header(mode: .comparable))
    let lines = Array(file.lines.joined(separator: "\n").utf8)
    try await fuzz([lines]) { bytes in
      _ = try? AlignmentFile(text: String(decoding: bytes, as: UTF8.self))
    }
  }

  private func fuzz(_ corpus: [[UInt8]], _ read: ([UInt8]) throws -> Void) async throws {
    try #require(!corpus.isEmpty)
    // Without a wish, a moment each: the readers together take some ten seconds.
    let time = Duration.seconds(Self.seconds ?? 0.5)
    let before = Self.residentBytes
    var spent = Duration.zero
    var seed = Self.seed
    while spent < time {
      var mutator = Mutator(seed: seed)
      let bytes = mutator.spoilt(corpus)
      let began = ContinuousClock.now
      // A fault is a good answer.
      try? read(bytes)
      let took = began.duration(to: .now)
      #expect(took < .seconds(20), "seed \(seed) took \(took)")
      (seed, spent) = (seed + 1, spent + took)
      // Tests that wait for an answer share the threads with this one.
      await Task.yield()
    }
    // In a moment, the memory of all the tests that run beside this one says nothing of it.
    if Self.seconds != nil, let before, let after = Self.residentBytes {
      #expect(after - before < 500 << 20, "memory has grown by \((after - before) >> 20) MiB")
    }
  }

  private static var residentBytes: Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    return status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }?
      .split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 * 1024 }
  }

  private static func corpus(of format: UnitFormat) throws -> [[UInt8]] {
    var files: [URL] = []
    for folder in ["tmx/valid", "tmx/invalid", "tmx/roundtrip", "Tests/Formats"] {
      files += try FileManager.default.contentsOfDirectory(
        at: Checkout.path(folder), includingPropertiesForKeys: nil)
    }
    let own = files.filter { UnitFormat(fileName: $0.lastPathComponent)?.name == format.name }
    var corpus = try own.sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
    if format.isWritten {
      var random = RandomUnits(seed: 7)
      let units = (0..<20).map { _ in random.unit() }
      corpus += Array(try UnitFormatContract.written(units, format).values)
    }
    if format == .moses || format == .tsv { corpus.append(Array("Gut.\tGood.\nJa\tYes\n".utf8)) }
    return corpus
  }

  private static func documents(_ ending: String) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(
      at: Checkout.path("Tests/Formats"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == ending }.map { [UInt8](try Data(contentsOf: $0)) }
  }
}
