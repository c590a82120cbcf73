import BitextModel
import Foundation
import SQLiteMemory
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

/// The store that the contract checks: one read block a call.
struct SnapshotStore: UnitStore {
  let memory: Memory

  func unit(_ id: TranslationUnit.ID) throws -> TranslationUnit? {
    try memory.read { try $0.unit(id) }
  }

  func candidates(for search: CandidateSearch) throws -> CandidateList {
    try memory.read { try $0.candidates(for: search) }
  }

  func forEachVariant(
    containing phrase: Phrase, in language: LanguageTag?, _ take: (VariantPlace) throws -> Bool
  ) throws {
    try memory.read { try $0.forEachVariant(containing: phrase, in: language, take) }
  }
}

@Suite struct MemoryTests {
  private let folder: TemporaryFolder
  private let memory: Memory

  init() throws {
    folder = try TemporaryFolder()
    memory = try Memory.writing(MemoryFolder(path: folder.path("m.bitext")), creating: true)
  }

  @Test(arguments: 1...3)
  func keepsTheContract(seed: UInt64) throws {
    let violations = try UnitStoreContract.violations(seed: seed) { units in
      _ = try add(units)
      return SnapshotStore(memory: memory)
    }
    #expect(violations == [])
  }

  /// After taking out every other unit, the memory finds what one without them finds.
  @Test(arguments: 1...3)
  func removalLeavesNoTrace(seed: UInt64) throws {
    let violations = try UnitStoreContract.violations(seed: seed) { units in
      var generator = SeededGenerator(seed: seed + 100)
      let others = RandomMemory.units(count: 100, using: &generator).filter { !units.contains($0) }
      _ = try add(zip(others, units).flatMap { [$0, $1] } + units.dropFirst(others.count))
      var ids: [TranslationUnit.ID] = []
      try memory.read { snapshot in
        try snapshot.forEachUnit { id, unit in if others.contains(unit) { ids.append(id) } }
      }
      #expect(try memory.remove(.units(ids), at: "2026-01-02T00:00:00Z") == others.count)
      return SnapshotStore(memory: memory)
    }
    #expect(violations == [])
  }

  @Test func addingTwiceAddsNothing() throws {
    var generator = SeededGenerator(seed: 7)
    let units = RandomMemory.units(count: 30, using: &generator)
    let first = try add(units)
    #expect((first.added, first.known) == (30, 0))
    // Dates, properties and the order of the variants make no other unit.
    let again = try add(
      units.map { unit in
        var unit = unit
        unit.variants.reverse()
        unit.properties.append(Property("x-any", "thing"))
        unit.attributes.append(Attribute("changedate", "20261121T000000Z"))
        return unit
      })
    #expect((again.added, again.updated, again.known) == (0, 0, 30))
    #expect(try memory.read { try $0.unitCount } == 30)
  }

  /// The same sentence at another place of the document, or with another translation, is another unit.
  @Test func placeAndTranslationTellUnitsApart() throws {
    let report = try add([
      unit("Ja.", "Yes."), unit("Ja.", "Yes."), unit("Ja.", "Indeed."), unit("Ja.", "Yes.", at: 5),
      unit("Ja.", "Yes.", at: 9),
    ])
    #expect((report.added, report.known) == (4, 1))
  }

  @Test func aPersonsVerdictStays() throws {
    let statuses: [(Bead.Status, Double, AdditionReport)] = [
      (.proposed, 0.8, report(added: 1)), (.proposed, 0.8, report(known: 1)),
      (.proposed, 0.9, report(updated: 1)), (.accepted, 0.9, report(updated: 1)),
      (.proposed, 0.7, report(known: 1)),
    ]
    for (status, confidence, expected) in statuses {
      #expect(try add([unit("Ja.", "Yes.", status: status, confidence: confidence)]) == expected)
    }
    let kept = try memory.read { try $0.unit(TranslationUnit.ID(rawValue: 1)) }
    #expect(kept?.link?.status == .accepted)
    #expect(kept?.link?.confidence == 0.9)
  }

  @Test func refusesWithAReason() throws {
    let report = try add([
      unit("Ja.", " \n"), unit("Ja.", "Yes.", status: .rejected, confidence: 1),
      TranslationUnit(variants: Array(try unit("Ja.", "Yes.").variants.prefix(1))),
    ])
    #expect(report.refused == [.emptyText: 1, .notLinked: 1, .oneLanguage: 1])
    #expect(report.added == 0)
  }

