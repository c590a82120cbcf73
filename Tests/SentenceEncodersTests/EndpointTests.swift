import Foundation
import TestSupport
import Testing

@testable import SentenceEncoders

@Suite struct EndpointTests {
  /// Answers each text with (its length, 4), out of order.
  static func embeddings(_ request: FakeServer.Request) -> FakeServer.Answer {
    struct Body: Decodable { let input: [String] }
    guard let body = try? JSONDecoder().decode(Body.self, from: Data(request.body.utf8)) else {
      return FakeServer.Answer(status: 400)
    }
    let entries = body.input.enumerated().reversed().map {
      "{\"index\": \($0.offset), \"embedding\": [\($0.element.utf8.count), 4]}"
    }
    return FakeServer.Answer(body: "{\"data\": [\(entries.joined(separator: ", "))]}")
  }

  @Test func asksInBatchesAndPutsTheAnswersInOrder() throws {
    let server = try FakeServer(requests: 2) { Self.embeddings($1) }
    let endpoint = try EmbeddingsEndpoint(
      address: server.address, model: "small", key: "secret", batchSize: 2)
    let vectors = try endpoint.vectors(of: ["drei", "abc", "ä!"])
    // (4, 4), (3, 4) and (3, 4) at length 1.
    let half = Float(0.5).squareRoot()
    let expected: [[Float]] = [[half, half], [0.6, 0.8], [0.6, 0.8]]
    for (vector, expected) in zip(vectors, expected) {
      #expect(zip(vector, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    }
    #expect(vectors.count == 3)
    #expect(server.requests.count == 2)
    #expect(server.requests[0].head.hasPrefix("POST /v1/embeddings HTTP/1.1\r\n"))
    #expect(server.requests[0].head.contains("Authorization: Bearer secret"))
    #expect(
      server.requests[0].body
        == "{\"encoding_format\":\"float\",\"input\":[\"drei\",\"abc\"],\"model\":\"small\"}")
  }

  @Test func triesAgainWhileTheServerIsBusy() throws {
    let server = try FakeServer(requests: 3) { number, request in
      number < 2 ? FakeServer.Answer(status: number == 0 ? 429 : 503) : Self.embeddings(request)
    }
    let endpoint = try EmbeddingsEndpoint(address: server.address, waits: [0.01, 0.01])
    #expect(try endpoint.vectors(of: ["abc"]).count == 1)
    #expect(server.requests.count == 3)
  }

  @Test(
    arguments: [
      (401, "no key", "answers with status 401: no key", "Set BITEXT_ENCODER_KEY"),
      (400, "", "answers with status 400", nil),
      (200, "<html>", "answers with something else than embeddings", "Is it the address"),
      (200, "{\"data\": []}", "answers 1 texts with 0 embeddings", nil),
      (200, "{\"data\": [{\"embedding\": [0, 0]}]}", "or with empty ones", nil),
    ])
  func saysWhatIsWrong(status: Int, body: String, cause: String, remedy: String?) throws {
    let server = try FakeServer(requests: 1) { _, _ in
      FakeServer.Answer(status: status, body: body)
    }
    let endpoint = try EmbeddingsEndpoint(address: server.address, waits: [])
    let fault = #expect(throws: EncoderFault.self) { try endpoint.vectors(of: ["abc"]) }
    #expect(fault?.cause.contains(cause) == true, "\(fault?.cause ?? "")")
    if let remedy { #expect(fault?.remedy?.hasPrefix(remedy) == true) }
    #expect(server.requests.count == 1)
  }

  @Test func givesUpOnASilentServer() throws {
    // It takes the connection and never answers.
    let server = try FakeServer(requests: 0) { _, _ in FakeServer.Answer() }
    let endpoint = try EmbeddingsEndpoint(address: server.address, timeout: 0.2, waits: [0.01])
    let fault = #expect(throws: EncoderFault.self) { try endpoint.vectors(of: ["abc"]) }
    #expect(fault?.cause.contains("timed out") == true, "\(fault?.cause ?? "")")
  }

  @Test(
    arguments: [
      ("http://localhost:1", "http://localhost:1/v1/embeddings"),
      ("http://localhost:1/v1/", "http://localhost:1/v1/embeddings"),
      ("https://a.b/openai/embeddings?v=2", "https://a.b/openai/embeddings?v=2"),
    ])
  func completesAddresses(given: String, expected: String) throws {
    #expect(try EmbeddingsEndpoint(address: given).address == expected)
  }

  @Test(arguments: ["localhost:1", "ftp://a.b", "http://", "e5"])
  func refusesWhatIsNoAddress(given: String) {
    #expect(throws: EncoderFault.self) { try EmbeddingsEndpoint(address: given) }
  }
}
