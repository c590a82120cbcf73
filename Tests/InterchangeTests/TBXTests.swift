import Interchange
import Testing

struct TBXTests {
  private func terms(_ text: String) throws -> [[String]] {
    try TBX.concepts(in: Array(text.utf8)).map { concept in
      concept.terms.map { "\($0.language): \($0.text)" }
    }
  }

  @Test func readsBothDialects() throws {
    let old = """
      <?xml version="1.0"?>
      <martif type="TBX" xml:lang="en"><text><body>
      <termEntry id="1"><descrip>a pet</descrip>
       <langSet xml:lang="de"><tig><term>Hund</term></tig><tig><term>Köter</term></tig></langSet>
       <langSet xml:lang="en"><tig><term>dog &amp; <hi>hound</hi>
        </term><note>x</note></tig></langSet></termEntry>
      <termEntry id="2"/></body></text></martif>
      """
    #expect(try terms(old) == [["de: Hund", "de: Köter", "en: dog & hound"]])
    let new = """
      <tbx style="dca" type="TBX-Basic" xml:lang="en"><text><body>
      <conceptEntry id="c1"><langSec xml:lang="de"><termSec><term>Tür</term></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>door</term></termSec></langSec></conceptEntry>
      </body></text></tbx>
      """
    #expect(try terms(new) == [["de: Tür", "en: door"]])
  }

  @Test func saysWhatIsWrong() {
    #expect(throws: TBX.ParseError.self) { try terms("<martif>\n<text>\n</martif>") }
    #expect(throws: TBX.ParseError.self) { try terms("<tmx/>") }
    #expect(throws: TBX.ParseError.self) { try terms("") }
  }
}
