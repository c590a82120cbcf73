import BitextToolkit
import Foundation
import TestSupport
import Testing

/// Decisions on documents that change: what is unchanged keeps them, and nothing is lost in silence.
@Suite struct CarriedDecisionTests {
  private let folder: TemporaryFolder
  private let german, english: LanguageTag

  init() throws {
    folder = try TemporaryFolder()
    german = try #require(LanguageTag("de"))
    english = try #require(LanguageTag("en"))
  }

  /// A text under change: its segments, each with a number that stays with it.
  private struct Draft {
    var segments: [(id: Int, text: String)]
    private var last: Int

    /// Some texts stand several times.
    init(_ count: Int, _ random: inout SeededGenerator) {
      segments = (0..<count).map { id in
        Int.random(in: 0..<4, using: &random) == 0
          ? (id, ["Ja.", "Nein.", "Kapitel"].randomElement(using: &random) ?? "")
          : (id, "Satz \(id).")
      }
      last = count
    }

    mutating func edit(_ random: inout SeededGenerator) {
      guard segments.count > 2 else { return }
      let place = Int.random(in: 0..<segments.count, using: &random)
      last += 1
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        segments.insert((last, Bool.random(using: &random) ? "Ja." : "Neu \(last)."), at: place)
      case 1: segments.remove(at: place)
      case 2: segments[place] = (last, "Anders \(last).")
      default:
        let moved = segments.remove(at: place)
        segments.insert(moved, at: Int.random(in: 0...segments.count, using: &random))
      }
    }

    func place(of id: Int) -> Int? { segments.firstIndex { $0.id == id } }

