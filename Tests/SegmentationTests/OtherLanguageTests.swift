import BitextModel
import Segmentation
import Testing

@Suite struct OtherLanguageTests {
  @Test(arguments: [
    "M. Dupont est parti. ¦Il reviendra.",
    "Mme Roux et Mlle. Petit dînent. ¦Elles rient.",
    "Voir p. 12. ¦C'est court.",
    "Il y a des chats, des chiens, etc. ¦Le jardin est plein.",
    "« Viens ! » ¦Il ne vint pas.",
    "« Viens ! » dit-elle. ¦Il ne vint pas.",
    "« Tu viens ? » demanda Anne. ¦« Oui. »",
    "Vraiment\u{202F}? ¦Oui\u{202F}!",
    "Il est né le 3 mai 1970. ¦Elle aussi.",
    "La S.A. Dupont ferme. ¦Elle avait cent ans.",
    "C'était en 50 av. J.-C. ¦Il était déjà mort.",
    "Prix : 3,50 euros. ¦C'est cher.",
  ])
  func french(marked: String) throws {
    #expect(try MarkedText(marked).segmented(Segmenter(language: .of("fr"))) == marked)
  }

  @Test(arguments: [
    ("ja", "今日は晴れです。¦明日は雨です。"),
    ("zh", "你好！¦你好吗？¦我很好。"),
    ("ru", "Он пришёл. ¦Она ушла."),
    ("el", "Ήρθε. ¦Έφυγε."),
    ("ar", "هل أنت هنا؟ ¦نعم."),
    ("hi", "वह आया। ¦वह गया।"),
    ("sv", "Han kom. ¦Hon gick."),
    ("und", "Uno. ¦Due."),
  ])
  func anyLanguageOfICU(language: String, marked: String) throws {
    #expect(try MarkedText(marked).segmented(Segmenter(language: .of(language))) == marked)
  }
}
