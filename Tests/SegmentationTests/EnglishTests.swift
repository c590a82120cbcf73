import BitextModel
import Segmentation
import Testing

@Suite struct EnglishTests {
  @Test(arguments: EnglishCases.abbreviations)
  func abbreviations(marked: String) throws { try check(marked) }

  @Test(arguments: EnglishCases.numbers)
  func numbers(marked: String) throws { try check(marked) }

  @Test(arguments: EnglishCases.quotations)
  func quotationsAndBrackets(marked: String) throws { try check(marked) }

  @Test(arguments: EnglishCases.marks)
  func marksAddressesLines(marked: String) throws { try check(marked) }

  @Test(arguments: EnglishCases.informal)
  func informalText(marked: String) throws { try check(marked, .informal) }

  private func check(_ marked: String, _ profile: Segmenter.Profile = .formal) throws {
    let segmenter = Segmenter(language: try .of("en"), profile: profile)
    #expect(try MarkedText(marked).segmented(segmenter) == marked)
  }
}