  /// A unit with all that a unit may have comes back as it went in.
  @Test func keepsEverything() throws {
    let (de, en) = (try #require(LanguageTag("de")), try #require(LanguageTag("en-US")))
    let sub = InlineCode(.subflow, attributes: [Attribute("type", "fnote")], content: "Fußnote")
    let code = InlineCode(
      .begin, attributes: [Attribute("i", "1"), Attribute("x", "2")],
      content: SegmentContent([.text("<b>\u{0}\"\\"), .code(sub)]))
    let unit = TranslationUnit(
      variants: [
        Variant(
          language: de, content: SegmentContent([.text("Ein "), .code(code), .text("Wort")]),
          origin: Origin(
            document: "a.txt", sha256: "ff", spans: [0..<4, 9..<12], segments: [0, 2]),
          attributes: [Attribute("creationid", "ak")],
          properties: [Property("p", "v", language: en)],
          notes: [Note("n", language: de)]),
        Variant(language: en, content: "A 👍🏽 word"), Variant(language: en, content: "One word"),
      ],
      link: TranslationUnit.Link(
        relation: .claim, strength: .partial, confidence: 0.123456789, status: .accepted,
        tool: "bitext 0.1"),
      attributes: [Attribute("tuid", "7")], properties: [Property("x", "")], notes: [Note("")])
    _ = try add([unit])
    #expect(try memory.read { try $0.unit(TranslationUnit.ID(rawValue: 1)) } == unit)
  }

  @Test func aCursorThatFailsLeavesTheMemoryAsItWas() throws {
    var generator = SeededGenerator(seed: 3)
    let units = RandomMemory.units(count: 40, using: &generator)
    _ = try add(Array(units.prefix(10)))
    let before = try contents()
    var broken = ArrayCursor(units, breaks: true)
    #expect(throws: ArrayCursor.Broken.self) {
      try memory.add(&broken, from: "broken.tmx", at: "2026-01-01T00:00:00Z")
    }
    #expect(try contents() == before)
    #expect(try add(units).added == 30)
  }

  @Test func removesByDocument() throws {
    _ = try add([
      unit("Ja.", "Yes.", at: 3), unit("Nein.", "No.", at: 8), unit("Gut.", "Good."),
    ])
    #expect(try memory.read { try $0.documents } == ["bericht.txt"])
    #expect(try memory.remove(.document("anders.txt"), at: "2026-01-02T00:00:00Z") == 0)
    #expect(try memory.remove(.document("bericht.txt"), at: "2026-01-02T00:00:00Z") == 2)
    #expect(try memory.read { try $0.documents } == [])
    #expect(try contents().values.map { $0.variants[0].content.text } == ["Gut."])
    // An ID is never used twice.
    _ = try add([unit("Neu.", "New.")])
    #expect(try contents().keys.map(\.rawValue).sorted() == [3, 4])
  }

  @Test func saysWhenAndFromWhatAUnitCame() throws {
    _ = try add([unit("Ja.", "Yes.")])
    let addition = try memory.read { try $0.addition(of: TranslationUnit.ID(rawValue: 1)) }
    #expect(addition?.file == "test.tmx")
    #expect(addition?.at == "2026-01-01T00:00:00Z")
    #expect(
      try memory.read { try $0.languages.map { "\($0.key) \($0.value)" }.sorted() } == [
        "de 1", "en 1",
      ])
  }

  private func add(_ units: [TranslationUnit]) throws -> AdditionReport {
    var cursor = ArrayCursor(units)
    return try memory.add(&cursor, from: "test.tmx", at: "2026-01-01T00:00:00Z")
  }

  private func contents() throws -> [TranslationUnit.ID: TranslationUnit] {
    var contents: [TranslationUnit.ID: TranslationUnit] = [:]
    try memory.read { try $0.forEachUnit { contents[$0] = $1 } }
    return contents
  }

  private func report(added: Int = 0, updated: Int = 0, known: Int = 0) -> AdditionReport {
    var report = AdditionReport()
    (report.added, report.updated, report.known) = (added, updated, known)
    return report
  }

  private func unit(
    _ de: String, _ en: String, at start: Int? = nil, status: Bead.Status = .proposed,
    confidence: Double? = nil
  ) throws -> TranslationUnit {
    let origin = start.map {
      Origin(document: "bericht.txt", spans: [$0..<$0 + de.utf8.count], segments: [0])
    }
    return TranslationUnit(
      variants: [
        Variant(
          language: try #require(LanguageTag("de")), content: SegmentContent(de), origin: origin),
        Variant(language: try #require(LanguageTag("en")), content: SegmentContent(en)),
      ],
      link: confidence.map {
        TranslationUnit.Link(
          relation: .translation, strength: .full, confidence: $0, status: status, tool: nil)
      })
  }
}
