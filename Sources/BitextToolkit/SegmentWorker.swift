public import BitextModel
internal import Foundation
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

  public enum Answer: Sendable, Hashable {
    case segments(SegmentRecord)
    case failure(FailedRecord)
  }

  /// The answer to one line of JSON.
  ///
  /// - Parameter number: The one-based number of the line, for the talk about broken ones.
  public func answer(line: [UInt8], number: Int) -> Answer {
    let request: SegmentRequest
    do {
      guard String(validating: line, as: UTF8.self) != nil else {
        return .failure(FailedRecord(id: nil, error: "line \(number): not UTF-8"))
      }
      request = try JSONDecoder().decode(SegmentRequest.self, from: Data(line))
    } catch {
      let id = try? JSONDecoder().decode(Named.self, from: Data(line)).id
      return .failure(FailedRecord(id: id, error: "line \(number): \(Self.reason(error))"))
    }
    guard let language = request.lang ?? language else {
      return .failure(
        FailedRecord(id: request.id, error: "line \(number): no “lang”; give one, or use --lang"))
    }
    do {
      let segmenter = Segmenter(language: language, profile: profile, wrapped: isWrapped)
      let document = try segmenter.document(text: request.text)
      return .segments(SegmentRecord(id: request.id, document: document))
    } catch {
      return .failure(FailedRecord(id: request.id, error: "line \(number): \(error)"))
    }
  }

  private struct Named: Decodable { let id: RecordID }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "not a JSON object" : "“\(context.codingPath[0].stringValue)” is of the wrong type"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "not JSON" : context.debugDescription
    default: "\(error)"
    }
  }
}
