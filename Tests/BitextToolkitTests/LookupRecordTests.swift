import BitextModel
import Foundation
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@testable import BitextToolkit
@testable import SQLiteMemory

/// What lookups found, as JSON.
@Suite struct LookupRecordTests {
  /// The form that records write themselves against the one that `JSONEncoder` gives them.
  @Test(arguments: 1...4)
  func writtenAsEncoded(seed: UInt64) throws {
    var records = RandomRecords(random: SeededGenerator(seed: seed))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for _ in 0..<60 {
      let record = try records.record()
      let encoded = String(decoding: try encoder.encode(record), as: UTF8.self)
      #expect(JSONWriter.text(record) == encoded)
      #expect(try JSONText.line(record) == encoded)
    }
  }
}

private struct RandomRecords {
  var random: SeededGenerator

  private static let pieces = [
    "Rakete ", "\"", "\\", "/", "\n", "\t\r", "\u{8}", "\u{C}", "\u{0}", "\u{1F}", "\u{7F}",
    "\u{2028}",
    "e\u{301}", "日本", "🌉", "", "<b>",
  ]
  private static let numbers = [0, 1, 0.5, 1.0 / 3, 1e-7, 1e16, 123_456_789, 0.1 + 0.2, -2]

  mutating func record() throws -> LookupRecord {
    LookupRecord(
      id: maybe { $0.text() }, query: text(), from: maybe { $0.language() },
      to: maybe { $0.language() }, matches: try some { try $0.match() },
      subsegments: maybe { random in random.some { $0.subsegment() } })
  }

  private mutating func match() throws -> LookupRecord.MatchRecord {
    let tokenizer = try WordTokenizer()
    let (old, new, number) = (text(), text(), Int.random(in: 2...9, using: &random))
    let compared = { (text: String) in
      try ComparedText(SegmentContent(text), tokenizer: tokenizer)
    }
    let adapted = try Adaptation(
      of: compared("Seite \(number)"), source: compared("Seite 1"),
      target: compared("\(old)1\(new)"))
    return LookupRecord.MatchRecord(
      memory: maybe { $0.text() }, kind: pick(Match.Kind.allCases), score: count(),
      similarity: count(),
      penalties: some { Penalty($0.text(), points: $0.count()) }, source: old, target: new,
      sourceLanguage: language(), targetLanguage: language(),
      diff: Difference(from: try compared(old), to: try compared(new)).pieces, adapted: adapted,
      links: maybe { random in
        random.some {
          .init(
            .init(
              source: $0.range(), target: $0.range(), by: $0.pick(TokenAlignment.Source.allCases),
              weight: $0.pick(Self.numbers)))
        }
      }, affected: maybe { random in random.some { $0.range() } },
      relation: maybe { $0.pick(Bead.Relation.allCases) }, provenance: provenance(),
      unit: TranslationUnit.ID(rawValue: Int64(count())))
  }

  private mutating func provenance() -> ProvenanceRecord {
    let unit = TranslationUnit(
      variants: some { random in
        Variant(
          language: random.language(), content: "x",
          origin: random.maybe { random in
            Origin(
              document: random.text(), sha256: random.maybe { $0.text() },
              spans: random.some { $0.range() }, segments: random.some { $0.count() })
          })
      },
      link: maybe { random in
        TranslationUnit.Link(
          relation: .claim, strength: random.pick(Bead.Strength.allCases),
          confidence: random.maybe { $0.pick(Self.numbers) },
          status: random.pick(Bead.Status.allCases), tool: random.maybe { $0.text() })
      })
    let addition = maybe { MemorySnapshot.Addition(file: $0.text(), at: $0.text()) }
    return ProvenanceRecord(unit.variants, of: unit, addition: addition)
  }

  private mutating func subsegment() -> SubsegmentRecord {
    SubsegmentRecord(
      range: range(), text: text(), words: count(),
      hits: some { random in
        SubsegmentRecord.Hit(
          memory: random.maybe { $0.text() },
          unit: TranslationUnit.ID(rawValue: Int64(random.count())),
          isWhole: random.pick([true, false]), source: random.text(), target: random.text(),
          ranges: random.some { $0.range() },
          targetRanges: random.maybe { random in random.some { $0.range() } })
      })
  }

  // MARK: Parts

  private mutating func text() -> String { some { $0.pick(Self.pieces) }.joined() }
  private mutating func count() -> Int { Int.random(in: 0...1000, using: &random) }
  private mutating func range() -> Range<Int> {
    let start = count()
    return start..<start + count()
  }
  private mutating func language() -> LanguageTag {
    pick(["de", "en-GB"].compactMap(LanguageTag.init))
  }
  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }
  private mutating func some<Element>(
    _ make: (inout RandomRecords) throws -> Element
  ) rethrows -> [Element] {
    var made: [Element] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) { made.append(try make(&self)) }
    return made
  }
  private mutating func maybe<Value>(
    _ make: (inout RandomRecords) throws -> Value
  ) rethrows -> Value? {
    Bool.random(using: &random) ? try make(&self) : nil
  }
}