    func isUnique(_ index: Int) -> Bool {
      segments.count { $0.text == segments[index].text } == 1
    }
  }

  private func document(_ draft: Draft, _ language: LanguageTag) throws -> Document {
    try DocumentFile.document(ofLines: draft.segments.map(\.text), language: language)
  }

  private func file(
    _ source: Document, _ target: Document, _ beads: [Bead], _ shape: Alignment.Shape
  ) throws -> AnchorFile {
    let held = beads.filter(\.isLink)
    let alignment = try Alignment(
      shape: .comparable, beads: held, candidates: beads.filter { !$0.isLink },
      sourceCount: source.segments.count, targetCount: target.segments.count)
    let entry = { (document: Document) in
      AlignmentFile.Header.Document(name: nil, language: document.language, sha256: nil)
    }
    let header = AlignmentFile.Header(
      source: entry(source), target: entry(target), mode: shape, tool: "test")
    let path = folder.path("\(UUID().uuidString).jsonl")
    let lines = AlignmentFile(
      Bitext(source: source, target: target, alignment: alignment), header: header
    ).lines
    try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
    return try AnchorFile(path)
  }

  @Test(arguments: 0..<300) func unchangedSegmentsKeepTheirDecisions(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (source, target) = (Draft(14, &random), Draft(14, &random))
    let old = (source, target)
    var pairs: Set<[Int]> = []
    for _ in 0..<8 {
      pairs.insert([Int.random(in: 0..<14, using: &random), Int.random(in: 0..<14, using: &random)])
    }
    let beads = pairs.sorted { $0.lexicographicallyPrecedes($1) }.enumerated().map {
      Bead(
        source: [$1[0]], target: [$1[1]], relation: .claim, confidence: 0.75,
        evidence: Evidence([.init("words", 1)]), status: $0 % 2 == 0 ? .accepted : .rejected,
        decision: .init(by: "ak"))
    }
    let file = try file(
      document(source, german), document(target, english), beads, .comparable)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      source.edit(&random)
      target.edit(&random)
    }
    let now = (try document(source, german), try document(target, english))
    let kept = try file.decisions(for: now.0, now.1, mode: .comparable)
    let decisions = kept.decisions.accepted + kept.decisions.rejected

    // Nothing is lost in silence, and what is kept is of the same texts.
    #expect(decisions.count + kept.lost.count == beads.count)
    let wanted = beads.map {
      [old.0.segments[$0.source[0]].text, old.1.segments[$0.target[0]].text, $0.status.rawValue]
    }
    let found =
      decisions.map {
        [
          source.segments[$0.source[0]].text, target.segments[$0.target[0]].text,
          $0.status.rawValue,
        ]
      } + kept.lost.map { [$0.source[0], $0.target[0], $0.status.rawValue] }
    let isBefore = { (a: [String], b: [String]) in a.lexicographicallyPrecedes(b) }
    #expect(found.sorted(by: isBefore) == wanted.sorted(by: isBefore))
    #expect(decisions.allSatisfy { $0.decision == .init(by: "ak") && $0.confidence == 0.75 })

    // What is still there, and to be told from all else, is where it went.
    for bead in beads {
      guard let i = Self.placeToldFor(bead.source[0], old.0, source),
        let j = Self.placeToldFor(bead.target[0], old.1, target)
      else { continue }
      #expect(
        decisions.contains { $0.source == [i] && $0.target == [j] && $0.status == bead.status },
        "seed \(seed): \(bead.source):\(bead.target) is now \(i):\(j)")
    }
  }

  /// Where a segment is now, if it is there and a reader could tell: its text stands once before and
  /// after, or it stands between the same two segments of which that holds.
  private static func placeToldFor(_ index: Int, _ old: Draft, _ new: Draft) -> Int? {
    guard let place = new.place(of: old.segments[index].id) else { return nil }
    if old.isUnique(index) { return new.isUnique(place) ? place : nil }
    for step in [-1, 1] {
      guard old.segments.indices.contains(index + step), old.isUnique(index + step),
        let beside = new.place(of: old.segments[index + step].id), new.isUnique(beside),
        beside == place + step
      else { return nil }
    }
    return place
  }

  /// Law: in a translation what is kept is in order, and unchanged documents keep all.
  @Test(arguments: 0..<100) func translationsKeepTheirOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var source = Draft(12, &random)
    let target = source
    let beads = (0..<12).filter { _ in Bool.random(using: &random) }.map {
      Bead(
        source: [$0], target: [$0], relation: .translation, confidence: 0.75,
        evidence: Evidence([.init("words", 1)]),
        status: Int.random(in: 0..<4, using: &random) == 0 ? .rejected : .accepted)
    }
    let file = try file(document(source, german), document(target, english), beads, .parallel)
    for _ in 0..<Int(seed % 5) { source.edit(&random) }
    let kept = try file.decisions(
      for: document(source, german), document(target, english), mode: .auto)
    #expect(kept.decisions.isInOrder)
    #expect(kept.shape == .parallel)
    let count = kept.decisions.accepted.count + kept.decisions.rejected.count
    #expect(count + kept.lost.count == beads.count)
    if seed % 5 == 0 { #expect(kept.lost.isEmpty) }
  }

  /// A text that is taken out and comes back finds its decision again.
  @Test func aLostDecisionComesBack() throws {
    var random = SeededGenerator(seed: 7)
    let (full, target) = (Draft(6, &random), Draft(6, &random))
    var cut = full
    let index = try #require(full.segments.indices.first { full.isUnique($0) })
    let other = try #require(target.segments.indices.first { target.isUnique($0) })
    cut.segments.remove(at: index)
    let bead = Bead(
      source: [index], target: [other], relation: .claim, confidence: 0.75, status: .rejected)
    let documents = (try document(full, german), try document(target, english))
    let first = try file(documents.0, documents.1, [bead], .comparable)
    let without = try document(cut, german)
    let lost = try first.decisions(for: without, documents.1, mode: .auto)
    #expect(lost.decisions.isEmpty && lost.lost.count == 1)

    let outcome = try BitextBuilder(tool: "test", mode: .comparable, lexicon: nil)
      .build(without, documents.1, keeping: lost)
    let path = folder.path("lost.jsonl")
    try outcome.file.lines.map { $0 + "\n" }.joined()
      .write(toFile: path, atomically: true, encoding: .utf8)
    let again = try AnchorFile(path).decisions(for: documents.0, documents.1, mode: .auto)
    #expect(again.lost.isEmpty)
    #expect(again.decisions.rejected.map(\.source) == [[index]])
  }
}
