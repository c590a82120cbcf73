import BitextModel
import Segmentation
import Testing

/// Hard cases of German, decided by hand. `¦` is where a sentence starts.
@Suite struct GermanTests {
  @Test(arguments: GermanCases.abbreviations)
  func abbreviations(marked: String) throws { try check(marked) }

  @Test(arguments: GermanCases.numbers)
  func numbers(marked: String) throws { try check(marked) }

  @Test(arguments: GermanCases.quotations)
  func quotationsAndBrackets(marked: String) throws { try check(marked) }

  @Test(arguments: GermanCases.marks)
  func marksAddressesLines(marked: String) throws { try check(marked) }

  @Test(arguments: GermanCases.informal)
  func informalText(marked: String) throws { try check(marked, .informal) }

  private func check(_ marked: String, _ profile: Segmenter.Profile = .formal) throws {
    let segmenter = Segmenter(language: try .of("de"), profile: profile)
    #expect(try MarkedText(marked).segmented(segmenter) == marked)
  }
}
