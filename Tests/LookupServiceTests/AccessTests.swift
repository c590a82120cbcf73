import BitextToolkit
import Foundation
import LookupService
import TestSupport
import Testing

@Suite struct AccessTests {
  private static let units = [("Die Tür ist zu.", "The door is shut.")]

  /// A service with tokens: one for each scope, and one for another memory.
  private static func with(
    _ body: (RunningService, (String) -> HTTPClient) async throws -> Void
  ) async throws {
    var tokens: [String: String] = [:]
    var path = ""
    try await RunningService.with(units: units) { settings, folder in
      path = folder.path("tokens.jsonl")
      var file = try TokenFile(path)
      for (name, scopes) in [
        ("reader", ["news": Scope.read]), ("writer", ["news": .write]), ("admin", ["*": .admin]),
        ("stranger", ["other": .admin]),
      ] {
        tokens[name] = try file.add(name, scopes: scopes, at: "2026-11-21T00:00:00Z")
      }
      settings.tokenFile = path
    } _: { service in
      try await body(service) { name in
        HTTPClient(
          port: service.port, headers: ["Authorization": "Bearer \(tokens[name] ?? "none")"])
      }
    }
  }

  private static let unit =
    #"{"variants":[{"language":"de","content":"Eins."},{"language":"en","content":"One."}]}"#

  @Test(arguments: [
    ("nobody", 401, 401, 401), ("reader", 200, 403, 403), ("writer", 200, 201, 403),
    ("admin", 200, 201, 404), ("stranger", 404, 404, 404),
  ])
  func scopesHold(name: String, read: Int, write: Int, undo: Int) async throws {
    try await Self.with { service, client in
      let asker = name == "nobody" ? service.client : client(name)
      let found = try await asker.get("/v1/lookup?q=The+door+is+shut.&memory=news")
      #expect(found.status == read)
      #expect(try await asker.post("/v1/units?memory=news", Self.unit).status == write)
      #expect(try await asker.send("POST", "/v1/journal/undo?memory=news").status == undo)
      #expect(try await asker.get("/healthz").status == 200)
    }
  }

  @Test func nothingIsOpenWithoutAToken() async throws {
    try await Self.with { service, _ in
      for path in [
        "/", "/v1/memories", "/v1/export", "/v1/concordance?q=door", "/v1/units/1", "/metrics",
        "/tmserver/en/de/unit/door", "/api/v1/languages/", "/get?q=door&langpair=en|de",
        "/set?seg=a&tra=b&langpair=en|de", "/v1/alignments",
      ] {
        let answer = try await service.client.get(path)
        #expect(answer.status == 401, "\(path)")
        #expect(answer.headers["www-authenticate"]?.contains("Bearer") == true)
      }
    }
  }

  @Test func aPasswordIsATokenToo() async throws {
    try await Self.with { service, client in
      let bearer = try #require(
        client("reader").headers["Authorization"]?.split(separator: " ").last)
      let basic = Data("anybody:\(bearer)".utf8).base64EncodedString()
      let answer = try await service.client.get(
        "/tmserver/en/de/unit/The%20door%20is%20shut.", headers: ["Authorization": "Basic \(basic)"]
      )
      #expect(answer.status == 200)
    }
  }

  @Test func revokedTokensEndAtOnce() async throws {
    try await Self.with { service, client in
      #expect(try await client("reader").get("/v1/memories").status == 200)
      var file = try TokenFile(service.folder.path("tokens.jsonl"))
      try file.revoke("reader")
      try await Task.sleep(for: .milliseconds(1200))
      #expect(try await client("reader").get("/v1/memories").status == 401)
      #expect(try await client("writer").get("/v1/memories").status == 200)
    }
  }

  @Test func theFileHoldsHashesAlone() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/tokens-\(UUID().uuidString)"
    var file = try TokenFile(folder + "/tokens.jsonl")
    let token = try file.add("anna", scopes: ["*": .read], at: "2026-11-21T00:00:00Z")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = try String(contentsOfFile: folder + "/tokens.jsonl", encoding: .utf8)
    #expect(!text.contains(token))
    #expect(token.utf8.count > 40)
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/tokens.jsonl")
    #expect((mode[.posixPermissions] as? Int) == 0o600)
    #expect(throws: InputFault.self) { _ = try file.add("anna", scopes: [:], at: "") }
    try file.revoke("anna")
    #expect(try TokenFile(folder + "/tokens.jsonl").entries.isEmpty)
  }

  @Test func othersReachNothingWithoutTokens() throws {
    var settings = ServiceSettings(memories: [], tool: "bitext 0")
    settings.host = "0.0.0.0"
    #expect(throws: InputFault.self) { _ = try LookupService(settings) }
  }

  @Test(arguments: [
    (["Origin": "https://evil.example"], "foreign-origin"), (["Origin": "null"], "foreign-origin"),
    (["Sec-Fetch-Site": "cross-site"], "foreign-origin"), (["Sec-Fetch-Site": "none"], nil),
    (["Host": "evil.example"], "unknown-host"), (["Host": "localhost"], nil),
  ])
  func foreignPagesGetNothing(headers: [String: String], problem: String?) async throws {
    try await RunningService.with(units: Self.units) { service in
      // The client's own Host comes first; a second would be a malformed request.
      let host = headers["Host"] ?? "127.0.0.1:\(service.port)"
      var text = "GET /v1/memories HTTP/1.1\r\nConnection: close\r\nHost: \(host)\r\n"
      for (name, value) in headers where name != "Host" { text += "\(name): \(value)\r\n" }
      let answer = try await service.client.exchange([UInt8]((text + "\r\n").utf8))
      #expect(answer.status == (problem == nil ? 200 : 403))
      if let problem {
        #expect((answer.object["type"] as? String)?.hasSuffix("/\(problem)") == true)
        #expect((answer.object["title"] as? String)?.contains("token") == false)
      }
    }
  }

  @Test func aServiceThatOnlyReadsSaysSo() async throws {
    try await RunningService.with(units: Self.units) { settings, _ in
      settings.isReadOnly = true
    } _: { service in
      let answer = try await service.client.post("/v1/units", Self.unit)
      #expect(answer.status == 403)
      #expect((answer.object["type"] as? String)?.hasSuffix("/not-offered") == true)
    }
  }

  @Test func limitsHold() async throws {
    try await RunningService.with(units: Self.units) { settings, _ in
      settings.limits.body = 1000
      settings.limits.query = 100
      settings.limits.rate = 1
    } _: { service in
      let client = service.client
      let long = String(repeating: "a", count: 101)
      #expect(try await client.get("/v1/lookup?q=\(long)").status == 413)
      let large = String(repeating: " ", count: 1001)
      #expect(try await client.post("/v1/units", large).status == 413)
      var statuses: [Int] = []
      // A slow machine gets an allowance back between two requests, but not for ever.
      for _ in 0..<200 where statuses.last != 429 {
        statuses.append(try await client.get("/v1/memories").status)
      }
      #expect(statuses.first == 200)
      #expect(statuses.last == 429)
    }
  }
}
