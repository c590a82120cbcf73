internal import BitextToolkit
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// One request on its way to its answer: what it says, who sent it, and what there is to answer from.
struct Exchange: Sendable {
  let request: Request
  let target: RequestTarget
  /// What the path holds in place of a route's names.
  let parameters: [String: String]
  let grant: Grant
  let service: ServiceParts

  /// A value of the path.
  func parameter(_ name: String) throws(Problem) -> String {
    guard let value = parameters[name] else { throw Problem(.badValue, "“\(name)” is missing.") }
    return value
  }

  /// A value of the query; an empty one counts as missing.
  func value(_ name: String) -> String? {
    target.query.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  func text(_ name: String, atMost limit: Int? = nil) throws(Problem) -> String {
    guard let value = value(name) else { throw Problem(.badValue, "“\(name)” is missing.") }
    return try checked(value, name, atMost: limit ?? service.settings.limits.query)
  }

  func checked(_ value: String, _ name: String, atMost limit: Int) throws(Problem) -> String {
    guard value.utf8.count <= limit else {
      throw Problem(.tooLarge, "“\(name)” has more than \(limit) bytes.")
    }
    return value
  }

  func integer(_ name: String, default fallback: Int, in range: ClosedRange<Int>) throws(Problem)
    -> Int
  {
    guard let value = value(name) else { return fallback }
    guard let number = Int(value), range.contains(number) else {
      throw Problem(
        .badValue,
        "“\(name)” has to be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  func language(_ name: String) throws(Problem) -> LanguageTag? {
    guard let value = value(name) else { return nil }
    guard let tag = LanguageTag(value) else {
      throw Problem(.badValue, "“\(name)” has to be a language such as de or en-GB.")
    }
    return tag
  }

  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Value.Type
  ) throws(Problem) -> Value? {
    guard let value = value(name) else { return nil }
    guard let choice = Value(rawValue: value) else {
      let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(.badValue, "“\(name)” has to be one of \(names).")
    }
    return choice
  }
}

// MARK: - The body

extension Exchange {
  /// The media type of the body, in lower case, without its parameters.
  var contentType: String? {
    request.headers[.contentType].map {
      String($0.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace })
    }
  }

  func requireContent(_ types: String...) throws(Problem) {
    guard let type = contentType, types.contains(type) else {
      throw Problem(
        .wrongType, "Send it as \(types.joined(separator: " or ")), and say so in Content-Type.")
    }
  }

  /// All of the body.
  func body(atMost limit: Int? = nil) async throws -> [UInt8] {
    let limit = limit ?? service.settings.limits.body
    var bytes: [UInt8] = []
    try await forEachPiece(atMost: limit, within: service.settings.limits.seconds) { piece in
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// The body, piece by piece as it arrives.
  func forEachPiece(
    atMost limit: Int, within seconds: Int, _ take: (ByteBufferView) throws -> Void
  ) async throws {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw Problem(.tooLarge, "The content has more than \(limit) bytes.")
    }
    var count = 0
    let deadline = ContinuousClock.now + .seconds(seconds)
    var pieces = request.body.makeAsyncIterator()
    while let piece = try await Self.next(&pieces) {
      count += piece.readableBytes
      guard count <= limit else {
        throw Problem(.tooLarge, "The content has more than \(limit) bytes.")
      }
      guard ContinuousClock.now < deadline else {
        throw Problem(.tooSlow, "The content has not arrived within \(seconds) s.")
      }
      try take(piece.readableBytesView)
    }
  }

  private static func next(_ pieces: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
    do {
      return try await pieces.next()
    } catch let error where !(error is CancellationError) {
      throw Problem(.badRequest, "The content broke off, or is not as HTTP frames it.")
    }
  }

  /// A record of JSON.
  func json<Record: Decodable>(_ type: Record.Type) async throws -> Record {
    try requireContent("application/json")
    return try Self.decode(type, await body())
  }

  static func decode<Record: Decodable>(_ type: Record.Type, _ bytes: [UInt8]) throws(Problem)
    -> Record
  {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Problem(.badRequest, "The content is not UTF-8.")
    }
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw Problem(.badRequest, Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    let path = { (context: DecodingError.Context, key: (any CodingKey)?) in
      (context.codingPath + [key].compactMap { $0 }).map { key in
        key.intValue.map { "[\($0)]" } ?? key.stringValue
      }.joined(separator: ".")
    }
    return switch error as? DecodingError {
    case .keyNotFound(let key, let context): "“\(path(context, key))” is missing."
    case .typeMismatch(_, let context) where context.codingPath.isEmpty,
      .valueNotFound(_, let context) where context.codingPath.isEmpty:
      "The content is not the JSON that is wanted here."
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "“\(path(context, nil))” is of the wrong type."
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "“\(path(context, nil))”: \(context.debugDescription)"
    default: "The content is not JSON."
    }
  }
}
