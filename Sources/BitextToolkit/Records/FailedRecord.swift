internal import Foundation

/// Why a record of a batch could not be used; the other records are.
public struct FailedRecord: Error, Sendable, Hashable, Codable {
  public let v: Int
  /// `nil` when the record is so broken that it shows none.
  public let id: RecordID?
  public let error: String

  public init(id: RecordID?, error: String) {
    (v, self.id, self.error) = (1, id, error)
  }

  /// Writes `id` as null rather than leave it out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(v, forKey: .v)
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
  }
}

extension FailedRecord {
  /// A record from one line of JSON, or the answer that says why it is none.
  ///
  /// - Parameter number: The one-based number of the line.
  static func decode<Record: Decodable>(
    _ type: Record.Type, line: [UInt8], number: Int
  ) -> Result<Record, FailedRecord> {
    guard String(validating: line, as: UTF8.self) != nil else {
      return .failure(FailedRecord(id: nil, error: "line \(number): not UTF-8"))
    }
    do {
      return .success(try JSONDecoder().decode(Record.self, from: Data(line)))
    } catch {
      let id = try? JSONDecoder().decode(Named.self, from: Data(line)).id
      return .failure(FailedRecord(id: id, error: "line \(number): \(reason(error))"))
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
