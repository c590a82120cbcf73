public import BitextModel
public import Segmentation

/// Answers segment requests one by one, each on its own: what one record gets wrong leaves the others
/// alone.
public struct SegmentWorker: Sendable {
  public let profile: Segmenter.Profile
  public let isWrapped: Bool
  /// The language of records that name none.
  public let language: LanguageTag?

  public init(language: LanguageTag?, profile: Segmenter.Profile, wrapped: Bool) {
    (self.language, self.profile, isWrapped) = (language, profile, wrapped)
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
    guard let language = request.lang ?? language else {
      return .failure(
        FailedRecord(id: request.id, error: "line \(number): no “lang”; give one, or use --lang"))
    }
    do {
      let segmenter = Segmenter(language: language, profile: profile, wrapped: isWrapped)
      let document = try segmenter.document(text: request.text)
      return .success(SegmentRecord(id: request.id, document: document))
    } catch {
      return .failure(FailedRecord(id: request.id, error: "line \(number): \(error)"))
    }
  }
}
