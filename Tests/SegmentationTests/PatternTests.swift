import BitextModel
import Segmentation
import Testing

/// What SRX 2.0 says of its rules, by cases worked out by hand. `¦` is where a segment starts.
@Suite struct PatternTests {
  private static func yes(_ before: String, _ after: String) -> PatternRule {
    PatternRule(isBreak: true, before: before, after: after)
  }
  private static func no(_ before: String, _ after: String) -> PatternRule {
    PatternRule(isBreak: false, before: before, after: after)
  }

  @Test(arguments: [
    // The place is between what the two sides match: white space is behind it.
    ([yes(#"\."#, #"\s"#)], "One.¦ Two.¦ Three."),
    // Or before it, when the left side takes it: at every place where it may end.
    ([yes(#"\.\s+"#, "")], "One. ¦Two. ¦ ¦Three."),
    // An exception before the break holds; behind it, it comes too late.
    ([no(#"\bDr\."#, #"\s"#), yes(#"\."#, #"\s"#)], "Dr. No.¦ He left."),
    ([yes(#"\."#, #"\s"#), no(#"\bDr\."#, #"\s"#)], "Dr.¦ No.¦ He left."),
    // An empty side matches anything: no rule, no break.
    ([yes("", "X")], "a¦Xb¦X"), ([yes("X", "")], "aX¦bX"), ([yes("", "")], "a¦b¦ü¦c"),
    ([], "One. Two."),
    // Matches overlap: every place counts by itself.
    ([yes("aa", "a")], "aa¦a¦a"), ([yes(#"\.+"#, #"\."#)], "x.¦.¦. y"),
    ([no("ab", "c"), yes("b", "c")], "abc b¦c"),
    // A left side without bound, which no look-behind of ICU can have.
    ([yes(#"[A-Z]\w*\."#, #"\s"#)], "Paul.¦ paul. Paula.¦ x"),
    ([no(#"\bNr\.\s*"#, #"\d"#), yes(#"\.\s+"#, "")], "Nr. 5 ist da. ¦Nr. 6 nicht. ¦Gut"),
    // The start of the text is no place, and only there does ^ match.
    ([no("^a+", "b"), yes("a", "b")], "aab a¦b"),
    // Beyond ASCII.
    ([yes(#"[。！]"#, "")], "你好。¦再见！¦嗯"), ([yes(#"\p{Lu}ß"#, "ä")], "Xß¦ä 😀 xßä"),
  ])
  func firstRuleDecides(rules: [PatternRule], marked: String) throws {
    let segmenter = PatternSegmenter(rules)
    #expect(segmenter.faults.isEmpty)
    let text = marked.replacing("¦", with: "")
    let document = try segmenter.document(language: .of("und"), text: text)
    let found = document.segments.map { String(text.utf8Slice($0.range)) }.joined(separator: "¦")
    #expect(found == marked)
  }

  @Test func whatICUCannotRunIsNamed() {
    let rules = [
      Self.yes(#"\."#, " "), PatternRule(isBreak: false, before: "(", after: "", line: 7),
      PatternRule(isBreak: true, before: "", after: "[z", line: 9),
      // No group of its own may close that of the rule.
      PatternRule(isBreak: true, before: "a)(b", after: "", line: 11),
    ]
    let faults = PatternSegmenter(rules).faults
    #expect(faults.map(\.rule.line) == [7, 9, 11])
    #expect(faults.allSatisfy { $0.cause.contains("U_REGEX_") })
  }

  @Test func blankSegmentsAreFurniture() throws {
    let document = try PatternSegmenter([Self.yes(#"\R"#, "")])
      .document(language: .of("en"), text: "a\n\nb")
    #expect(document.segments.map(\.kind) == [.sentence, .boilerplate, .sentence])
    #expect(document.segments.map(\.paragraph) == [0, 1, 2])
  }

  @Test(arguments: [
    ("de", "Dr. Haus kam am 3. Mai. Er blieb bis Dienstag. Um 8 Uhr ging er.", [23, 46]),
    ("de", "Das gilt z. B. hier. Dort gilt es nicht.", [20]),
    ("en", "Mr. Hale left at 8 p.m. sharp. He took No. 5. Nobody saw it.", [30, 45]),
    ("fr", "M. Dupont est parti. Il reviendra.", [20]),
    ("", "Uno. Due! Tre?", [4, 9]),
  ])
  func builtInRulesAsPatterns(language: String, text: String, ends: [Int]) throws {
    let segmenter = PatternSegmenter(BuiltInPatterns.rules(for: language))
    #expect(segmenter.faults.isEmpty)
    let document = try segmenter.document(language: .of("und"), text: text)
    #expect(document.segments.map(\.range.upperBound) == ends + [text.utf8.count])
  }
}
