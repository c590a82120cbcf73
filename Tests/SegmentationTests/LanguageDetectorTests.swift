import BitextModel
import Segmentation
import Testing

@Suite struct LanguageDetectorTests {
  @Test(arguments: [
    ("de", "Die Sitzung wurde auf Donnerstag verschoben, weil der Saal nicht frei war."),
    ("de", "Wo ist der Bahnhof?"),
    ("de", "Ich habe dir gestern geschrieben, aber du hast nicht geantwortet."),
    ("en", "The meeting was moved to Thursday because the hall was taken."),
    ("en", "Where is the station?"),
    ("en", "Prices fell again in March, the statistics office said on Friday."),
    ("fr", "La réunion a été reportée à jeudi parce que la salle était prise."),
    ("fr", "Où est la gare ?"),
    ("fr", "Il n'y a pas de pain dans la cuisine."),
    ("es", "La reunión se aplazó hasta el jueves porque la sala estaba ocupada."),
    ("es", "El tiempo es bueno y no va a llover hoy."),
    ("it", "La riunione è stata spostata a giovedì perché la sala era occupata."),
    ("it", "Il tempo è bello e oggi non piove."),
    ("nl", "De vergadering is naar donderdag verplaatst omdat de zaal bezet was."),
    ("nl", "Het is een mooie dag en de zon schijnt."),
    ("pt", "A reunião foi adiada para quinta-feira porque a sala estava ocupada."),
    ("pt", "O tempo está bom e não vai chover hoje."),
    ("pl", "Spotkanie przeniesiono na czwartek, ponieważ sala była zajęta."),
    ("pl", "Pogoda jest dobra i dziś nie będzie padać."),
    ("cs", "Schůzka byla přesunuta na čtvrtek, protože sál byl obsazený."),
    ("cs", "Počasí je dobré a dnes nebude pršet."),
    ("da", "Mødet blev flyttet til torsdag, fordi salen ikke var ledig, og ingen havde en nøgle."),
    ("sv", "Mötet flyttades till torsdag eftersom salen inte var ledig."),
    ("sv", "Det är en fin dag och solen skiner."),
    ("ru", "Встречу перенесли на четверг, потому что зал был занят."),
    ("uk", "Зустріч перенесли на четвер, тому що зала була зайнята."),
    ("el", "Η συνάντηση μεταφέρθηκε για την Πέμπτη."),
    ("ar", "تأجل الاجتماع إلى يوم الخميس لأن القاعة لم تكن متاحة في هذا الوقت."),
    ("he", "הפגישה נדחתה ליום חמישי."), ("zh", "会议改到星期四。"), ("ja", "会議は木曜日に延期されました。"),
    ("ko", "회의가 목요일로 연기되었습니다."),
  ])
  func tells(language: String, text: String) throws {
    let guess = try #require(LanguageDetector.guess(text))
    #expect(guess.language == (try .of(language)))
    #expect((0.8..<1).contains(guess.confidence))
  }

  @Test(arguments: [
    "", " \n", "12345", "OK", "Anna Maria", "Kubernetes", "!?", "no",
    // Finnish is not among the languages that can be told, and looks like none of them.
    "Missä rautatieasema on? Se on tuolla kadun päässä, eikä siellä ole nyt ketään, joten voit mennä.",
    "Az idő ma szép, és nem fog esni az eső, de holnapra nem tudok semmit mondani.",
  ])
  func saysWhenThereIsTooLittle(text: String) {
    #expect(LanguageDetector.guess(text) == nil)
  }

  @Test func moreEvidenceIsSurer() throws {
    let short = try #require(LanguageDetector.guess("Onde fica a estação?"))
    let long = try #require(
      LanguageDetector.guess("Onde fica a estação? Eu não sei, mas ela deve saber onde é."))
    #expect(short.language == long.language && short.confidence < long.confidence)
  }

  @Test func everyLanguageHasAProfileOfItsOwn() {
    let languages = LanguageDetector.languages.map(\.description)
    #expect(Set(languages).count == languages.count)
    for language in ["de", "en", "fr", "es", "it", "nl", "pt", "pl", "cs", "da", "sv", "ru", "uk"] {
      #expect(languages.contains(language))
    }
  }
}
