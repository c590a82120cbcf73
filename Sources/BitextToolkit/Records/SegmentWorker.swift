public import BitextModel
public import Segmentation

/// Answers segment requests one by one, each on its own: what one record gets wrong leaves the others
/// alone.
public struct SegmentWorker: Sendable {
  public let profile: Segmenter.Profile
  public let isWrapped: Bool
  /// The language of records that name none; `nil` asks their texts.
  public let language: LanguageTag?
  /// Rules to use instead of the built-in ones.
  public let srx: SRXRules?

  public init(
    language: LanguageTag?, profile: Segmenter.Profile, wrapped: Bool, srx: SRXRules? = nil
  ) {
    (self.language, self.profile, isWrapped, self.srx) = (language, profile, wrapped, srx)
  }

  /// The answer to one line of JSON.
  ///
  /// - Parameter number: The one-based number of the line, for the talk about broken ones.
  public func answer(line: [UInt8], number: Int) -> Result<SegmentRecord, FailedRecord> {
    let request: SegmentRequest
    switch FailedRecord.decode(SegmentRequest.self, line: line, number: number) {
    case .success(let decoded): request = decoded
    case .failure(let failure): return .failure(failure)
    }
    do {
      let (language, guess) = try TextLanguage.language(
        request.lang ?? language, of: request.text, place: "lang", option: "--lang")
      let segmenter = Segmenter(language: language, profile: profile, wrapped: isWrapped)
      let document =
        try srx?.document(language: language, text: request.text)
        ?? segmenter.document(text: request.text)
      return .success(SegmentRecord(id: request.id, document: document, guess: guess))
    } catch {
      return .failure(FailedRecord(id: request.id, error: "line \(number): \(error)"))
    }
  }
}
