import Testing
import UnicodeText

@Suite struct LanguageNamesTests {
  @Test(arguments: [
    ("de", "German"), ("en", "English"), ("pt-BR", "Portuguese (Brazil)"),
    ("zh-Hant", "Chinese (Traditional)"), ("ga", "Irish"),
    // Of a code that nobody gave out nothing is known but the code.
    ("qqx", "qqx"),
  ])
  func english(tag: String, expected: String) {
    #expect(LanguageNames.english(tag) == expected)
  }
}
