import BitextModel
import Interchange
import Testing

/// Catalogues that are not as gettext writes them.
@Suite struct POFillingTests {
  /// A message without a place for its translation leaves those of others alone.
  @Test(arguments: [
    "msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"B\"\n",
    "msgctxt \"c\"\nmsgid \"\"\n\nmsgid \"f\"\nmsgid_plural \"fs\"\nmsgstr[0] \"F\"\nmsgstr[1] \"Fs\"\n",
    "msgstr \"\"\nmsgid \"a\"\n\nmsgid \"b\"\nmsgstr \"B\"\n",
  ])
  func translationsStayWhereTheyAre(text: String) throws {
    let input = UnitFileInput(
      .bytes(["": Array(text.utf8)]), languages: ["en", "de"].compactMap(LanguageTag.init))
    let document = try UnitFormat.po.document(input)
    let proposal = FillableDocument.Proposal(
      source: "a", target: "x", score: 100, similarity: 100, origin: "m", isExact: true)
    let filled = try document.filled(with: document.segments.map { _ in [proposal] })
    #expect(String(decoding: filled.bytes, as: UTF8.self) == text)
    #expect(document.segments.isEmpty)
  }
}
