import BilingualLexicon
import BitextModel
import Testing

struct BaseFormsTests {
  @Test(arguments: [
    ("de", "häuser", "haus"), ("de", "kindern", "kind"), ("de", "regierungen", "regierung"),
    ("de", "machte", "machen"), ("de", "gemacht", "machen"), ("de", "ausgebaut", "ausbauen"),
    ("de", "schnellsten", "schnell"), ("de", "schönere", "schön"), ("de", "laufend", "laufen"),
    ("de", "städte", "stadt"), ("de", "autos", "auto"), ("de", "lehrerinnen", "lehrerin"),
    ("de", "ministerien", "ministerium"), ("de", "politischen", "politisch"),
    ("de", "angekündigt", "ankündigen"), ("de", "arbeitete", "arbeiten"),
    ("de", "verletzten", "verletzen"), ("de", "brände", "brand"), ("de", "völker", "volk"),
    ("en", "cities", "city"), ("en", "stopped", "stop"), ("en", "planning", "plan"),
    ("en", "making", "make"), ("en", "houses", "house"), ("en", "wolves", "wolf"),
    ("en", "knives", "knife"), ("en", "happily", "happy"), ("en", "bigger", "big"),
    ("en", "latest", "late"), ("en", "defense", "defence"), ("en", "colors", "colours"),
    ("en", "organized", "organised"), ("en", "center", "centre"), ("en", "traveled", "travel"),
    ("en", "minister’s", "minister"), ("en", "taxes", "tax"), ("en", "tried", "try"),
    ("fr", "chevaux", "cheval"), ("fr", "maisons", "maison"), ("fr", "parlait", "parler"),
    ("fr", "arrivée", "arriver"), ("fr", "heureuse", "heureux"), ("fr", "actives", "actif"),
  ])
  func proposes(language: String, form: String, base: String) throws {
    #expect(BaseForms.of(try SampleLexicon.tag(language)).candidates(of: form).contains(base))
  }

  @Test(arguments: ["de", "en", "fr"])
  func neverProposesTheWordItself(language: String) throws {
    let forms = BaseForms.of(try SampleLexicon.tag(language))
    for word in ["a", "es", "house", "haus", "été", "was", "ge", "ingen", "s", ""] {
      #expect(!forms.candidates(of: word).contains(word))
      #expect(!forms.candidates(of: word).contains(""))
    }
  }

  @Test func knowsNothingOfOtherLanguages() throws {
    #expect(BaseForms.of(try SampleLexicon.tag("fi")).candidates(of: "talossa").isEmpty)
  }
}
