import BilingualLexicon
import Testing

struct DingReaderTests {
  /// Lines written for this test in the dictionary's format; what a reader of the format gets from them.
  @Test(arguments: [
    // Synonyms translate each other, all to all.
    ("Zank {m}; Hader {m} :: strife; discord", "zank", ["discord", "strife"]),
    // Parts correspond by position.
    ("Dach {n} | Dächer {pl} :: roof | roofs", "dach", ["roof"]),
    ("Dach {n} | Dächer {pl} :: roof | roofs", "dächer", ["roofs"]),
    // Where their counts differ, only the first is sure.
    ("Dach {n} | Dächer {pl} | Ziegeldach {n} :: roof | roofs", "dach", ["roof"]),
    ("Dach {n} | Dächer {pl} | Ziegeldach {n} :: roof | roofs", "dächer", []),
    // Brackets go before the synonyms are told apart: a semicolon inside them separates nothing.
    ("Brett {n} (Holz; lang) :: plank (of wood; long)", "brett", ["plank"]),
    ("Zopf {m} [ugs.] <Haarzopf> :: plait [Br.]; braid [Am.]", "zopf", ["braid", "plait"]),
    // Placeholders of objects and subjects, and what introduces a verb, are no words of the term.
    ("etw. hassen {vt} :: to hate sth.", "hassen", ["hate"]),
    ("jdm. etw. leihen {vt} :: to lend sb. sth.", "leihen", ["lend"]),
    ("sich bücken {vr} :: to stoop", "bücken", ["stoop"]),
    // A term of placeholders alone is itself the word.
    ("es {pron} :: it", "es", ["it"]),
    // Forms of a verb in braces are further synonyms.
    ("verstecken {vt} :: to hide {hid; hidden} sth.", "verstecken", ["hid", "hidden", "hide"]),
    // A slash gives alternatives, with or without spaces around it.
    ("einen Brunnen graben :: to dig a well/shaft", "brunnen graben", ["dig shaft", "dig well"]),
    ("Fass {n} :: barrel / cask", "fass", ["barrel", "cask"]),
    // An abbreviation between slashes is one more synonym.
    ("Rundfunkrat /RFR/ :: broadcasting council /BC/", "rfr", ["bc", "broadcasting council"]),
    (
      "Rundfunkrat /RFR/ :: broadcasting council /BC/", "rundfunkrat",
      ["bc", "broadcasting council"]
    ),
    // Case is folded, ß is ss.
    ("Straße {f} :: Street", "strasse", ["street"]),
    // Marks at the edges of words go.
    ("Halt! :: Stop!", "halt", ["stop"]),
    // Multi-word entries are terms, long sentences are none.
    ("kalter Krieg {m} :: Cold War", "kalter krieg", ["cold war"]),
    (
      "Er kam gestern erst sehr spät nach Hause :: He came home late", "he came home late",
      []
    ),
  ])
  func reads(line: String, term: String, expected: [String]) throws {
    let (lexicon, _) = try SampleLexicon.ding(line)
    #expect(lexicon.sortedTranslations(term) == expected)
  }

  @Test func countsWhatItCannotRead() throws {
    let lines = "# Version :: test 1\n\nHund {m} :: dog\nkaputt\nKatze {f} :: cat\nweg\nfort\nhin"
    let (lexicon, report) = try SampleLexicon.ding(lines)
    #expect(report.version == "test 1")
    #expect(report.skipped == 4)
    #expect(report.firstSkipped == [4, 6, 7])
    #expect(lexicon.entryCount == 2)
  }

  @Test func acceptsCarriageReturnsAndNoFinalLineFeed() throws {
    let (lexicon, report) = try SampleLexicon.ding("Hund {m} :: dog\r\nKatze {f} :: cat")
    #expect(report.skipped == 0)
    #expect(lexicon.sortedTranslations("hund") == ["dog"])
    #expect(lexicon.sortedTranslations("katze") == ["cat"])
  }

  @Test func countsTheWordsOfPhrases() throws {
    let (lexicon, _) = try SampleLexicon.ding("roter Wein {m} :: red wine\nWein {m} :: wine")
    let count = { (word: String, side: Lexicon.Side) in
      lexicon.term(word, side).map { lexicon.count(of: $0, side) }
    }
    #expect(count("wein", .source) == 2)
    #expect(count("wine", .target) == 2)
    #expect(count("red", .target) == 1)
  }
}
