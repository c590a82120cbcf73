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

  private func difference(_ old: String, _ new: String) throws -> Difference {
    let tokenizer = try WordTokenizer()
    return Difference(
      from: try ComparedText(SegmentContent(old), tokenizer: tokenizer),
      to: try ComparedText(SegmentContent(new), tokenizer: tokenizer))
  }

  private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
