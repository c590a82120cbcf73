import BilingualLexicon
import BitextModel
import Testing

/// Tables of a language's words, and what of a text lexicons know.
struct TableTests {
  @Test func frequenciesReplaceTheDictionarysOwnCounts() throws {
    var builder = try LexiconBuilder(
      source: SampleLexicon.tag("de"), target: SampleLexicon.tag("en"))
    for (a, b) in [("Haus", "house"), ("Wal", "whale")] {
      builder.add(a, b)
      builder.count(wordsOf: "Wal Wal Wal", .source)
    }
    let report = FrequencyReader.read(
      "# sample\nHaus\t900\nhaus\t100\nBaum\t7\nkaputt\nwal\tviel\n", .source, into: &builder)
    #expect((report.entries, report.skipped) == (1, 2))
    #expect(report.firstSkipped == [5, 6])
    let lexicon = try builder.lexicon()
    let (haus, wal) = (
      try #require(lexicon.term("haus", .source)), try #require(lexicon.term("wal", .source))
    )
    #expect(lexicon.count(of: haus, .source) == 1000)
    #expect(lexicon.count(of: wal, .source) < 1000)
    #expect(lexicon.info.words[0] == FrequencyReader.runningWords)
  }

  @Test func coverageTellsHowWordsAreKnown() throws {
    let lexicon = try SampleLexicon.of([("Haus", "house"), ("Tür", "door"), ("Hund", "dog")])
    let text = try AnalysedText(
      ["Haustür Hunde 12 Wal Wal", "und Schoigu"], language: SampleLexicon.tag("de"))
    let coverage = LexiconCoverage(text, lexicons: [lexicon])
    #expect((coverage.total, coverage.whole, coverage.compounds) == (6, 1, 1))
    #expect(coverage.names == 3)
    #expect(coverage.unknown == ["wal", "schoigu", "und"])
    #expect(LexiconCoverage().share == nil)
  }

  @Test func dictdEntriesBecomePairs() throws {
    let entries = ["Jause /ˈjaʊ̯zə/ <n, fem>\nsnack, light meal\n", "Hund <n>\n1. dog\n2. hound\n"]
    var (dictionary, index) = ("", "")
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let number = { (n: Int) in String([digits[n / 64], digits[n % 64]]) }
    for (word, entry) in zip(["jause", "hund"], entries) {
      index += "\(word)\t\(number(dictionary.utf8.count))\t\(number(entry.utf8.count))\n"
      dictionary += entry
    }
    index += "kaputt\n"
    var builder = try LexiconBuilder(
      source: SampleLexicon.tag("de"), target: SampleLexicon.tag("en"))
    let report = DictdReader.read(
      index: Array(index.utf8), dictionary: Array(dictionary.utf8), headwords: .source,
      into: &builder)
    #expect((report.reading.entries, report.reading.skipped) == (4, 1))
    #expect(report.reading.firstSkipped == [3])
    let lexicon = try builder.lexicon()
    #expect(lexicon.sortedTranslations("jause") == ["light meal", "snack"])
    #expect(lexicon.sortedTranslations("hund") == ["dog", "hound"])
  }
}
