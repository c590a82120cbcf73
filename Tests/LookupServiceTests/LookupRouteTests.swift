import LookupService
import TestSupport
import Testing

@Suite struct LookupRouteTests {
  private static let units = [
    ("Der Kongress muss die Mittel freigeben.", "Congress must release the funds."),
    ("Die Tür ist zu.", "The door is shut."),
  ]

  @Test func findsTheSameSentence() async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get("/v1/lookup?q=The+door+is+shut.&to=de")
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "application/json")
      let match = try #require((answer.object["matches"] as? [[String: Any]])?.first)
      #expect(match["score"] as? Int == 100)
      #expect(match["target"] as? String == "Die Tür ist zu.")
    }
  }

  @Test func listsMemories() async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get("/v1/memories")
      let memory = try #require((answer.object["memories"] as? [[String: Any]])?.first)
      #expect(memory["name"] as? String == "news")
      #expect(memory["units"] as? Int == 2)
    }
  }

  @Test func pageShowsMatches() async throws {
    try await RunningService.with(units: Self.units) { service in
      let answer = try await service.client.get("/?q=The+door+is+%3Cb%3Eshut.")
      #expect(answer.status == 200)
      #expect(answer.headers["content-security-policy"]?.contains("script-src 'self'") == true)
      #expect(answer.text.contains("Die Tür ist zu."))
      #expect(answer.text.contains("&lt;b&gt;"))
    }
  }

  @Test func assetsAreSentOnce() async throws {
    try await RunningService.with { service in
      let first = try await service.client.get("/assets/style.css")
      #expect(first.status == 200)
      let tag = try #require(first.headers["etag"])
      let second = try await service.client.get(
        "/assets/style.css", headers: ["If-None-Match": tag])
      #expect(second.status == 304)
      #expect(second.body.isEmpty)
    }
  }
}
