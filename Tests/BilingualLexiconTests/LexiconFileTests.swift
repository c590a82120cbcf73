import BitextModel
import Foundation
import TestSupport
import Testing

@testable import BilingualLexicon

struct LexiconFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sampleBytes() throws -> [UInt8] {
    var builder = try LexiconBuilder(
      source: SampleLexicon.tag("de"), target: SampleLexicon.tag("en"))
    builder.add("Hund", "dog")
    builder.add("Hund", "hound", probability: 0.4)
    builder.add("Weißes Haus", "White House")
    builder.count(wordsOf: "Der Hund, der Hund!", .source)
    builder.record(.init(name: "sample", licence: "MIT", entries: 3, skipped: 1))
    return try builder.compiled()
  }

  private func write(_ bytes: [UInt8], _ name: String = "a.lex") throws -> String {
    let path = folder.path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func givesBackWhatWasPutIn() throws {
    let lexicon = try Lexicon(path: write(sampleBytes()))
    #expect(lexicon.isIntact())
    #expect(lexicon.info.origins == [.init(name: "sample", licence: "MIT", entries: 3, skipped: 1)])
    #expect(lexicon.entryCount == 3)
    let hund = try #require(lexicon.term("hund", .source))
    #expect(lexicon.count(of: hund, .source) == 2)
    let translations = lexicon.translations(of: hund, .source)
    #expect(translations.map { lexicon.text(of: $0.term, .target) } == ["dog", "hound"])
    #expect(translations[0].probability == 1)
    #expect(abs(translations[1].probability - 0.4) < 1 / 255)
    #expect(lexicon.sortedTranslations("white house", .target) == ["weisses haus"])
    #expect(lexicon.term("katze", .source) == nil)
  }

  @Test func theWordsOfAPhraseAreTermsWithoutTranslations() throws {
    let lexicon = try Lexicon(path: write(sampleBytes()))
    let white = try #require(lexicon.term("white", .target))
    #expect(!lexicon.hasTranslations(white, .target))
  }

  @Test func equalEntriesGiveEqualBytesInWhateverOrder() throws {
    let (de, en) = try SampleLexicon.languages("de", "en")
    var pairs = (0..<200).map { ("wort\($0 % 70)", "word\($0 % 90)") }
    var files: Set<[UInt8]> = []
    for seed in 0..<4 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      pairs.shuffle(using: &generator)
      var builder = LexiconBuilder(source: de, target: en)
      for (a, b) in pairs { builder.add(a, b) }
      files.insert(try builder.compiled())
    }
    #expect(files.count == 1)
  }

  @Test func refusesWhatIsNoLexicon() throws {
    let bytes = try sampleBytes()
    let reason = { (bytes: [UInt8]) -> LexiconFault.Reason? in
      let path = try write(bytes)
      do throws(LexiconFault) {
        _ = try Lexicon(path: path)
        return nil
      } catch {
        return error.reason
      }
    }
    #expect(try reason([]) == .foreign)
    #expect(try reason(Array("Hund :: dog\n".utf8)) == .foreign)
    #expect(try reason(Array(repeating: 7, count: 4096)) == .foreign)
    #expect(
      try reason(Array(bytes.dropLast(9)))
        == .truncated(expected: bytes.count, found: bytes.count - 9))
    #expect(try reason(Array(bytes.prefix(20))) == .foreign)
    #expect(try reason(bytes + [0]) == .truncated(expected: bytes.count, found: bytes.count + 1))
    var newer = bytes
    newer[8] = 99
    #expect(try reason(newer) == .version(99))
  }

  @Test func namesWhatIsMissing() throws {
    let path = folder.path("none.lex")
    #expect(throws: LexiconFault(path: path, reason: .missing)) { try Lexicon(path: path) }
    #expect(throws: LexiconFault(path: folder.url.path, reason: .unreadable)) {
      try Lexicon(path: folder.url.path)
    }
  }

  @Test func seesAFlippedByte() throws {
    let bytes = try sampleBytes()
    for offset in stride(from: 24, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[offset] ^= 0x20
      // Refused when opened, or found by the checksum: never taken for sound.
      if let lexicon = try? Lexicon(path: write(damaged)) {
        #expect(!lexicon.isIntact(), "byte \(offset)")
      }
    }
  }

  @Test func sectionsThatDoNotFitAreRefusedWhenOpened() throws {
    let bytes = try sampleBytes()
    // The checksums, the table of sections and the metadata.
    for offset in 32..<600 {
      var damaged = bytes
      damaged[offset] ^= 0x01
      #expect(throws: LexiconFault.self, "byte \(offset)") { try Lexicon(bytes: damaged) }
    }
  }

  @Test func aDamagedBodyAnswersAnythingButNeverReadsOutside() throws {
    let bytes = try sampleBytes()
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var damaged = bytes
      for _ in 0..<40 {
        damaged[Int.random(in: 700..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let lexicon = try? Lexicon(bytes: damaged) else { continue }
      for side in Lexicon.Side.allCases {
        _ = lexicon.term("hund", side)
        for term in 0..<UInt32(lexicon.termCount(side)) {
          _ = lexicon.text(of: term, side)
          _ = lexicon.baseForms(of: term, side)
          for translation in lexicon.translations(of: term, side) {
            _ = lexicon.text(of: translation.term, side.other)
          }
        }
      }
    }
  }

  @Test func isOpenedFromEitherLanguage() throws {
    let lexicon = try Lexicon(path: write(sampleBytes()))
    #expect(lexicon.side(of: try SampleLexicon.tag("de-AT")) == .source)
    #expect(lexicon.side(of: try SampleLexicon.tag("en")) == .target)
    #expect(lexicon.side(of: try SampleLexicon.tag("fr")) == nil)
  }
}
