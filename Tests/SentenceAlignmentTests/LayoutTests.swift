import BitextModel
import Testing

@testable import SentenceAlignment

/// What stands around the words.
@Suite struct LayoutTests {
  @Test(arguments: [
    ("2. Der Hund", "2."), ("2) Der Hund", "2."), ("(2) Der Hund", "2."), ("b) Boot", "b"),
    ("(iv) Boot", "iv"), ("3.1 Boote", "3.1"), ("3.1. Boote", "3.1"),
  ])
  func readsOrdinals(text: String, label: String) {
    let expected = label.hasSuffix(".") ? String(label.dropLast()) : label
    #expect(ListLabel(beginning: text[...]) == .ordinal(expected))
  }

  @Test(arguments: ["• Punkt", "- item", "– Punkt", "* item"])
  func readsBullets(text: String) {
    #expect(ListLabel(beginning: text[...]) == .bullet)
  }

  @Test(arguments: [
    "E. Allwein stieg auf.", "I saw it.", "1953 kam er.", "Boot", "", "2.", "(oder) so", "... und",
    "(Paris) in May",
  ])
  func readsNone(text: String) {
    #expect(ListLabel(beginning: text[...]) == nil)
  }

  private func seams(_ lines: [String]) throws -> [Float] {
    let document = try Document(lines: lines, "de")
    return Layout(document, Array(lines.indices)).seams
  }

  @Test func fragmentsGoOnAndItemsBegin() throws {
    let seams = try seams([
      "Das Boot,", "Das alte.", "und die See.", "Sie sah:", "Ein Licht.", "2. Das Haus.", "Ende.",
    ])
    #expect(seams[1] > 0 && seams[2] > 0 && seams[4] > 0)
    #expect(seams[5] < 0)
    #expect(seams[3] == 0 && seams[6] == 0)
  }

  @Test func smallLettersTellNothingWhereAllAreSmall() throws {
    #expect(try seams(["das boot.", "das haus.", "die see."])[1...] == [0, 0])
  }

  @Test func labelsAreEvidence() {
    #expect(Layout.agreement(.ordinal("2"), .ordinal("2")) > 0)
    #expect(Layout.agreement(.ordinal("2"), .ordinal("3")) < Layout.agreement(.ordinal("2"), nil))
    #expect(Layout.agreement(nil, nil) == 0)
    #expect(Layout.agreement(.bullet, .bullet) > 0)
  }
}
