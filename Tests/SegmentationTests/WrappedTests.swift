import BitextModel
import Segmentation
import Testing

/// Hard-wrapped text: a line end is a space where it only marks a margin. `¦` is where a segment starts.
@Suite struct WrappedTests {
  @Test(arguments: [
    "The boat left the harbour at\nnoon. ¦It came back\nat dusk.",
    "They met in the old town of\nBerlin and went on to\nPrague. ¦Nobody followed.",
    "We saw Dr.\nHale at the pier. ¦She was late.",
    "It is well-\nknown that nobody for-\ngot it. ¦So what?",
    "One paragraph ends.\n\n¦Another starts and goes\non here.",
    "One paragraph\n\n¦another one",
    "\tIt rained all day in the valley, and\nthe river rose. ¦Nobody slept.\n\t¦In the morning it fell to where it had\nbeen before.",
    "You need these things:\n¦- bread\n¦- salt and\n  pepper\n¦- oil",
    "1. Pack the bag and close\n   it. \n¦2. Leave the house.",
    "a) first thing\n¦b) second thing",
    "He asked: “Are you\nsure?” ¦“Yes,” she said. ¦“Quite\nsure.”",
    "She came at 5 p.m.\nand left again. ¦Why?",
    "THE RIVER\n¦It rained all day in the valley, and the river rose by two metres.",
    "Line one of it\r\nends here. ¦Line two\r\nends there.",
  ])
  func english(marked: String) throws { try check(marked, "en") }

  @Test(arguments: [
    "Das Boot verließ den Hafen am\nMittag. ¦Es kam am Abend\nzurück.",
    "Sie kamen am 12.\nMai in die Stadt. ¦Es regnete.",
    "Das gilt z.\nB. auch hier. ¦Dort nicht.",
    "Die Bundes-\nregierung tagte. ¦Der Nord-\nOstsee-Kanal blieb zu.",
    "Er las den Brief und\nschwieg. ¦Dann ging er.\n\n¦Am Abend kam er\nwieder.",
    "Einkaufen:\n¦• Brot\n¦• Salz und\nPfeffer",
    "„Kommst du?“,\nfragte sie. ¦„Nein.“",
    "   Der Fluss stieg in der Nacht um zwei\nMeter. ¦Niemand schlief.\n   ¦Am Morgen fiel er wieder auf den Stand\nvom Vortag.",
  ])
  func german(marked: String) throws { try check(marked, "de") }

  @Test func withoutTheOptionEveryLineEndEndsASegment() throws {
    let marked = "The boat left\n¦at noon."
    #expect(try MarkedText(marked).segmented(Segmenter(language: .of("en"))) == marked)
  }

  private func check(_ marked: String, _ language: String) throws {
    let segmenter = Segmenter(language: try .of(language), wrapped: true)
    #expect(try MarkedText(marked).segmented(segmenter) == marked)
  }
}
