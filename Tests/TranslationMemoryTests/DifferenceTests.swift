import BitextModel
import TestSupport
import Testing
import TranslationMemory
import UnicodeText

@Suite struct DifferenceTests {
  @Test(arguments: [
    (
      "Der Kongress muss endlich die Mittel.", "Der Kongress muss die Mittel.",
      ["=Der Kongress muss ", "-endlich ", "=die Mittel."]
    ),
    ("a b c", "a x c", ["=a ", "-b ", "+x ", "=c"]),
    ("a", "a", ["=a"]), ("", "a b", ["+a b"]), ("a b", "", ["-a b"]), ("", "", []),
    ("a", "a b", ["=a", "+ b"]), ("a c", "a b", ["=a ", "-c", "+b"]),
    ("  a b", "a b", ["=  a b"]), ("Ende.", "Ende!", ["=Ende", "-.", "+!"]),
    ("  a b", "b", ["=  ", "-a ", "=b"]), ("a b", "x y a b z", ["+x y ", "=a b", "+ z"]),
  ])
  func table(old: String, new: String, expected: [String]) throws {
    let signs: [Difference.Kind: String] = [.keep: "=", .insert: "+", .delete: "-"]
    let difference = try difference(old, new)
    #expect(difference.pieces.map { (signs[$0.kind] ?? "") + $0.text } == expected)
  }

  @Test(arguments: 1...6)
  func keptAndDeletedIsTheOldText(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let units = RandomMemory.units(count: 30, using: &generator)
    for unit in units {
      let old = unit.variants[0].content.text
      let new = RandomMemory.query(like: units, using: &generator)
      let pieces = try difference(old, new).pieces
      #expect(pieces.filter { $0.kind != .insert }.map(\.text).joined() == old)
      let joined = pieces.filter { $0.kind != .delete }.map(\.text).joined(separator: " ")
      #expect(bare(joined) == bare(new))
    }
  }

  /// Against the plain table of the longest common subsequence (Wagner & Fischer 1974).
  @Test(arguments: 1...6)
  func asManyWordsAreKeptAsCanBe(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let word = { ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a" }
    for length in 0..<40 {
      let old = (0..<length).map { _ in word() }
      let new = (0..<Int.random(in: 0...12, using: &generator)).map { _ in word() }
      let pieces = try difference(old.joined(separator: " "), new.joined(separator: " ")).pieces
      let words = { (kind: Difference.Kind) in
        pieces.filter { $0.kind == kind }.flatMap { $0.text.split(separator: " ") }.count
      }
      #expect(words(.keep) == longestCommon(old, new))
      #expect(words(.keep) + words(.delete) == old.count)
      #expect(words(.keep) + words(.insert) == new.count)
    }
  }

  private func longestCommon(_ a: [String], _ b: [String]) -> Int {
    var row = Array(repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for place in b.indices {
        let above = row[place + 1]
        row[place + 1] = word == b[place] ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return row[b.count]
  }

  private func difference(_ old: String, _ new: String) throws -> Difference {
    let tokenizer = try WordTokenizer()
    return Difference(
      from: try ComparedText(SegmentContent(old), tokenizer: tokenizer),
      to: try ComparedText(SegmentContent(new), tokenizer: tokenizer))
  }

  private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
