import Foundation
import LookupService
import TestSupport
import Testing

/// Requests that nobody should send: every one is answered with a 4xx and a reason, or, where it happens
/// to be a good one, with 2xx; the service goes on.
@Suite struct MalformedRequestTests {
  private static let paths = [
    "/v1/lookup?q=The+door", "/v1/lookup", "/v1/concordance?q=door&cursor=1.0", "/v1/units",
    "/v1/units/1", "/v1/imports?name=a.tmx", "/v1/export?format=tsv", "/v1/segment", "/v1/align",
    "/v1/coverage", "/v1/alignments", "/v1/alignments/0123456789abcdef/operations", "/v1/journal",
    "/tmserver/en/de/unit/door", "/api/v1/en/de/store/a.po", "/get?q=a&langpair=en|de",
    "/set?seg=a&tra=b&langpair=en|de", "/?q=door",
  ]
  private static let bodies = [
    #"{"variants":[{"language":"de","content":"Eins."},{"language":"en","content":"One."}]}"#,
    #"{"source":{"text":"Eins."},"target":{"text":"One."}}"#, #"{"text":"One. Two."}"#,
    #"{"queries":[{"text":"door"}]}"#, #"{"op":"accept","source":[0],"target":[0]}"#,
    #"[{"source":"a","target":"b"}]"#, "<tmx version=\"1.4\"><body/></tmx>", "", "{", "[[[[[[[[[[",
    "\"\\ud800\"", "1e999", "null",
  ]
  private static let types = [
    "application/json", "application/x-ndjson", "application/xml", "text/plain", "",
    "application/merge-patch+json", "application/json; charset=latin-1", "a/b\u{1}",
  ]
  private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "BREW", "get", ""]

  /// One request, in parts sound and in parts not.
  private static func request(_ generator: inout SeededGenerator) -> [UInt8] {
    let pick = { (list: [String], generator: inout SeededGenerator) in
      list[Int.random(in: 0..<list.count, using: &generator)]
    }
    let body = Array(pick(bodies, &generator).utf8)
    var head = "\(pick(methods, &generator)) \(pick(paths, &generator)) HTTP/1.1\r\n"
    head += "Host: 127.0.0.1\r\nConnection: close\r\n"
    head += "Content-Type: \(pick(types, &generator))\r\n"
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: head += "Content-Length: -1\r\n"
    case 1: head += "Content-Length: 99999999999999999999\r\n"
    case 2: head += "Transfer-Encoding: chunked\r\n"
    case 3: head += "X: \(String(repeating: "x", count: 100_000))\r\n"
    case 4: head += "If-Match: \u{7F}\r\nContent-Length: \(body.count)\r\n"
    default: head += "Content-Length: \(body.count)\r\n"
    }
    var bytes = Array((head + "\r\n").utf8) + body
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      default: bytes.remove(at: place)
      }
    }
    return bytes
  }

  @Test(arguments: [1, 2])
  func thousandsAreSurvived(seed: UInt64) async throws {
    try await RunningService.with(units: [("Die Tür ist zu.", "The door is shut.")]) {
      settings, folder in
      settings.alignmentFolder = folder.path("alignments")
      settings.limits.seconds = 2
    } _: { service in
      var generator = SeededGenerator(seed: seed)
      let requests = (0..<500).map { _ in Self.request(&generator) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, bytes) in requests.enumerated() {
          if index >= 16 { try await group.next() }
          group.addTask {
            let shown = String(decoding: bytes.prefix(200), as: UTF8.self)
            // Who sends no end gets no answer, but is let go.
            guard let answer = try? await service.client.exchange(bytes, seconds: 8) else { return }
            #expect(answer.status < 500, "seed \(seed), \(index): \(shown)")
            let isJSON = answer.headers["content-type"]?.contains("json") == true
            // Nothing but the head answers HEAD.
            if answer.status >= 400, isJSON, !shown.hasPrefix("HEAD") {
              #expect((answer.object["detail"] as? String)?.isEmpty == false, "\(index): \(shown)")
            }
          }
        }
        try await group.waitForAll()
      }
      let after = try await service.client.get("/healthz")
      #expect(after.status == 200)
    }
  }

  @Test(arguments: [
    ("/v1/lookup?q=%", 400), ("/v1/lookup?q=%FF", 400), ("/v1/lookup?q=%00", 400),
    ("/v1/lookup?q=a&min=0", 400), ("/v1/lookup?q=a&limit=1e3", 400),
    ("/v1/lookup?q=a&from=x%0D%0ASet-Cookie:a", 400), ("/v1/lookup?q=a&memory=none", 404),
    ("/v1/concordance?q=%2e", 400), ("/v1/concordance?q=a&cursor=b", 400),
    ("/v1/export?format=../../x", 400), ("/v1/lookup?q=", 400), ("/v1/lookup?q=a&to=fr", 400),
  ])
  func saysWhatIsWrong(path: String, status: Int) async throws {
    try await RunningService.with(units: [("Die Tür ist zu.", "The door is shut.")]) { service in
      let answer = try await service.client.get(path)
      #expect(answer.status == status)
      #expect(answer.headers["content-type"] == "application/problem+json")
      #expect(answer.headers["set-cookie"] == nil)
      #expect((answer.object["detail"] as? String)?.isEmpty == false)
    }
  }

  @Test func batchesSayWhichLineIsWrong() async throws {
    try await RunningService.with(units: [("Die Tür ist zu.", "The door is shut.")]) { service in
      let answer = try await service.client.post(
        "/v1/lookup",
        "{\"text\":\"The door is shut.\",\"id\":\"1\"}\nnonsense\n{\"text\":\"Die Tür ist zu.\"}\n",
        type: "application/x-ndjson")
      let lines = answer.text.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0].contains(#""id":"1""#) && lines[0].contains("Die Tür ist zu."))
      #expect(lines[1].contains("line 2"))
      #expect(lines[2].contains("The door is shut."))
    }
  }

  @Test func concordancesGoOnPageByPage() async throws {
    let units = (0..<45).map { ("Satz \($0) mit Haus.", "Sentence \($0) with house.") }
    try await RunningService.with(units: units) { service in
      var (seen, cursor): (Int, String?) = (0, "")
      while let place = cursor {
        let page = try await service.client.get("/v1/concordance?q=Haus&limit=20&cursor=\(place)")
        seen += (page.object["hits"] as? [Any])?.count ?? 0
        cursor = page.object["next"] as? String
      }
      #expect(seen == 45)
    }
  }
}
