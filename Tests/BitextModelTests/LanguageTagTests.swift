import BitextModel
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("de", "de"), ("DE", "de"), ("de_DE", "de-DE"), ("deu", "de"), ("zh_hant_tw", "zh-Hant-TW"),
    ("es-419", "es-419"), ("en-gb", "en-GB"),
  ])
  func canonicalForm(given: String, expected: String) {
    #expect(LanguageTag(given)?.description == expected)
  }

  @Test(arguments: ["", "d", "*all*", "de--AT", "de ", "123", "überlang"])
  func refusesWhatIsNoTag(given: String) {
    #expect(LanguageTag(given) == nil)
  }

  @Test(arguments: [
    ("de", "de-AT", true), ("de-AT", "de", true), ("de-DE", "de-AT", false), ("de", "en", false),
    ("zh-Hant", "zh-Hans", false), ("zh", "zh-Hant-TW", true),
  ])
  func matchesLeniently(asked: String, given: String, expected: Bool) throws {
    let (asked, given) = (try #require(LanguageTag(asked)), try #require(LanguageTag(given)))
    #expect(asked.matches(given) == expected)
  }
}
