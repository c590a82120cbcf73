import BilingualLexicon
import BitextModel
import Testing

/// Names and cognates are found by their spelling, without a dictionary.
struct NameTests {
  /// Whether the last words of two sentences are tied by spelling.
  private func areAlike(_ a: String, _ b: String, lexicon: Lexicon? = nil) throws -> Bool {
    let source = try AnalysedText(["Gestern war \(a)"], language: SampleLexicon.tag("de"))
    let target = try AnalysedText(["Yesterday it was \(b)"], language: SampleLexicon.tag("en"))
    let relation = Correspondences(source: source, target: target, lexicon: lexicon)
    let last = try #require(source.segments[0].last).type
    let other = try #require(target.segments[0].last).type
    return relation.source.edges[last].contains { $0.type == other && $0.by == .cognate }
  }

  @Test(arguments: [
    ("Schoigu", "Shoigu"), ("Selenskyj", "Zelenskyy"), ("Selenskyj", "Zelensky"),
    ("Sergej", "Sergei"), ("Teheran", "Tehran"), ("Lawrow", "Lavrov"), ("Putin", "Putin"),
    ("Chruschtschow", "Khrushchev"), ("Jelzin", "Yeltsin"), ("Kim", "Kim"),
    ("Tschaikowski", "Tchaikovsky"), ("Charkiw", "Kharkiv"), ("Bagdad", "Baghdad"),
    ("Nawalny", "Navalny"), ("Lukaschenko", "Lukashenko"), ("Netanjahu", "Netanyahu"),
    ("Ukraine", "Ukraine"), ("Präsident", "president"), ("Müller", "Muller"),
    ("Путин", "Putin"), ("Hisbollah", "Hezbollah"), ("Chamenei", "Khamenei"), ("Tschad", "Chad"),
  ])
  func alike(german: String, english: String) throws {
    #expect(try areAlike(german, english))
  }

  @Test(arguments: [
    ("Peking", "Beijing"), ("Deutschland", "Germany"), ("Köln", "Cologne"),
    ("Kim", "Tim"), ("Merkel", "Merz"), ("Hand", "land"),
    ("Berlin", "Bern"), ("Iran", "Iraq"), ("Reise", "Reich"), ("Osten", "Boston"),
    ("Marokko", "Monaco"), ("Litauen", "Latvia"),
  ])
  func apart(german: String, english: String) throws {
    #expect(try !areAlike(german, english))
  }

  /// Words that the dictionary knows on both sides are its business: *Gift* is poison.
  @Test func falseFriendsAreNoNames() throws {
    let lexicon = try SampleLexicon.of([("Gift", "poison"), ("Geschenk", "gift")])
    #expect(try !areAlike("Gift", "gift", lexicon: lexicon))
  }
}
